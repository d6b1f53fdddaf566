import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** With so many processor cores a worker has the second one. */
const FEW_CORES = 2;

/**
 * Sets V8 up for builds, in all threads.
 *
 * It optimises a function after it has run for longer than by default. In a build of seconds most of what V8 optimises early is hardly
 * run again: with its own setting of 66 KB of bytecode a fifth of a build's processor time is the optimising compiler's. The versions of
 * V8 after 11 (Node 22 and newer) count calls instead, and wait for more of them.
 *
 * On few cores young garbage is collected by the thread that made it alone: to wait until three helpers had their turn beside
 * a worker takes longer than to do their part.
 */
export function setUpV8(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');
  if (availableParallelism() <= FEW_CORES) setFlagsFromString('--no-parallel-scavenge');
}
