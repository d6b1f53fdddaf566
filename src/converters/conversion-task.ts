import type { ReadonlyHash } from '../site/hash.ts';
import type { LineEnd } from './worker-line.ts';

/** What the main thread and a worker that converts Markdown say to each other. */

/** Who has a batch: a worker or the main thread takes it by changing OPEN into TAKEN, and only one of them can. */
export const OPEN = 0;
export const TAKEN = 1;

/** What a worker is started with. */
export interface WorkerSetup extends LineEnd {
  /** One number a batch: OPEN or TAKEN. */
  readonly claims: Int32Array;
  readonly settings: ReadonlyHash;
}

export interface Task {
  readonly batch: number;
  readonly texts: readonly string[];
}

/** The HTML of a batch; undefined where the conversion failed, so that it fails again where the error can be told. */
export interface Answer {
  readonly batch: number;
  readonly outputs: readonly (string | undefined)[];
}
