import type { CompiledSass, SassJob } from './compile-sass.ts';
import { makeAnswerCounter, WorkerLine, waitForAnswer } from './worker-line.ts';

/** The outcome of a job; null where it failed, so that it fails again where the error can be told. */
export interface SassAnswer {
  readonly key: string;
  readonly compiled: CompiledSass | null;
}

/**
 * Compiles style sheets in a worker thread while this one renders: to load Sass takes longer than to build a small site.
 *
 * @example
 * const ahead = new SassAhead();
 * ahead.add(job);
 * const compiled = ahead.take(job) ?? compileSass(job, 'main.scss');
 */
export class SassAhead {
  readonly #answers = makeAnswerCounter();
  readonly #line = new WorkerLine<{ key: string; job: SassJob }, SassAnswer>('sass-worker.js', this.#answers);
  readonly #compiled = new Map<string, CompiledSass | null | undefined>();

  /** Announces a style sheet. */
  add(job: SassJob): void {
    const key = keyOf(job);
    if (this.#compiled.has(key)) return;
    this.#compiled.set(key, undefined);
    this.#line.post({ key, job });
  }

  /** A style sheet that was announced, compiled; undefined where the caller should compile it. */
  take(job: SassJob): CompiledSass | undefined {
    const key = keyOf(job);
    while (this.#compiled.has(key)) {
      const seen = Atomics.load(this.#answers, 0);
      for (const answer of this.#line.receive()) this.#compiled.set(answer.key, answer.compiled);
      const compiled = this.#compiled.get(key);
      if (compiled !== undefined) return compiled ?? undefined;
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
