import { UttersonError } from '../errors.ts';
import { inspect } from '../util/inspect.ts';
import { isTruthy } from '../util/is-truthy.ts';

/** Ruby's Hash as held here: what front matter, configuration and data files are made of. */
export type Hash = Map<unknown, unknown>;

/** A hash nobody may change. */
export type ReadonlyHash = ReadonlyMap<unknown, unknown>;

/** The value as a hash, or an empty one where it is none. */
export function asHash(value: unknown): ReadonlyHash {
  return value instanceof Map ? value : EMPTY;
}

const EMPTY: ReadonlyHash = new Map();

/**
 * The settings below a key of the configuration, none where it is nil or false. Jekyll stops as well at what is no hash.
 *
 * @throws UttersonError InvalidConfiguration
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
