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
  readonly #line = new WorkerLine<{ id: number; job: SassJob }, SassAnswer>('sass-worker.cjs', this.#answers);
  /** The numbers of the jobs that were announced. */
  readonly #announced = new Map<string, number>();
  readonly #outcomes = new Map<number, SassOutcome | null>();
  #hasGivenUp = false;

  /**
   * Announces a style sheet.
   *
   * @returns the number of its job
   */
  add(job: SassJob): number {
    const key = JSON.stringify(job);
    const known = this.#announced.get(key);
    if (known !== undefined) return known;
    const id = this.#announced.size;
    this.#announced.set(key, id);
    this.#line.post({ id, job });
    return id;
  }

  /** What became of a style sheet, announced or not; undefined where the worker fails and the caller should compile it. */
  take(job: SassJob): SassOutcome | undefined {
    const id = this.add(job);
    while (!this.#hasGivenUp) {
      const seen = Atomics.load(this.#answers, 0);
      for (const answer of this.#line.receive()) this.#outcomes.set(answer.id, answer.outcome);
      const outcome = this.#outcomes.get(id);
      if (outcome !== undefined) return outcome ?? undefined;
      this.#hasGivenUp = !waitForAnswer(this.#answers, seen);
    }
    return undefined;
  }

  close(): void {
    this.#line.close();
  }
}
