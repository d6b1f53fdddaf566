import { compare, comparisonFailure } from '../../util/compare.ts';
import { toText } from '../../util/inspect.ts';
import { mergeSort } from '../../util/merge-sort.ts';
import type { FilterFunction } from '../filter.ts';
import { LiquidError } from '../liquid-error.ts';
import { hasItems, inputItems, itemOf } from './input-items.ts';

/** An order of two values, undefined where there is none. */
type Order = (left: unknown, right: unknown) => number | undefined;

/**
 * `sort` (Jekyll replaces it) and `sort_natural`: by the items, or by a property of theirs.
 *
 * @param keyOf what is compared in place of a value; asked once an item, where the order asks for each comparison
 */
export function sortBy(order: Order, keyOf: (value: unknown) => unknown = (value) => value): FilterFunction {
  return (input, [property]) => {
    const items = inputItems(input);
    if (items.length === 0) return [];
    const isByItem = property === undefined || property === null;
    if (!isByItem && !items.every(hasItems)) return undefined;
    const read = (item: unknown): unknown => keyOf(isByItem ? item : itemOf(item, property));
    const keyed = items.map((item) => new Keyed(item, read));
    return sortKeyed(keyed, order).map(({ item }) => item);
  };
}

/** An item with what it is sorted by: read when it is first compared, as what is compared with nothing may have none. */
class Keyed {
  readonly item: unknown;
  #read: ((item: unknown) => unknown) | null;
  #key: unknown;

  constructor(item: unknown, read: (item: unknown) => unknown) {
    this.item = item;
    this.#read = read;
  }

  get key(): unknown {
    if (this.#read !== null) this.#key = this.#read(this.item);
    this.#read = null;
    return this.#key;
  }
}

/** An error names the items, also where it is their properties that have no order. */
function sortKeyed(items: readonly Keyed[], order: Order): Keyed[] {
  return mergeSort(items, (left, right) => {
    const sign = order(left.key, right.key);
    if (sign === undefined) throw new LiquidError('ArgumentError', comparisonFailure(left.item, right.item));
    return sign;
  });
}

/** `<=>` with nil last, whichever of two is nil. */
export const compareNilLast: Order = (left, right) => {
  if (isNil(left)) return 1;
  if (isNil(right)) return -1;
  return compare(left, right);
};

/** String#casecmp, where `compareNilLast` orders the keys: only ASCII letters lose their case. */
export function caselessKey(value: unknown): unknown {
  return isNil(value) ? value : foldCase(toText(value));
}

function isNil(value: unknown): boolean {
  return value === null || value === undefined;
}

function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
