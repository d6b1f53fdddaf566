import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** With this many processor cores, the second one is a worker's. */
const FEW_CORES = 2;

/**
 * Sets V8 up for builds, in all threads.
 *
 * Functions are optimised only after they have run for longer than by default. In a build of a few seconds, most of
 * what V8 optimises early hardly runs again: at its default of 66 KB of bytecode, the optimising compiler takes a fifth
 * of a build's processor time. Versions of V8 after 11 (Node 22 and newer) count calls instead, and wait for more of
 * them.
 *
 * On few cores, only the thread that produced young garbage collects it: waiting until three helper threads have had
 * their turn beside a worker takes longer than doing their part.
 */
export function setUpV8(): void {
  if (optimisesByBudget()) setFlagsFromString('--interrupt-budget=1000000');
  if (availableParallelism() <= FEW_CORES) setFlagsFromString('--no-parallel-scavenge');
}

/**
 * Goes back to V8's default for functions that have not run yet: in a build of ten seconds and more, optimised code pays.
 * To be called when reading is over and rendering has not begun, as functions that have run keep most of their budget.
 */
export function expectLongBuild(): void {
  if (optimisesByBudget()) setFlagsFromString('--interrupt-budget=67584');
}

/**
 * Optimises functions of WebAssembly only after they have run for long. To start an interpreter and load a few files is
 * enough for V8's defaults (1.8 million in Node 20, 13 million in Node 22). Optimising takes half a second of processor
 * time in other threads then, and a process ends only when that is done.
 */
export function optimiseWebAssemblyLate(): void {
  setFlagsFromString('--wasm-tiering-budget=100000000');
}

const optimisesByBudget = (): boolean => process.versions.v8.startsWith('11.');
