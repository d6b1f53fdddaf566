/** Ruby's Hash as held here: what front matter, configuration and data files are made of. */
export type Hash = Map<unknown, unknown>;

/** A hash nobody may change. */
export type ReadonlyHash = ReadonlyMap<unknown, unknown>;

/** The value as a hash, or an empty one where it is none. */
export function asHash(value: unknown): ReadonlyHash {
  return value instanceof Map ? value : EMPTY;
}

const EMPTY: ReadonlyHash = new Map();
