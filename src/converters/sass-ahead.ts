import type { SassJob, SassOutcome } from './compile-sass.ts';
import { makeAnswerCounter, WorkerLine, waitForAnswer } from './worker-line.ts';

/** The outcome of a job; null where the compiler itself failed. */
export interface SassAnswer {
  readonly id: number;
  readonly outcome: SassOutcome | null;
}

/**
 * Has style sheets compiled by a worker thread while this one renders: to load Sass takes longer than to build a small site.
 *
 * @example
 * const ahead = new SassAhead();
 * ahead.add(job);
 * const outcome = ahead.take(job) ?? compileSass(job);
 */
export class SassAhead {
  readonly #answers = makeAnswerCounter();
  readonly #line = new WorkerLine<{ id: number; job: SassJob }, SassAnswer>('sass-worker.js', this.#answers);
  /** The numbers of the jobs that were announced and not fetched yet. */
  readonly #announced = new Map<string, number>();
  readonly #outcomes = new Map<number, SassOutcome | null>();
  #count = 0;

  /** Announces a style sheet. */
  add(job: SassJob): void {
    const key = keyOf(job);
    if (this.#announced.has(key)) return;
    const id = this.#count++;
    this.#announced.set(key, id);
    this.#line.post({ id, job });
  }

  /** What became of a style sheet, announced or not; undefined where the worker fails and the caller should compile it. */
  take(job: SassJob): SassOutcome | undefined {
    this.add(job);
    const key = keyOf(job);
    const id = this.#announced.get(key);
    while (id !== undefined) {
      const seen = Atomics.load(this.#answers, 0);
      for (const answer of this.#line.receive()) this.#outcomes.set(answer.id, answer.outcome);
      const outcome = this.#outcomes.get(id);
      if (outcome !== undefined) return outcome ?? undefined;
      if (!waitForAnswer(this.#answers, seen)) return undefined;
    }
    return undefined;
  }

  close(): void {
    this.#line.close();
  }
}

function keyOf(job: SassJob): string {
  return JSON.stringify(job);
}
