import { DEFAULT_EXCLUDES, defaultConfig, FURTHER_OPTIONS, OPTIONS } from '../../config/options.ts';
import type { ReadonlyHash } from '../../site/hash.ts';
import { wordWithin } from '../../util/nearest-word.ts';
import { equals } from '../../util/values/compare.ts';

/** Every word of four letters is close to some other. */
const LEAST_LENGTH = 5;

/**
 * Keys of the configuration that are one letter away from a setting that is not set. Any other key that is no setting is taken for a
 * value that templates use.
 *
 * @example
 * findMisspeltKeys(config) // [['baselurl', 'baseurl']]
 */
export function findMisspeltKeys(config: ReadonlyHash): readonly (readonly [key: string, setting: string])[] {
  const defaults = defaultConfig('').set('exclude', DEFAULT_EXCLUDES);
  const names = [...OPTIONS, ...FURTHER_OPTIONS].map(({ name }) => name);
  const unset = names.filter((name) => name.length >= LEAST_LENGTH && equals(config.get(name), defaults.get(name)));
  return [...config.keys()].map(String).flatMap((key) => {
    const setting = names.includes(key) ? undefined : wordWithin(key, unset, 1);
    return setting === undefined ? [] : [[key, setting] as const];
  });
}
