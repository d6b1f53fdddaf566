import { expect } from 'vitest';

/** Five times the size takes five times the work if that is linear, and 25 times if it grows with the square. */
const STEP = 5;
const MOST_GROWTH = 12;

/** Below this, the work is fast enough however it grows, and too fast to be measured well. */
const HARMLESS_SECONDS = 0.2;

/** Compilation and garbage make anything slow once, so that the fastest of several tries counts. */
const TRIES = 3;

/** The processor time that a piece of work of a given size takes, in seconds. */
export type Seconds = (size: number) => number | Promise<number>;

/**
 * Whether work grows faster than its size. Times are compared with each other and not with a clock: how fast a machine is, and what
 * else it does, must not count.
 */
export async function growsTooFast(seconds: Seconds, size: number): Promise<boolean> {
  let long = Number.POSITIVE_INFINITY;
  let short = Number.POSITIVE_INFINITY;
  for (let left = TRIES; left > 0; left--) {
    long = Math.min(long, await seconds(size));
    if (long <= HARMLESS_SECONDS) return false;
    short = Math.min(short, await seconds(size / STEP));
    if (long <= MOST_GROWTH * short) return false;
  }
  return true;
}

/**
 * Expects that work does not grow faster than its size.
 *
 * @param prepare returns the work of a given size. The time that it takes itself does not count
 */
export async function expectLinearTime(size: number, prepare: (size: number) => () => unknown): Promise<void> {
  expect(await growsTooFast((some) => processorSeconds(prepare(some)), size)).toBe(false);
}

/** The processor time that a piece of work takes, in seconds. */
export async function processorSeconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}
