/**
 * Where the doors through which data enters a page note what was read. Names are `kind:subject`, such as
 * `meta:_posts/2024-01-01-a.md` or `data:authors`; `build` knows how to tell whether one has changed.
 */
export interface ReadNotes {
  /** The number to hand to `noteId`; doors that are used often look it up once. */
  id(name: string): number;
  note(name: string): void;
  noteId(id: number): void;
  /** What notes the keys of one source, such as `config`. */
  noteKeysOf(source: string): (key: unknown) => void;
  /** Runs an action and tells what it read, for what is made once and used by many. */
  record<T>(action: () => T): { readonly result: T; readonly read: Int32Array };
  /** Runs an action whose reads are nobody's: what it finds has a version of its own. */
  aside<T>(action: () => T): T;
  /** Notes again what something kept has read, when it is used in place of being made anew. */
  replay(read: Int32Array): void;
}
