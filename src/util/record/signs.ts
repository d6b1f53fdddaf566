import { isAscii } from 'node:buffer';
import type { Stats } from 'node:fs';
import { statsOf } from '../files/missing.ts';
import { floatsIn } from './number-views.ts';
import { PathColumn } from './path-column.ts';

/**
 * The state of a file or folder as far as the file system tells: its identity, its size, and the times of the last
 * change to its content and to its metadata. Unlike the former, the latter time (`ctime`) cannot be set back. A folder
 * changes with the names in it.
 */
export interface Sign {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/** Signs by path. */
export type Signs = ReadonlyMap<string, Sign>;

/** The sign of a path that leads to nothing. */
export const MISSING: Sign = { ino: -1, size: 0, mtimeMs: 0, ctimeMs: 0 };
/** The sign of a folder where only its existence counts. */
const FOLDER: Sign = { ino: -2, size: 0, mtimeMs: 0, ctimeMs: 0 };
/** The sign of something that changed while it was being looked at: it equals no other sign, not even itself. */
export const UNSETTLED: Sign = { ino: Number.NaN, size: 0, mtimeMs: 0, ctimeMs: 0 };

export function isSameSign(a: Sign, b: Sign): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;
}

/** The present sign of a file or folder. */
export function signOf(path: string): Sign {
  const found = statsOf(path);
  return found === undefined ? MISSING : toSign(found);
}

/**
 * The present sign of something a build asked for. A folder's names do not count here: they are recorded when it is
 * listed.
 *
 * @param settledBefore in milliseconds since 1970; anything changed later is UNSETTLED
 */
export function signOfAsked(path: string, settledBefore: number): Sign {
  const found = statsOf(path);
  return found === undefined ? MISSING : signOfLook(found, settledBefore);
}

/** The same, from a status that is known already. */
export function signOfLook(look: Stats, settledBefore: number): Sign {
  if (look.isDirectory()) return FOLDER;
  return Math.max(look.mtimeMs, look.ctimeMs) > settledBefore ? UNSETTLED : toSign(look);
}

/** Drops the Date objects that a Stats carries along. */
function toSign({ ino, size, mtimeMs, ctimeMs }: Sign): Sign {
  return { ino, size, mtimeMs, ctimeMs };
}

const COLUMNS = 4;
const HEAD_BYTES = 8;

/**
 * Signs in compact form, which are compared without being unpacked: a large site has tens of thousands, and a process
 * that finds nothing to do does nothing but compare them.
 *
 * Layout: the number of signs in 8 bytes, four 64-bit floats for each, then the paths, each followed by a zero byte. Later
 * changes go on top of it in the same layout, with the index of each sign as a fifth number (the first), and only the
 * paths of new signs.
 */
export class PackedSigns {
  readonly #paths: PathColumn;
  /** The paths that changes have added, after all others. */
  readonly #added = new Map<string, number>();
  #rows: Float64Array;

  /** @param changes results of `packChanges`, in order, each relative to the signs with the changes before it */
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

  static pack(signs: Signs): Uint8Array {
    const rows = new Float64Array(signs.size * COLUMNS);
    for (const [index, sign] of [...signs.values()].entries()) setRow(rows, index * COLUMNS, sign);
    return join(rows, signs.size, [...signs.keys()]);
  }

  /** The changes that give some paths new signs. */
  packChanges(signs: Signs): Uint8Array {
    const changes = [...this.#differing(signs)];
    const added: string[] = [];
    const rows = new Float64Array(changes.length * (COLUMNS + 1));
    for (const [index, [path, sign]] of changes.entries()) {
      const at = index * (COLUMNS + 1);
      // New paths come after all others.
      rows[at] = this.place(path) ?? this.size + added.push(path) - 1;
      setRow(rows, at + 1, sign);
    }
    return join(rows, changes.length, added);
  }

  /** These signs, in which some paths get new ones, packed anew. */
  packWith(signs: Signs): Uint8Array {
    const all = new PackedSigns(join(this.#rows, this.size, this.paths()), [this.packChanges(signs)]);
    return join(all.#rows, all.size, all.paths());
  }

  #differing(signs: Signs): Signs {
    return new Map(
      [...signs].filter(([path, sign]) => {
        const place = this.place(path);
        return place === undefined || !this.#holds(place, sign);
      }),
    );
  }

  /** The indices of the paths that have changed since a build asked for them. */
  changedSinceAsked(): readonly number[] {
    return [...this.#changed((path) => signOfAsked(path, Number.POSITIVE_INFINITY))];
  }

  /** Whether nothing has changed since a build asked for it. */
  areAsAsked(): boolean {
    return this.#changed((path) => signOfAsked(path, Number.POSITIVE_INFINITY)).next().done === true;
  }

  /** Whether nothing has changed since a build wrote it; for folders, the names inside count. */
  areAsWritten(): boolean {
    return this.#changed(signOf).next().done === true;
  }

  *#changed(look: (path: string) => Sign): Generator<number, void> {
    let place = 0;
    for (const path of this.paths()) {
      if (!this.#holds(place, look(path))) yield place;
      place++;
    }
  }

  #holds(index: number, { ino, size, mtimeMs, ctimeMs }: Sign): boolean {
    const rows = this.#rows;
    const at = index * COLUMNS;
    return rows[at] === ino && rows[at + 1] === size && rows[at + 2] === mtimeMs && rows[at + 3] === ctimeMs;
  }

  /** The sign of a path. */
  get(path: string): Sign | undefined {
    const index = this.place(path);
    return index === undefined ? undefined : this.at(index);
  }

  /** The index of a path. */
  place(path: string): number | undefined {
    return this.#added.get(path) ?? this.#paths.placeOf(path);
  }

  /** The sign at an index. */
  at(index: number): Sign {
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

function setRow(rows: Float64Array, at: number, { ino, size, mtimeMs, ctimeMs }: Sign): void {
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
  // Changes contain only the paths of new signs; their number is not stored, nor needed.
  return [new PathColumn(text, columns === COLUMNS ? count : 0), floatsIn(all.subarray(HEAD_BYTES, end))];
}
