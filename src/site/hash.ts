import { UttersonError } from '../errors.ts';
import { inspect } from '../util/values/inspect.ts';
import { isTruthy } from '../util/values/is-truthy.ts';

/** A Ruby Hash: the form of front matter, configuration and data files. */
export type Hash = Map<unknown, unknown>;

/** A hash that is only read, such as `site.config`. */
export type ReadonlyHash = ReadonlyMap<unknown, unknown>;

/** The value if it is a hash, otherwise an empty hash. */
export function asHash(value: unknown): ReadonlyHash {
  return value instanceof Map ? value : EMPTY;
}

const EMPTY: ReadonlyHash = new Map();

/**
 * The settings under a key of the configuration; empty if its value is nil or false. Jekyll fails too if it is no hash.
 *
 * @throws {UttersonError} `InvalidConfiguration`
 * @example
 * settingsOf(site.config, 'sass').get('style')
 */
export function settingsOf(config: ReadonlyHash, key: string): ReadonlyHash {
  const value = config.get(key);
  if (!isTruthy(value)) return EMPTY;
  if (value instanceof Map) return value;
  throw new UttersonError('InvalidConfiguration', `'${key}' should be a hash, but was: ${inspect(value)}.`, {
    hint: 'Put `key: value` lines below it.',
  });
}
