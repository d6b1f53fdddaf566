import { availableParallelism } from 'node:os';
import type { Answer, Message } from './conversion-task.ts';
import { makeAnswerCounter, WorkerLine } from './worker-line.ts';

/** More threads than these are not started, however many cores there are. */
const MOST_WORKERS = 4;

/** Threads that convert Markdown, and the counter of their answers. */
export interface ConversionThreads {
  readonly lines: readonly WorkerLine<Message, Answer>[];
  readonly answers: Int32Array;
}

/**
 * The threads that convert a build's Markdown. They need no settings to start, so a build that expects many texts starts
 * them before it reads the site: until they are ready, this thread reads a few hundred files.
 */
export class ConversionWorkers {
  #threads: ConversionThreads | undefined;

  /** Starts the threads, unless they run already. */
  start(): ConversionThreads {
    this.#threads ??= startThreads();
    return this.#threads;
  }

  close(): void {
    for (const line of this.#threads?.lines ?? []) line.close();
    this.#threads = undefined;
  }
}

function startThreads(): ConversionThreads {
  const answers = makeAnswerCounter();
  const count = Math.min(MOST_WORKERS, availableParallelism() - 1);
  return { answers, lines: Array.from({ length: count }, () => new WorkerLine('conversion-worker.cjs', answers)) };
}
