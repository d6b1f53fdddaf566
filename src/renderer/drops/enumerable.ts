import type { Drop } from '../../liquid/drop.ts';
import { firstOf } from '../../liquid/lookup.ts';
import { compareTexts } from '../../util/compare-texts.ts';

type Entry = readonly [key: string, value: unknown];

/** Jekyll's drops are Ruby's Enumerable, and these of its methods Liquid lets templates call. */
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

/** Whether every drop has an answer to a key. */
export function isEnumerableKey(key: unknown): boolean {
  return METHODS.has(key);
}

/**
 * What a drop answers to a key that is none of its own: Enumerable's methods go before its data.
 *
 * @example
 * valueOrEnumerable(drop, new Map([['first', 'Ada']]), 'first') // ['categories', []]
 */
export function valueOrEnumerable(drop: Drop, data: ReadonlyMap<unknown, unknown>, key: unknown): unknown {
  const method = METHODS.get(key);
  if (method === undefined) return data.get(key);
  // Jekyll does not build a document whose own `count`, `min`, `max` or `sort` is asked for: the method would call itself.
  return key !== 'first' && data.has(key) ? data.get(key) : method(drop);
}
