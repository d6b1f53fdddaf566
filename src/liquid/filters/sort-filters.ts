import { compare, comparisonFailure } from '../../util/compare.ts';
import { toText } from '../../util/inspect.ts';
import { mergeSort } from '../../util/merge-sort.ts';
import type { FilterFunction } from '../filter.ts';
import { LiquidError } from '../liquid-error.ts';
import { hasItems, inputItems, itemOf } from './input-items.ts';

/** An order of two values, undefined where there is none. */
type Order = (left: unknown, right: unknown) => number | undefined;

/** `sort` (Jekyll replaces it) and `sort_natural`: by the items, or by a property of theirs. */
export function sortBy(order: Order): FilterFunction {
  return (input, [property]) => {
    const items = inputItems(input);
    if (items.length === 0) return [];
    if (property === undefined || property === null) return sortItems(items, order);
    if (!items.every(hasItems)) return undefined;
    return sortItems(items, (left, right) => order(itemOf(left, property), itemOf(right, property)));
  };
}

/** An error names the items, also where it is their properties that have no order. */
function sortItems(items: readonly unknown[], order: Order): unknown[] {
  return mergeSort(items, (left, right) => {
    const sign = order(left, right);
    if (sign === undefined) throw new LiquidError('ArgumentError', comparisonFailure(left, right));
    return sign;
  });
}

/** `<=>` with nil last, whichever of two is nil. */
export const compareNilLast: Order = (left, right) => {
  if (isNil(left)) return 1;
  if (isNil(right)) return -1;
  return compare(left, right);
};

/** String#casecmp with nil last: only ASCII letters lose their case. */
export const compareCaseless: Order = (left, right) => {
  if (isNil(left)) return 1;
  if (isNil(right)) return -1;
  return compare(foldCase(toText(left)), foldCase(toText(right)));
};

function isNil(value: unknown): boolean {
  return value === null || value === undefined;
}

function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
