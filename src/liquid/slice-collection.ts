import { Drop } from './drop.ts';
import { Range } from './range.ts';

/**
 * The items of a collection from one index up to another (Liquid::Utils.slice_collection). A text is one item;
 * of a hash the items are `[key, value]` pairs, of a drop its keys; what cannot be walked through has none.
 *
 * @example
 * sliceCollection([1, 2, 3], 1, undefined) // [2, 3]
 */
export function sliceCollection(collection: unknown, from: number, to: number | undefined): readonly unknown[] {
  if (typeof collection === 'string') return collection === '' ? [] : [collection];
  const start = Math.max(0, from);
  if (collection instanceof Range) return collection.slice(start, (to ?? Number.POSITIVE_INFINITY) - start);
  const items = listItems(collection);
  if (start === 0 && to === undefined) return items;
  return items.slice(start, to === undefined ? undefined : Math.max(0, to));
}

function listItems(collection: unknown): readonly unknown[] {
  if (Array.isArray(collection)) return collection;
  if (collection instanceof Map) return [...collection];
  return collection instanceof Drop ? (collection.keys() ?? []) : [];
}
