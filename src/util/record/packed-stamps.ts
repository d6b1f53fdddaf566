import { isAscii } from 'node:buffer';
import { type FileStamp, type FileStamps, stampOf, stampWhenRead } from './file-stamp.ts';
import { floatsIn } from './number-views.ts';
import { PathColumn } from './path-column.ts';

const COLUMNS = 4;
const HEAD_BYTES = 8;

/**
 * Stamps in compact form, which are compared without being unpacked: a large site has tens of thousands, and a process
 * that finds nothing to do does nothing but compare them.
 *
 * Layout: the number of stamps in 8 bytes, four 64-bit floats for each, then the paths, each followed by a zero byte. Later
 * changes go on top of it in the same layout, with the index of each stamp as a fifth number (the first), and only the
 * paths of new stamps.
 */
export class PackedStamps {
  readonly #paths: PathColumn;
  /** The paths that changes have added, after all others. */
  readonly #added = new Map<string, number>();
  #rows: Float64Array;

  /** @param changes results of `packChanges`, in order, each relative to the stamps with the changes before it */
  constructor(bytes: Uint8Array, changes: readonly Uint8Array[] = []) {
    const [paths, rows] = unpack(bytes, COLUMNS);
    this.#paths = paths;
    this.#rows = rows;
    if (changes.length === 0) return;
    const unpacked = changes.map((change) => unpack(change, COLUMNS + 1));
    for (const [added] of unpacked) for (const path of added) this.#added.set(path, this.size);
    this.#rows = new Float64Array(this.size * COLUMNS);
    this.#rows.set(rows);
    for (const [, changed] of unpacked) this.#change(changed);
  }

  get size(): number {
    return this.#paths.length + this.#added.size;
  }

  *paths(): Generator<string, void> {
    yield* this.#paths;
    yield* this.#added.keys();
  }

  static pack(stamps: FileStamps): Uint8Array {
    const rows = new Float64Array(stamps.size * COLUMNS);
    for (const [index, stamp] of [...stamps.values()].entries()) setRow(rows, index * COLUMNS, stamp);
    return join(rows, stamps.size, [...stamps.keys()]);
  }

  /** The changes that give some paths new stamps. */
  packChanges(stamps: FileStamps): Uint8Array {
    const changes = [...this.#differing(stamps)];
    const added: string[] = [];
    const rows = new Float64Array(changes.length * (COLUMNS + 1));
    for (const [index, [path, stamp]] of changes.entries()) {
      const at = index * (COLUMNS + 1);
      // New paths come after all others.
      rows[at] = this.indexOf(path) ?? this.size + added.push(path) - 1;
      setRow(rows, at + 1, stamp);
    }
    return join(rows, changes.length, added);
  }

  /** These stamps, in which some paths get new ones, packed anew. */
  packWith(stamps: FileStamps): Uint8Array {
    const all = new PackedStamps(join(this.#rows, this.size, this.paths()), [this.packChanges(stamps)]);
    return join(all.#rows, all.size, all.paths());
  }

  #differing(stamps: FileStamps): FileStamps {
    return new Map(
      [...stamps].filter(([path, stamp]) => {
        const index = this.indexOf(path);
        return index === undefined || !this.#holds(index, stamp);
      }),
    );
  }

  /** The indices of the paths that have changed since a build read them. */
  changedSinceRead(): readonly number[] {
    return [...this.#changed((path) => stampWhenRead(path, Number.POSITIVE_INFINITY))];
  }

  /** Whether nothing has changed since a build read it. */
  areAsRead(): boolean {
    return this.#changed((path) => stampWhenRead(path, Number.POSITIVE_INFINITY)).next().done === true;
  }

  /** Whether nothing has changed since a build wrote it; for folders, the names inside count. */
  areAsWritten(): boolean {
    return this.#changed(stampOf).next().done === true;
  }

  *#changed(stamp: (path: string) => FileStamp): Generator<number, void> {
    let index = 0;
    for (const path of this.paths()) {
      if (!this.#holds(index, stamp(path))) yield index;
      index++;
    }
  }

  #holds(index: number, { ino, size, mtimeMs, ctimeMs }: FileStamp): boolean {
    const rows = this.#rows;
    const at = index * COLUMNS;
    return rows[at] === ino && rows[at + 1] === size && rows[at + 2] === mtimeMs && rows[at + 3] === ctimeMs;
  }

  /** The stamp of a path. */
  get(path: string): FileStamp | undefined {
    const index = this.indexOf(path);
    return index === undefined ? undefined : this.at(index);
  }

  /** The index of a path. */
  indexOf(path: string): number | undefined {
    return this.#added.get(path) ?? this.#paths.indexOf(path);
  }

  /** The stamp at an index. */
  at(index: number): FileStamp {
    const rows = this.#rows;
    const at = index * COLUMNS;
    return {
      ino: rows[at] ?? Number.NaN,
      size: rows[at + 1] ?? 0,
      mtimeMs: rows[at + 2] ?? 0,
      ctimeMs: rows[at + 3] ?? 0,
    };
  }

  #change(changes: Float64Array): void {
    for (let at = 0; at < changes.length; at += COLUMNS + 1) {
      this.#rows.set(changes.subarray(at + 1, at + 1 + COLUMNS), (changes[at] ?? 0) * COLUMNS);
    }
  }
}

function setRow(rows: Float64Array, at: number, { ino, size, mtimeMs, ctimeMs }: FileStamp): void {
  rows[at] = ino;
  rows[at + 1] = size;
  rows[at + 2] = mtimeMs;
  rows[at + 3] = ctimeMs;
}

function join(rows: Float64Array, count: number, paths: Iterable<string>): Uint8Array {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(count);
  const numbers = Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength);
  return Buffer.concat([head, numbers, Buffer.from(PathColumn.join(paths))]);
}

function unpack(bytes: Uint8Array, columns: number): [paths: PathColumn, rows: Float64Array] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = all.readUInt32LE(0);
  const end = HEAD_BYTES + count * columns * Float64Array.BYTES_PER_ELEMENT;
  const paths = all.subarray(end);
  const text = paths.toString(isAscii(paths) ? 'latin1' : 'utf8');
  // Changes contain only the paths of new stamps; their number is not stored, nor needed.
  return [new PathColumn(text, columns === COLUMNS ? count : 0), floatsIn(all.subarray(HEAD_BYTES, end))];
}
