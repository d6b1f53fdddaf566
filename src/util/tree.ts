/** A name in a folder. A symbolic link is described by what it points to; `missing` when it points nowhere. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'missing';
  readonly isLink: boolean;
}

export interface TreeStatus {
  readonly kind: 'file' | 'directory';
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
  readonly size: number;
}

const SETTLED_AFTER = 100_000_000n;

/**
 * Whether a file's time tells it from a later version of the same size: file systems count time in steps of some
 * milliseconds, so a file that was changed just now may change again without another time.
 */
export function isSettled({ modified }: TreeStatus): boolean {
  return BigInt(Date.now()) * 1_000_000n - modified > SETTLED_AFTER;
}

/**
 * Where a site is read from. Paths are absolute, with `/` between names.
 *
 * The disk is one (`DiskTree`), memory is another (`MemoryTree`, for tests and for programs).
 */
export interface ReadTree {
  /** The names in a folder, sorted by their bytes; none where there is no such folder. */
  list(directory: string): readonly TreeEntry[];
  /** The same in the order of the file system, which Ruby's Dir.entries gives. */
  listUnsorted(directory: string): readonly TreeEntry[];
  read(path: string): Uint8Array;
  /** Reads a file for somebody who is done with its bytes at once: the next file may be read into the same memory. */
  lend<T>(path: string, use: (bytes: Uint8Array) => T): T;
  /** At most `length` bytes from the beginning of a file. */
  readStart(path: string, length: number): Uint8Array;
  /** What a path is, links followed, or undefined where there is nothing. */
  status(path: string): TreeStatus | undefined;
  /** The path with every link resolved, or undefined where it leads nowhere. */
  realPath(path: string): string | undefined;
}

/** Where a site is written to. Folders on the way to a written file are made. */
export interface WriteTree extends ReadTree {
  /** Bytes are lent: their memory may be used for others afterwards. */
  write(path: string, content: string | Uint8Array): void;
  /** Copies a file with its modification time, unless it is there already; a link stays a link with `keepLink`. */
  copy(from: string, to: string, keepLink: boolean): void;
  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): void;
}
