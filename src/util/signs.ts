import { isAscii } from 'node:buffer';
import { type Stats, statSync } from 'node:fs';

/**
 * What a file or folder looks like from outside: which one it is, how long, and when it and what is known of it changed
 * last. The last cannot be set back, as the time of the text can. A folder changes with the names in it.
 */
export interface Sign {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

export type Signs = ReadonlyMap<string, Sign>;

export const MISSING: Sign = { ino: -1, size: 0, mtimeMs: 0, ctimeMs: 0 };
/** The sign of a folder of which it only counts that it is one. */
export const FOLDER: Sign = { ino: -2, size: 0, mtimeMs: 0, ctimeMs: 0 };
/** The sign of what changed while it was being looked at: it equals no other, and not itself. */
export const UNSETTLED: Sign = { ino: Number.NaN, size: 0, mtimeMs: 0, ctimeMs: 0 };

export function isSameSign(a: Sign, b: Sign): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;
}

/** The sign of what was written. */
export function signOf(path: string): Sign {
  const found = find(path);
  return found === undefined ? MISSING : toSign(found);
}

/** The sign of what was asked for: the names in a folder are noted when they are listed. */
export function signOfAsked(path: string, settledBefore: number): Sign {
  const found = find(path);
  if (found === undefined) return MISSING;
  if (found.isDirectory()) return FOLDER;
  return Math.max(found.mtimeMs, found.ctimeMs) > settledBefore ? UNSETTLED : toSign(found);
}

const QUIETLY = { throwIfNoEntry: false } as const;

function find(path: string): Stats | undefined {
  return statSync(path, QUIETLY);
}

/** Without the dates that a found file carries along. */
function toSign({ ino, size, mtimeMs, ctimeMs }: Sign): Sign {
  return { ino, size, mtimeMs, ctimeMs };
}

const COLUMNS = 4;
const HEAD_BYTES = 8;
const BETWEEN_PATHS = '\0';
/** So many paths are looked for among the others sooner than these are put into a map. */
const FEW = 8;
const NOWHERE = -1;

/**
 * Signs in few bytes, which are compared without being unpacked: of a large site there are tens of thousands, and a process
 * that finds nothing to do does nothing but compare them.
 *
 * Layout: the number of signs in 8 bytes, four 64-bit floats for each, the paths with a zero byte between. What was packed later is
 * laid over it: a path that is known already has another sign then.
 */
export class PackedSigns {
  readonly paths: string[];
  #rows: Float64Array;
  #places: Map<string, number> | undefined;

  constructor(bytes: Uint8Array, later: readonly Uint8Array[] = []) {
    [this.paths, this.#rows] = unpack(bytes);
    for (const more of later) this.#add(...unpack(more));
  }

  static pack(signs: Signs): Uint8Array {
    const rows = new Float64Array(signs.size * COLUMNS);
    for (const [index, sign] of [...signs.values()].entries()) setRow(rows, index, sign);
    return join(rows, [...signs.keys()]);
  }

  /** The same signs with others laid over them. */
  packWith(signs: Signs): Uint8Array {
    const others = this.differing(signs);
    const paths = [...this.paths, ...[...others.keys()].filter((path) => this.place(path) === undefined)];
    const rows = new Float64Array(paths.length * COLUMNS);
    rows.set(this.#rows);
    for (const [path, sign] of others) setRow(rows, this.place(path) ?? paths.indexOf(path), sign);
    return join(rows, paths);
  }

  /** Those signs that are others here, or none. */
  differing(signs: Signs): Signs {
    return new Map(
      [...signs].filter(([path, sign]) => {
        const known = this.get(path);
        return known === undefined || !isSameSign(known, sign);
      }),
    );
  }

  /** The places of the paths that do not look as they did when they were asked for. */
  changedSinceAsked(): readonly number[] {
    return [...this.#differing((path) => signOfAsked(path, Number.POSITIVE_INFINITY))];
  }

  /** Whether everything looks as it did when it was asked for. */
  areAsAsked(): boolean {
    return this.#differing((path) => signOfAsked(path, Number.POSITIVE_INFINITY)).next().done === true;
  }

  /** Whether everything looks as its sign says. */
  areAsWritten(): boolean {
    return this.#differing(signOf).next().done === true;
  }

  *#differing(look: (path: string) => Sign): Generator<number, void> {
    const rows = this.#rows;
    for (const [index, path] of this.paths.entries()) {
      const { ino, size, mtimeMs, ctimeMs } = look(path);
      const at = index * COLUMNS;
      if (rows[at] !== ino || rows[at + 1] !== size || rows[at + 2] !== mtimeMs || rows[at + 3] !== ctimeMs)
        yield index;
    }
  }

  /** The sign of a path. */
  get(path: string): Sign | undefined {
    const index = this.place(path);
    return index === undefined ? undefined : this.at(index);
  }

  /** Where a path stands among the others. */
  place(path: string): number | undefined {
    this.#places ??= new Map(this.paths.map((known, index) => [known, index]));
    return this.#places.get(path);
  }

  /** The sign at a place. */
  at(index: number): Sign {
    const [ino = Number.NaN, size = 0, mtimeMs = 0, ctimeMs = 0] = this.#rows.subarray(
      index * COLUMNS,
      (index + 1) * COLUMNS,
    );
    return { ino, size, mtimeMs, ctimeMs };
  }

  #add(paths: readonly string[], rows: Float64Array): void {
    const all = new Float64Array(this.#rows.length + rows.length);
    all.set(this.#rows);
    for (const [index, path] of paths.entries()) {
      const known = paths.length > FEW ? (this.place(path) ?? NOWHERE) : this.paths.indexOf(path);
      const place = known === NOWHERE ? this.paths.push(path) - 1 : known;
      this.#places?.set(path, place);
      all.set(rows.subarray(index * COLUMNS, (index + 1) * COLUMNS), place * COLUMNS);
    }
    this.#rows = all.subarray(0, this.paths.length * COLUMNS);
  }
}

function setRow(rows: Float64Array, index: number, { ino, size, mtimeMs, ctimeMs }: Sign): void {
  rows[index * COLUMNS] = ino;
  rows[index * COLUMNS + 1] = size;
  rows[index * COLUMNS + 2] = mtimeMs;
  rows[index * COLUMNS + 3] = ctimeMs;
}

function join(rows: Float64Array, paths: readonly string[]): Uint8Array {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(paths.length);
  return Buffer.concat([head, Buffer.from(rows.buffer), Buffer.from(paths.join(BETWEEN_PATHS))]);
}

function unpack(bytes: Uint8Array): [paths: string[], rows: Float64Array] {
  const count = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readUInt32LE(0);
  const end = HEAD_BYTES + count * COLUMNS * Float64Array.BYTES_PER_ELEMENT;
  const rows = new Float64Array(new Uint8Array(bytes.subarray(HEAD_BYTES, end)).buffer);
  const paths = Buffer.from(bytes.buffer, bytes.byteOffset + end, bytes.byteLength - end);
  return [count === 0 ? [] : paths.toString(isAscii(paths) ? 'latin1' : 'utf8').split(BETWEEN_PATHS), rows];
}
