import { Drop } from '../liquid/drop.ts';
import { toLiquid } from '../liquid/values.ts';
import { isTruthy } from '../util/values/is-truthy.ts';

/**
 * Looks up what `value.key.key` would be in a template, through hashes and drops; undefined if a key is missing.
 *
 * @example
 * dig(site.config, 'feed', 'path')
 */
export function dig(value: unknown, ...keys: readonly string[]): unknown {
  let found = toLiquid(value);
  for (const key of keys) {
    if (!(found instanceof Map || found instanceof Drop)) return undefined;
    found = toLiquid(found.get(key));
  }
  return found;
}

/** The first value that is truthy in Ruby, like `a || b || c`; undefined if there is none. */
export function firstTrue(...values: readonly unknown[]): unknown {
  return values.find((value) => isTruthy(value));
}
