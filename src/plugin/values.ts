import { Drop } from '../liquid/drop.ts';
import { toLiquid } from '../liquid/values.ts';
import { isTruthy } from '../util/is-truthy.ts';

/**
 * What a template would get for `value.key.key`: a value inside hashes and drops, undefined where there is none.
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

/** The first value that Ruby holds for true, as `a || b || c`; undefined where there is none. */
export function firstTrue(...values: readonly unknown[]): unknown {
  return values.find((value) => isTruthy(value));
}
