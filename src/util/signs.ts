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

/**
 * Signs in few bytes, which are compared without being unpacked: of a large site there are tens of thousands, and a process
 * that finds nothing to do does nothing but compare them.
 *
 * Layout: the number of signs in 8 bytes, four 64-bit floats for each, the paths with a zero byte between.
 */
export class PackedSigns {
  readonly paths: readonly string[];
  readonly #rows: Float64Array;
  #places: ReadonlyMap<string, number> | undefined;

  constructor(bytes: Uint8Array) {
    const count = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readUInt32LE(0);
    const end = HEAD_BYTES + count * COLUMNS * Float64Array.BYTES_PER_ELEMENT;
    this.#rows = new Float64Array(new Uint8Array(bytes.subarray(HEAD_BYTES, end)).buffer);
    const paths = Buffer.from(bytes.buffer, bytes.byteOffset + end, bytes.byteLength - end);
    this.paths = count === 0 ? [] : paths.toString(isAscii(paths) ? 'latin1' : 'utf8').split(BETWEEN_PATHS);
  }

  static pack(signs: ReadonlyMap<string, Sign>): Uint8Array {
    const rows = new Float64Array(signs.size * COLUMNS);
    let at = 0;
    for (const { ino, size, mtimeMs, ctimeMs } of signs.values()) {
      rows[at++] = ino;
      rows[at++] = size;
      rows[at++] = mtimeMs;
      rows[at++] = ctimeMs;
    }
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt32LE(signs.size);
    return Buffer.concat([head, Buffer.from(rows.buffer), Buffer.from([...signs.keys()].join(BETWEEN_PATHS))]);
  }

  /** The first paths that look, one after the other, as they did when they were asked for. */
  countAsAsked(): number {
    return this.#countWhile((path) => signOfAsked(path, Number.POSITIVE_INFINITY));
  }

  /** Whether everything looks as it did when it was asked for. */
  areAsAsked(): boolean {
    return this.countAsAsked() === this.paths.length;
  }

  /** Whether everything looks as its sign says. */
  areAsWritten(): boolean {
    return this.#countWhile(signOf) === this.paths.length;
  }

  #countWhile(look: (path: string) => Sign): number {
    const rows = this.#rows;
    for (const [index, path] of this.paths.entries()) {
      const { ino, size, mtimeMs, ctimeMs } = look(path);
      const at = index * COLUMNS;
      if (rows[at] !== ino || rows[at + 1] !== size || rows[at + 2] !== mtimeMs || rows[at + 3] !== ctimeMs) {
        return index;
      }
    }
    return this.paths.length;
  }

  /** The sign of a path. */
  get(path: string): Sign | undefined {
    this.#places ??= new Map(this.paths.map((known, index) => [known, index]));
    const index = this.#places.get(path);
    return index === undefined ? undefined : this.#row(index);
  }

  /** The first signs, by path. */
  first(count: number): Signs {
    return new Map(this.paths.slice(0, count).map((path, index) => [path, this.#row(index)]));
  }

  #row(index: number): Sign {
    const [ino = Number.NaN, size = 0, mtimeMs = 0, ctimeMs = 0] = this.#rows.subarray(
      index * COLUMNS,
      (index + 1) * COLUMNS,
    );
    return { ino, size, mtimeMs, ctimeMs };
  }
}
