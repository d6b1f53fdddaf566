import type { Drop } from '../../liquid/drop.ts';
import { firstOf } from '../../liquid/lookup.ts';
import { compareTexts } from '../../util/values/compare-texts.ts';

type Entry = readonly [key: string, value: unknown];

/** Jekyll's drops include Ruby's Enumerable. These are the methods of it that Liquid lets templates call. */
const METHODS: ReadonlyMap<unknown, (drop: Drop) => unknown> = new Map<string, (drop: Drop) => unknown>([
  ['count', (drop) => keysOf(drop).length],
  ['first', firstOf],
  ['min', (drop) => entry(drop, sortedKeys(drop)[0])],
  ['max', (drop) => entry(drop, sortedKeys(drop).at(-1))],
  ['sort', (drop) => sortedKeys(drop).map((key) => entry(drop, key))],
]);

const keysOf = (drop: Drop): readonly string[] => drop.keys() ?? [];

/** No two keys are equal, so the values behind them are never compared. */
const sortedKeys = (drop: Drop): readonly string[] => keysOf(drop).toSorted(compareTexts);

const entry = (drop: Drop, key: string | undefined): Entry | undefined =>
  key === undefined ? undefined : [key, drop.get(key)];

/** Whether a key is one of Enumerable's methods, which every drop has. */
export function isEnumerableKey(key: unknown): boolean {
  return METHODS.has(key);
}

/**
 * The value for a key that is none of the drop's own: Enumerable's methods take precedence over its data.
 *
 * @example
 * valueOrEnumerable(drop, new Map([['first', 'Ada']]), 'first') // ['categories', []]
 */
export function valueOrEnumerable(drop: Drop, data: ReadonlyMap<unknown, unknown>, key: unknown): unknown {
  const method = METHODS.get(key);
  if (method === undefined) return data.get(key);
  // If a document has its own `count`, `min`, `max` or `sort`, Jekyll fails in an endless recursion. Here its own value counts.
  return key !== 'first' && data.has(key) ? data.get(key) : method(drop);
}
