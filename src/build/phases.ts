import { milliseconds } from '../util/time/stopwatch.ts';
import type { PhaseTime } from './build-result.ts';

/** Measures the phases of a build. */
export class Phases {
  readonly times: PhaseTime[] = [];

  async run<T>(phase: PhaseTime['phase'], action: () => T | Promise<T>): Promise<T> {
    const start = milliseconds();
    const result = await action();
    this.times.push({ phase, seconds: (milliseconds() - start) / 1000 });
    return result;
  }
}
