import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { packageFile } from '../util/package-file.ts';

/** A worker that says nothing for so long is given up, in milliseconds. */
const PATIENCE = 10_000;

/** What a worker of this package is started with. */
export interface LineEnd {
  readonly port: MessagePort;
  /** Counts answers; the main thread sleeps on it. */
  readonly answers: Int32Array;
}

/** A counter of answers that several workers may share. */
export function makeAnswerCounter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4));
}

/** A worker thread that the main thread talks to without giving up its turn: rendering is synchronous. */
export class WorkerLine<Request, Answer> {
  readonly #port: MessagePort;
  readonly #worker: Worker;

  /** @param file the worker's file in `dist` */
  constructor(file: string, answers: Int32Array, data: object = {}) {
    const { port1, port2 } = new MessageChannel();
    const workerData: LineEnd = { port: port2, answers, ...data };
    this.#port = port1;
    this.#worker = new Worker(packageFile('dist', file), { workerData, transferList: [port2] });
    // Nobody answers for a worker that died: its work is done by the main thread.
    this.#worker.on('error', () => {});
    this.#worker.unref();
    port1.unref();
  }

  post(request: Request): void {
    this.#port.postMessage(request);
  }

  /** The answers that have come, each taken when it is asked for. */
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

/** Sleeps until there are more answers than were seen; false where none came in a long time. */
export function waitForAnswer(answers: Int32Array, seen: number): boolean {
  return Atomics.wait(answers, 0, seen, PATIENCE) !== 'timed-out';
}

/** Answers from within a worker. */
export function answer({ port, answers }: LineEnd, message: unknown): void {
  port.postMessage(message);
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
}
