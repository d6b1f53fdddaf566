/**
 * What a page reads while it is rendered.
 *
 * An input has a name, a plain string such as `config:title`, `data:navigation`, `file:_includes/head.html` or
 * `document:_posts/2024-01-01-a.md#title`. The doors through which data enters a page (drops, partial loader, layout
 * lookup, configuration) note the names; tags and filters never do.
 */

/** Gives each input name a small number, so that a page's reads are a list of integers. */
export class InputNames {
  readonly #ids = new Map<string, number>();
  readonly #names: string[];

  /** @param names names that have their places as numbers already, each once; new ones are added to the list */
  constructor(names: string[] = []) {
    this.#names = names;
    for (const [id, name] of names.entries()) this.#ids.set(name, id);
  }

  /** The number of a name; a new name gets the next number. */
  id(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#names.length;
    this.#ids.set(name, id);
    this.#names.push(name);
    return id;
  }

  /** The number of a name that has one. */
  known(name: string): number | undefined {
    return this.#ids.get(name);
  }

  /** @throws RangeError for a number that was never given out */
  name(id: number): string {
    const name = this.#names[id];
    if (name === undefined) throw new RangeError(`no input has the number ${id}`);
    return name;
  }

  get size(): number {
    return this.#names.length;
  }
}

/** The numbers of the inputs that were read, ascending, each once. */
export type ReadSet = Int32Array;

/** The name of an input that is never the same twice: who reads it is always stale. */
export const UNTRACKED = 'untracked';

/** Sets share larger pieces of memory: one for each is more than the numbers in it. */
const PIECE = 2 ** 14;

/**
 * Records reads. Recordings nest: what an inner one reads, the outer one has read too.
 *
 * @example
 * const reads = new Reads(new InputNames());
 * const { result, read } = reads.record(() => { reads.note('config:title'); return 'html'; });
 */
export class Reads {
  readonly #names: InputNames;
  /** For each input the number of the recording that noted it last: keeps lists short without a set. */
  #noted: number[] = [];
  #recording = 0;
  #recordings = 0;
  #list: number[] = [];
  /** What sets lie in. */
  #piece = new Int32Array(0);
  #used = 0;

  constructor(names: InputNames) {
    this.#names = names;
  }

  /** The number to hand to `noteId`; doors that are used often look it up once. */
  id(name: string): number {
    return this.#names.id(name);
  }

  name(id: number): string {
    return this.#names.name(id);
  }

  note(name: string): void {
    if (this.#recording !== 0) this.noteId(this.#names.id(name));
  }

  /** What notes the keys of one source, `data:navigation`: keys are read again and again, their names put together once. */
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
    if (this.#noted[id] === this.#recording || this.#recording === 0) return;
    this.#noted[id] = this.#recording;
    this.#list.push(id);
  }

  /** Notes again what something kept has read, when it is used in place of being made anew. */
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

  /** Runs `action` and tells what it read. */
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

  /** An inner recording may hide that the outer one had noted an input already, so a list can hold a number twice. */
  #toReadSet(list: readonly number[]): ReadSet {
    if (this.#used + list.length > this.#piece.length) {
      this.#piece = new Int32Array(Math.max(PIECE, list.length));
      this.#used = 0;
    }
    const piece = this.#piece;
    const start = this.#used;
    piece.set(list, start);
    const sorted = piece.subarray(start, start + list.length).sort();
    let end = start;
    for (const id of sorted) if (end === start || piece[end - 1] !== id) piece[end++] = id;
    this.#used = end;
    return piece.subarray(start, end);
  }
}
