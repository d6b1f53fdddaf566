import { Drop } from './drop.ts';
import { LiquidError } from './liquid-error.ts';
import { Range } from './range.ts';
import type { RenderLimits } from './render-limits.ts';

/** The part of a collection to take: `from` its index, counted from 0, up to but not including `to`. */
interface SliceOptions {
  readonly from: number;
  readonly to: number | undefined;
  /** Counts the items as iterations. */
  readonly limits: RenderLimits;
}

/**
 * The items of a collection from one index up to another (Liquid::Utils.slice_collection). A string is one item, those
 * of a hash are `[key, value]` pairs, those of a drop its keys; a value that cannot be iterated has none.
 *
 * @throws {LiquidError} a MemoryError beyond the limits, or for a range too long for memory
 *
 * @example
 * sliceCollection([1, 2, 3], { from: 1, to: undefined, limits }) // [2, 3]
 */
export function sliceCollection(collection: unknown, { from, to, limits }: SliceOptions): readonly unknown[] {
  if (typeof collection === 'string') return collection === '' ? [] : [collection];
  const start = Math.max(0, from);
  if (collection instanceof Range) return sliceRange(collection, start, to, limits);
  const all = listItems(collection);
  const items =
    start === 0 && to === undefined ? all : all.slice(start, to === undefined ? undefined : Math.max(0, to));
  limits.addTurns(items.length);
  return items;
}

/** Longer ranges do not fit into memory; Ruby fails on them too. */
const LONGEST_RANGE = 2 ** 26;

/** Iterations are counted before the numbers are created: a template may ask for more than fit into memory. */
function sliceRange(range: Range, start: number, to: number | undefined, limits: RenderLimits): readonly unknown[] {
  const count = Math.max(0, Math.min(range.size, to ?? range.size) - start);
  limits.addTurns(count);
  if (count > LONGEST_RANGE) throw new LiquidError('MemoryError', `The range ${range} is too long to loop over`);
  return range.slice(start, count);
}

function listItems(collection: unknown): readonly unknown[] {
  if (Array.isArray(collection)) return collection;
  if (collection instanceof Map) return [...collection];
  return collection instanceof Drop ? (collection.items() ?? []) : [];
}
