import type { Log } from '../util/program/log.ts';
import { milliseconds } from '../util/time/stopwatch.ts';
import type { PhaseTime } from './build-result.ts';

/** Follows one build from its start: how long it and its phases take, and what it warns of. */
export class BuildTrace {
  readonly phases: PhaseTime[] = [];
  readonly #log: Log;
  readonly #start = milliseconds();
  readonly #messagesBefore: number;

  constructor(log: Log) {
    this.#log = log;
    this.#messagesBefore = log.messages.length;
  }

  async run<T>(phase: PhaseTime['phase'], action: () => T | Promise<T>): Promise<T> {
    const start = milliseconds();
    const result = await action();
    this.phases.push({ phase, seconds: secondsSince(start) });
    return result;
  }

  get seconds(): number {
    return secondsSince(this.#start);
  }

  /** The warnings and errors so far, without their indentation. */
  get warnings(): readonly string[] {
    const messages = this.#log.messages.slice(this.#messagesBefore);
    return messages.filter(({ level }) => level === 'warn' || level === 'error').map(({ text }) => text.trim());
  }
}

const secondsSince = (start: number): number => (milliseconds() - start) / 1000;
