import { equals } from '../../util/values/compare.ts';
import { toText } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { Distinct } from '../distinct.ts';
import { argumentText, type FilterFunction } from '../filter.ts';
import { LiquidError } from '../liquid-error.ts';
import { firstOf, lastOf, MISSING, sizeOf } from '../lookup.ts';
import { joinValues } from '../values.ts';
import { hasItems, inputItems, itemOf } from './input-items.ts';

export const join: FilterFunction = (input, args) => joinValues(inputItems(input), argumentText(args, 0, ' '));

export const reverse: FilterFunction = (input) => inputItems(input).reverse();

/** `map`: a property of each item, nil for an item without properties. */
export const map: FilterFunction = (input, [property]) =>
  inputItems(input).map((item) => {
    if (property === 'to_liquid') return item;
    return hasItems(item) ? itemOf(item, property) : undefined;
  });

/**
 * Liquid's own `where`, which Jekyll replaces: items whose property equals the target or, without a target, is truthy.
 */
export const where: FilterFunction = (input, [property, target]) => {
  const items = inputItems(input);
  if (items.length === 0) return [];
  if (!hasItems(items[0])) return undefined;
  if (isNil(target)) return items.filter((item) => isTruthy(readItem(item, property)));
  return items.filter((item) => equals(readItem(item, property), target));
};

export const uniq: FilterFunction = (input, args) => {
  const items = inputItems(input);
  const property = args[0];
  if (isNil(property)) return uniqueBy(items, (item) => item);
  if (items.length === 0) return [];
  return hasItems(items[0]) ? uniqueBy(items, (item) => readItem(item, property)) : undefined;
};

function uniqueBy(items: readonly unknown[], select: (item: unknown) => unknown): unknown[] {
  // Ruby does not look at the property of a single item.
  if (items.length < 2) return [...items];
  const distinct = new Distinct();
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const key = distinct.keyOf(select(item));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export const compact: FilterFunction = (input, args) => {
  const items = inputItems(input);
  const property = args[0];
  if (isNil(property)) return items.filter((item) => !isNil(item));
  if (items.length === 0) return [];
  return hasItems(items[0]) ? items.filter((item) => !isNil(readItem(item, property))) : undefined;
};

/** Liquid tests only the first item for properties; a later item without any is a NoMethodError in Ruby. */
function readItem(item: unknown, property: unknown): unknown {
  if (!hasItems(item)) throw new TypeError(`An item of the array has no property '${toText(property)}'.`);
  return itemOf(item, property);
}

export const concat: FilterFunction = (input, [array]) => {
  if (!Array.isArray(array)) throw new LiquidError('ArgumentError', 'concat filter requires an array argument');
  return [...inputItems(input), ...array];
};

export const size: FilterFunction = (input) => sizeOf(input) ?? 0;

export const first: FilterFunction = (input) => nilIfMissing(firstOf(input));
export const last: FilterFunction = (input) => nilIfMissing(lastOf(input));

function nilIfMissing(found: unknown): unknown {
  return found === MISSING ? undefined : found;
}

/** `default` replaces nil, false and anything empty. */
export const defaultTo: FilterFunction = (input, args) => {
  const isEmpty =
    Array.isArray(input) || typeof input === 'string' ? input.length === 0 : input instanceof Map && input.size === 0;
  if (isTruthy(input) && !isEmpty) return input;
  return args.length > 0 ? args[0] : '';
};
