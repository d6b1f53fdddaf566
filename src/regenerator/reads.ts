/**
 * Records what a page reads while it is rendered.
 *
 * An input has a name, a plain string such as `config:title`, `data:navigation`, `file:_includes/head.html` or
 * `meta:_posts/2024-01-01-a.md`. The doors through which data enters a page (drops, partial loader, layout lookup,
 * configuration) note the names; tags and filters never do.
 */

import { KeyIndex } from '../util/record/key-index.ts';

/** This many recorded names are searched for one by one: a build that renders one page needs about thirty. */
const MOST_SEARCHES = 48;

/** Numbers the input names, so that a page's reads are a list of small integers. */
export class InputNames {
  /** The numbers that were asked for. */
  readonly #ids = new Map<string, number>();
  readonly #names: string[];
  /** Finds the numbers of the names that were given at the beginning, if any were. */
  readonly #given: KeyIndex<string> | null;

  /** @param names names numbered so far: each one's index is its number. The list is taken over, and grows with new names */
  constructor(names: string[] = []) {
    this.#names = names;
    this.#given = names.length === 0 ? null : new KeyIndex(names, MOST_SEARCHES);
  }

  /** The number of a name; a new name gets the next number. */
  id(name: string): number {
    const known = this.known(name);
    if (known !== undefined) return known;
    const id = this.#names.length;
    this.#ids.set(name, id);
    this.#names.push(name);
    return id;
  }

  /** The number of a name, or undefined if it has none yet. */
  known(name: string): number | undefined {
    const asked = this.#ids.get(name);
    if (asked !== undefined || this.#given === null) return asked;
    const given = this.#given.find(name);
    if (given !== undefined) this.#ids.set(name, given);
    return given;
  }

  /** @throws {RangeError} for a number that was never given out */
  name(id: number): string {
    const name = this.#names[id];
    if (name === undefined) throw new RangeError(`no input has the number ${id}`);
    return name;
  }

  get size(): number {
    return this.#names.length;
  }
}

/** The numbers of the inputs that were read, ascending and without duplicates. */
export type ReadSet = Int32Array;

/** Read sets are cut from arrays of this many numbers: most are so small that an array of their own would cost more memory. */
const CHUNK_LENGTH = 2 ** 14;

/**
 * Records reads. Recordings nest: whatever an inner recording reads counts as read by the outer one too.
 *
 * @example
 * const reads = new Reads(new InputNames());
 * const { result, read } = reads.record(() => { reads.note('config:title'); return 'html'; });
 */
export class Reads {
  readonly #names: InputNames;
  /** For each input, the recording that noted it last: skips most duplicates without a set. */
  #lastNotedBy: number[] = [];
  /** The current recording's number; 0 while nothing is recorded. */
  #recording = 0;
  #recordings = 0;
  #list: number[] = [];
  /** The array from which the next read set is cut. */
  #chunk = new Int32Array(0);
  #used = 0;

  constructor(names: InputNames) {
    this.#names = names;
  }

  /** The number to pass to `noteId`: doors that are used often look it up once. */
  id(name: string): number {
    return this.#names.id(name);
  }

  name(id: number): string {
    return this.#names.name(id);
  }

  note(name: string): void {
    if (this.#recording !== 0) this.noteId(this.#names.id(name));
  }

  /**
   * Returns a function that notes keys of one source, such as `data:navigation` for `data`. The same few keys are read
   * again and again, so each input name is composed only once.
   */
  noteKeysOf(source: string): (key: unknown) => void {
    const ids = new Map<unknown, number>();
    return (key) => {
      if (this.#recording === 0) return;
      let id = ids.get(key);
      if (id === undefined) {
        id = this.#names.id(`${source}:${key}`);
        ids.set(key, id);
      }
      this.noteId(id);
    };
  }

  noteId(id: number): void {
    if (this.#lastNotedBy[id] === this.#recording || this.#recording === 0) return;
    this.#lastNotedBy[id] = this.#recording;
    this.#list.push(id);
  }

  /** Notes everything in `read` again: for a kept result that is reused instead of being made anew. */
  replay(read: ReadSet): void {
    for (const id of read) this.noteId(id);
  }

  /** Runs `action` without recording what it reads. */
  aside<T>(action: () => T): T {
    const recording = this.#recording;
    this.#recording = 0;
    try {
      return action();
    } finally {
      this.#recording = recording;
    }
  }

  /** Runs `action` and returns its result together with what it read. */
  record<T>(action: () => T): { readonly result: T; readonly read: ReadSet } {
    const outerRecording = this.#recording;
    const outerList = this.#list;
    this.#recording = ++this.#recordings;
    this.#list = [];
    let read: ReadSet = new Int32Array(0);
    try {
      const result = action();
      read = this.#toReadSet(this.#list);
      return { result, read };
    } finally {
      this.#recording = outerRecording;
      this.#list = outerList;
      this.replay(read);
    }
  }

  /**
   * Sorts a list and drops duplicates. There can be some: `#lastNotedBy` remembers one recording per input, so an inner
   * recording may hide that the outer one had noted the same input before.
   */
  #toReadSet(list: readonly number[]): ReadSet {
    if (this.#used + list.length > this.#chunk.length) {
      this.#chunk = new Int32Array(Math.max(CHUNK_LENGTH, list.length));
      this.#used = 0;
    }
    const chunk = this.#chunk;
    const start = this.#used;
    chunk.set(list, start);
    const sorted = chunk.subarray(start, start + list.length).sort();
    let end = start;
    for (const id of sorted) if (end === start || chunk[end - 1] !== id) chunk[end++] = id;
    this.#used = end;
    return chunk.subarray(start, end);
  }
}
