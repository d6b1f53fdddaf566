import { Time } from '../../util/time/time.ts';
import { DefaultHash } from '../../util/values/default-hash.ts';
import { toText } from '../../util/values/inspect.ts';
import { integer, isNumeric, toDouble, toWordInteger } from '../../util/values/ruby-float.ts';
import { Drop } from '../drop.ts';
import { LiquidError } from '../liquid-error.ts';
import { Range } from '../range.ts';
import { toLiquid } from '../values.ts';

/**
 * The items an array filter works on (Liquid::StandardFilters::InputIterator): those of an array with nested arrays
 * flattened, none for nil, and any other value, a hash included, as the only item.
 *
 * @example
 * inputItems([1, [2, [3]]]) // [1, 2, 3]
 */
export function inputItems(input: unknown): unknown[] {
  return listInput(input).map(toLiquid);
}

function listInput(input: unknown): readonly unknown[] {
  if (Array.isArray(input)) return flatten(input);
  if (input === null || input === undefined) return [];
  if (input instanceof Range) return input.toArray();
  if (input instanceof Drop) return input.items() ?? [input];
  return input instanceof Time ? input.toArray() : [input];
}

/** Array#flatten. */
function flatten(values: readonly unknown[]): readonly unknown[] {
  return values.some(Array.isArray)
    ? values.flatMap((value) => (Array.isArray(value) ? flatten(value) : [value]))
    : values;
}

/** Whether a value has Ruby's `[]`. */
export function hasItems(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'bigint') return true;
  if (typeof value === 'number') return Number.isInteger(value);
  return Array.isArray(value) || value instanceof Map || value instanceof Drop;
}

/**
 * Ruby's `value[property]`, for values that `hasItems`.
 *
 * @throws {LiquidError} where Ruby raises a TypeError, with Liquid's message for it
 */
export function itemOf(value: unknown, property: unknown): unknown {
  if (value instanceof DefaultHash) return value.at(property);
  if (value instanceof Map || value instanceof Drop) return value.get(property);
  if (property instanceof Range) return partOf(value, property);
  if (typeof value === 'string') return characterOf(value, property);
  if (!isNumeric(property)) throw propertyError(property);
  const index = Math.trunc(toDouble(property));
  if (Array.isArray(value)) return value.at(toWordInteger(index));
  if (!Number.isFinite(index)) throw new RangeError(`${index} is not the number of a bit`);
  return bitOf(BigInt(value as number | bigint), index);
}

/** `value[first..last]`: characters of a string, items of an array, bits of an integer. */
function partOf(value: unknown, range: Range): unknown {
  const first = toWordInteger(range.first);
  const last = toWordInteger(range.last);
  if (typeof value === 'string') return sliceRange([...value], first, last)?.join('');
  return Array.isArray(value) ? sliceRange(value, first, last) : bitsOf(BigInt(value as number | bigint), first, last);
}

/** Negative bounds count from the end; a start beyond the end is nil. */
function sliceRange<T>(items: readonly T[], first: number, last: number): readonly T[] | undefined {
  const start = first < 0 ? first + items.length : first;
  const end = last < 0 ? last + items.length : last;
  return start < 0 || start > items.length ? undefined : items.slice(start, Math.max(start, end + 1));
}

function bitsOf(value: bigint, first: number, last: number): number | bigint {
  const from = Math.min(first, MOST_BITS);
  const shifted = from < 0 ? value << BigInt(Math.min(-from, MOST_BITS)) : value >> BigInt(from);
  return integer(last < first ? shifted : BigInt.asUintN(Math.min(last - first + 1, MOST_BITS), shifted));
}

/** Integer#[]: a bit. */
function bitOf(value: bigint, index: number): number {
  if (index < 0) return 0;
  return Number((value >> BigInt(Math.min(index, MOST_BITS))) & 1n);
}

const MOST_BITS = 2 ** 20;

/** String#[]: a string returns itself where it occurs, a number the character at that position. */
function characterOf(text: string, property: unknown): unknown {
  if (typeof property === 'string') return text.includes(property) ? property : undefined;
  if (isNumeric(property)) return [...text].at(toWordInteger(Math.trunc(toDouble(property))));
  throw propertyError(property);
}

function propertyError(property: unknown): LiquidError {
  return new LiquidError('ArgumentError', `cannot select the property '${toText(property)}'`);
}
