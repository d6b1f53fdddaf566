import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 optimise a function after it has run for longer than by default, in all threads. In a build of seconds most of
 * what V8 optimises early is hardly run again: with its own setting of 66 KB of bytecode a fifth of a build's processor time is
 * the optimising compiler's. The versions of V8 after 11 (Node 22 and newer) count calls instead, and wait for more of them.
 */
export function delayOptimization(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');
}
