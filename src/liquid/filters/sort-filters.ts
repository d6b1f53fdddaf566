import { compare, comparisonFailure } from '../../util/values/compare.ts';
import { toText } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';
import { mergeSort } from '../../util/values/merge-sort.ts';
import type { FilterFunction } from '../filter.ts';
import { LiquidError } from '../liquid-error.ts';
import { hasItems, inputItems, itemOf } from './input-items.ts';

/** Ruby's `<=>` of two values: undefined if they cannot be compared. */
type Order = (left: unknown, right: unknown) => number | undefined;

/**
 * `sort` (which Jekyll replaces) and `sort_natural`: by the items themselves, or by a property of them.
 *
 * @param keyOf the key that stands in for a value in comparisons; computed once per item, not once per comparison
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

/**
 * An item with its sort key, read at the first comparison: a single item is never compared, and may have no key at all.
 */
class Keyed {
  private value: unknown;

  constructor(
    readonly item: unknown,
    private read: ((item: unknown) => unknown) | null,
  ) {}

  get key(): unknown {
    if (this.read !== null) this.value = this.read(this.item);
    this.read = null;
    return this.value;
  }
}

/** As in Ruby, an error names the items even if it is their properties that cannot be compared. */
function sortKeyed(items: readonly Keyed[], order: Order): Keyed[] {
  return mergeSort(items, (left, right) => {
    const sign = order(left.key, right.key);
    if (sign === undefined) throw new LiquidError('ArgumentError', comparisonFailure(left.item, right.item));
    return sign;
  });
}

/** `<=>` with nil last. */
export const compareNilLast: Order = (left, right) => {
  if (isNil(left)) return 1;
  if (isNil(right)) return -1;
  return compare(left, right);
};

/** The key that makes `compareNilLast` behave as String#casecmp, which folds only ASCII letters. */
export function caselessKey(value: unknown): unknown {
  return isNil(value) ? value : foldCase(toText(value));
}

function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
