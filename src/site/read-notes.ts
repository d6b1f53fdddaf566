/** An input whose version always changes, so that everything that reads it is always stale. */
export const UNTRACKED = 'untracked';
/** Read by items that depend on the renders before them, as with `cycle` in a layout: all of them are rendered, or none. */
export const ORDER = 'order';
/** Read by items that show a variable left behind by the item before: then nothing can be kept. */
export const LEFTOVER = 'leftover';

/** What a plugin notes that it has read. A path is absolute, and need not be that of anything. */
export type PluginInput =
  | `${'file' | 'folder' | 'layout' | 'config' | 'git'}:${string}`
  | 'environment:variables'
  | 'links'
  | 'tags'
  | typeof ORDER
  | typeof LEFTOVER
  | typeof UNTRACKED;

/**
 * Where the doors through which data enters a page note what was read. Input names are `kind:subject`, such as
 * `meta:_posts/2024-01-01-a.md` or `data:authors`; `build` knows how to find out whether an input has changed.
 */
export interface ReadNotes {
  /** The number to pass to `noteId`: doors that are used often look it up once. */
  id(name: string): number;
  note(name: string): void;
  noteId(id: number): void;
  /** Returns a function that notes the keys of one source, such as `config`. */
  noteKeysOf(source: string): (key: unknown) => void;
  /** Runs an action and returns what it read, for results that are made once and used by many pages. */
  record<T>(action: () => T): { readonly result: T; readonly read: Int32Array };
  /** Runs an action without noting what it reads, for results that have a version of their own. */
  aside<T>(action: () => T): T;
  /** Notes everything in `read` again: for a kept result that is reused instead of being made anew. */
  replay(read: Int32Array): void;
}
