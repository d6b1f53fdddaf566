/** An entry of a folder. For a symbolic link, `kind` is that of its target, or `missing` if it has none. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'missing';
  readonly isLink: boolean;
}

/** What is known about a file or folder without reading it. */
export interface TreeStatus {
  readonly kind: 'file' | 'directory';
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
  readonly size: number;
}

/**
 * In milliseconds. File systems count time in steps of some milliseconds, so a more recent change may be followed by
 * another with the same time.
 */
export const SETTLED_AFTER = 100;

/** Whether a file's time distinguishes it from a later version of the same size. */
export function isSettled({ modified }: TreeStatus): boolean {
  return BigInt(Date.now() - SETTLED_AFTER) * 1_000_000n > modified;
}

/**
 * A tree of files that sites are read from: the disk (`DiskTree`), or memory (`MemoryTree`, for tests and programs).
 * Paths are absolute, with `/` between names.
 */
export interface ReadTree {
  /** The entries of a folder, sorted by the bytes of their names; empty if there is no such folder. */
  list(directory: string): readonly TreeEntry[];
  /** The same in the order of the file system, which is that of Ruby's Dir.entries. */
  listUnsorted(directory: string): readonly TreeEntry[];
  read(path: string): Uint8Array;
  /**
   * Reads a file and passes its bytes to a function. They are valid only during that call: their memory may be reused.
   */
  lend<T>(path: string, use: (bytes: Uint8Array) => T): T;
  /** The first bytes of a file, at most `length`. */
  readStart(path: string, length: number): Uint8Array;
  /** The status of a path, following links; undefined if there is nothing. */
  status(path: string): TreeStatus | undefined;
  /** The path with every link resolved; undefined if it leads nowhere. */
  realPath(path: string): string | undefined;
  /** Whether names near a path that differ only by case are one, as usually on Windows and macOS. Without this method they are not. */
  foldsCase?(path: string): boolean;
}

/** A tree of files that sites are written to. Missing folders are created. */
export interface WriteTree extends ReadTree {
  /** Writes a file. The caller may reuse the memory of the bytes afterwards. */
  write(path: string, content: string | Uint8Array): void;
  /** Copies a file with its modification time, unless that has been done; with `keepLink` a link stays a link. */
  copy(from: string, to: string, keepLink: boolean): void;
  /**
   * Begins to copy a file to where nothing is, in the background. A later `copy` finds that it has been done, or does what
   * could not be done.
   */
  copyAhead?(from: string, to: string): Promise<void>;
  /** Removes a file, or a folder with everything in it. */
  remove(path: string): void;
  /** Gives a file or folder another name in the same folder. Only needed where `foldsCase` may be true. */
  rename?(from: string, to: string): void;
}
