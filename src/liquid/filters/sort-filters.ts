import { compare, comparisonFailure } from '../../util/compare.ts';
import { toText } from '../../util/inspect.ts';
import { mergeSort } from '../../util/merge-sort.ts';
import type { FilterFunction } from '../filter.ts';
import { LiquidError } from '../liquid-error.ts';
import { hasItems, inputItems, itemOf } from './input-items.ts';

type Order = (left: unknown, right: unknown) => number;

/** `sort` (Jekyll replaces it) and `sort_natural`: by the items, or by a property of theirs. */
export function sortBy(order: Order): FilterFunction {
  return (input, [property]) => {
    const items = inputItems(input);
    if (items.length === 0) return [];
    if (property === undefined || property === null) return mergeSort(items, order);
    if (!items.every(hasItems)) return undefined;
    return mergeSort(items, (left, right) => order(itemOf(left, property), itemOf(right, property)));
  };
}

/** `<=>` with nil last, whichever of two is nil. */
export const compareNilLast: Order = (left, right) => {
  if (isNil(left)) return 1;
  if (isNil(right)) return -1;
  const order = compare(left, right);
  if (order === undefined) throw new LiquidError('ArgumentError', comparisonFailure(left, right));
  return order;
};

/** String#casecmp with nil last: only ASCII letters lose their case. */
export const compareCaseless: Order = (left, right) => {
  if (isNil(left)) return 1;
  if (isNil(right)) return -1;
  return compare(foldCase(toText(left)), foldCase(toText(right))) ?? 0;
};

function isNil(value: unknown): boolean {
  return value === null || value === undefined;
}

function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
