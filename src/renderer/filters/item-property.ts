import { UttersonError } from '../../errors.ts';
import { Drop } from '../../liquid/drop.ts';
import { Range } from '../../liquid/range.ts';
import { MethodLiteral, printValue, toLiquid } from '../../liquid/values.ts';
import { Document } from '../../site/document.ts';
import { Time } from '../../util/time/time.ts';
import { Float, float } from '../../util/values/float.ts';
import { inspect, toText } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';
import { leadingFloat, leadingInteger } from '../../util/values/ruby-text.ts';
import { noMethod } from './ruby-failure.ts';

const INTEGER_LIKE = /^\s*-?\d+\s*$/;
const FLOAT_LIKE = /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/;

/**
 * A property of an item as `where`, `sort` and `group_by` see it: a dotted name leads into nested values, and a value that
 * looks like a number becomes one.
 *
 * @example
 * itemProperty(new Map([['price', '042']]), 'price') // 42
 */
export function itemProperty(item: unknown, property: unknown): unknown {
  return readNumber(readProperty(toLiquid(item), toText(property)));
}

function readProperty(item: unknown, property: string): unknown {
  if (!property.includes('.')) return readKey(item, property);
  const keys = property.split('.');
  while (keys.at(-1) === '') keys.pop();
  return keys.reduce((value: unknown, key) => (isKeyed(value) ? seenByLiquid(readKey(value, key)) : false), item);
}

/** The document before or after another one as templates see it: `next.title`. */
function seenByLiquid(value: unknown): unknown {
  return value instanceof Document ? toLiquid(value) : value;
}

/** Whether a value has Ruby's `[]`. */
function isKeyed(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value);
  if (typeof value === 'string' || typeof value === 'bigint') return true;
  return value instanceof Map || value instanceof Drop || Array.isArray(value);
}

const NO_PROPERTIES = 'Only pages, documents and mappings have properties by name; the list has something else in it.';

function readKey(item: unknown, key: string): unknown {
  if (item instanceof Map || item instanceof Drop) return item.get(key);
  if (typeof item === 'string') return item.includes(key) ? key : undefined;
  if (Array.isArray(item)) {
    throw new UttersonError(
      'TypeError',
      `Error accessing object (${inspect(item).slice(0, 20)}) with given key. Expected an integer but got ${inspect(key)} instead.`,
      { hint: NO_PROPERTIES },
    );
  }
  if (isKeyed(item)) {
    throw new UttersonError('TypeError', 'no implicit conversion from string to integer', { hint: NO_PROPERTIES });
  }
  throw noMethod('[]', item);
}

function readNumber(value: unknown): unknown {
  if (isNil(value) || typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Float) return value;
  if (typeof value === 'object') return value;
  const text = toText(value);
  if (INTEGER_LIKE.test(text)) return leadingInteger(text);
  return FLOAT_LIKE.test(text) ? float(leadingFloat(text)) : value;
}

/** Whether a property equals the target of a `where`. An array does if one of its items does. */
export function matchesTarget(property: unknown, target: unknown): boolean {
  if (isNil(target)) return isNil(property);
  if (target instanceof MethodLiteral) return property === '' || printValue(toArray(property)) === '';
  const text = toText(target);
  if (typeof property === 'string') return property === text;
  return toArray(property).some((item) => toText(item) === text);
}

/** Ruby's `Array()`. It splits a time into its parts, so that `where: 'date', '2024'` finds the posts of that year. */
export function toArray(value: unknown): readonly unknown[] {
  if (isNil(value)) return [];
  return enumerableItems(value) ?? (value instanceof Time ? value.toArray() : [value]);
}

/**
 * What a selecting filter iterates over: the items of an array, the values of a hash, the pairs of a drop. Undefined if
 * the value does not respond to `select` in Ruby.
 */
export function selectableItems(input: unknown): readonly unknown[] | undefined {
  return input instanceof Map ? [...input.values()] : enumerableItems(input);
}

/** Like `selectableItems`, but with the pairs of a hash instead of its values. */
export function enumerableItems(input: unknown): readonly unknown[] | undefined {
  if (Array.isArray(input)) return input;
  if (input instanceof Map) return [...input];
  if (input instanceof Range) return input.toArray();
  if (input instanceof Drop) return input.keys()?.map((key) => [key, input.get(key)]);
  return undefined;
}
