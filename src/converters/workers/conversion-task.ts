import type { ReadonlyHash } from '../../site/hash.ts';

/** The messages between the main thread and the workers that convert Markdown. */

/**
 * The states of a batch. A worker or the main thread claims it by changing OPEN into TAKEN, which only one of them can.
 */
export const OPEN = 0;
export const TAKEN = 1;

/** What all batches have in common. */
export interface Setup {
  /** The state of each batch, OPEN or TAKEN. */
  readonly claims: Int32Array;
  readonly settings: ReadonlyHash;
}

/** A batch of texts to convert. */
export interface Task {
  readonly batch: number;
  readonly texts: readonly string[];
}

/** What a worker is sent: the setup first, and then tasks. */
export type Message = Setup | Task;

/**
 * The HTML of a batch. Undefined stands for a failure: the main thread converts the text again, and reports the error.
 */
export interface Answer {
  readonly batch: number;
  readonly outputs: readonly (string | undefined)[];
}
