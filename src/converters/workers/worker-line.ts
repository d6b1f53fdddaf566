import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { packageFile } from '../../util/program/package-file.ts';

/** A worker that sends nothing for this long is given up, in milliseconds. */
const PATIENCE = 10_000;

/** A worker's end of the line. */
export interface LineEnd {
  readonly port: MessagePort;
  /** Counts answers, so that the main thread can sleep until the count changes. */
  readonly answers: Int32Array;
}

/** A counter of answers that several workers may share. */
export function makeAnswerCounter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4));
}

/** A worker thread from which the main thread receives synchronously, without returning to the event loop. */
export class WorkerLine<Request, Answer> {
  readonly #port: MessagePort;
  readonly #worker: Worker;

  /** @param file the worker's file in `dist` */
  constructor(file: string, answers: Int32Array) {
    const { port1, port2 } = new MessageChannel();
    const workerData: LineEnd = { port: port2, answers };
    this.#port = port1;
    this.#worker = new Worker(packageFile('dist', file), { workerData, transferList: [port2] });
    // A worker that dies is no error: the main thread does its work.
    this.#worker.on('error', () => {});
    this.#worker.unref();
    port1.unref();
  }

  post(request: Request): void {
    this.#port.postMessage(request);
  }

  /** The answers that have arrived; each is received only when the iterator asks for it. */
  *receive(): Generator<Answer> {
    for (let found = receiveMessageOnPort(this.#port); found !== undefined; found = receiveMessageOnPort(this.#port)) {
      yield found.message as Answer;
    }
  }

  close(): void {
    this.#port.close();
    void this.#worker.terminate();
  }
}

/** Sleeps until there are more answers than `seen`; false if none arrives for ten seconds. */
export function waitForAnswer(answers: Int32Array, seen: number): boolean {
  return Atomics.wait(answers, 0, seen, PATIENCE) !== 'timed-out';
}

/** Sends an answer; called by workers. */
export function answer({ port, answers }: LineEnd, message: unknown): void {
  port.postMessage(message);
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
}
