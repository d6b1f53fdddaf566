import { toStrictInteger } from '../../liquid/expression.ts';
import type { FilterFunction } from '../../liquid/filter.ts';
import { LiquidError } from '../../liquid/liquid-error.ts';
import { LoopDrop } from '../../liquid/loop-drop.ts';
import { printValue } from '../../liquid/values.ts';
import { compare, comparisonFailure } from '../../util/values/compare.ts';
import { toText } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';
import { mergeSort } from '../../util/values/merge-sort.ts';
import { toWordInteger } from '../../util/values/ruby-float.ts';
import { enumerableItems, itemProperty } from './item-property.ts';
import { noMethod } from './ruby-failure.ts';

/** `sort`: sorts the items, or sorts them by a property, with items that lack it `first` or `last`. */
export const sort: FilterFunction = (input, args) => {
  // An undefined variable in the place of the order is an error, unlike an order that was left out.
  const [property, nils] = args.length > 1 ? args : [args[0], 'first'];
  if (isNil(input)) throw new LiquidError('ArgumentError', 'Cannot sort a null object.');
  if (!isNil(property) && nils !== 'first' && nils !== 'last') {
    throw new LiquidError(
      'ArgumentError',
      `Invalid nils order: '${toText(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
    );
  }
  const items = enumerableItems(input);
  if (items === undefined) throw noMethod(isNil(property) ? 'sort' : 'map', input);
  if (isNil(property)) return mergeSort(items, compareStrictly);
  const order = nils === 'first' ? -1 : 1;
  const keyed = items.map((item) => ({ key: itemProperty(item, property), item }));
  return mergeSort(keyed, (left, right) => compareKeys(left.key, right.key, order)).map(({ item }) => item);
};

function compareStrictly(left: unknown, right: unknown): number {
  const sign = compare(left, right);
  if (sign === undefined) throw new LiquidError('ArgumentError', comparisonFailure(left, right));
  return sign;
}

/** Keys that cannot be compared are compared as strings. */
function compareKeys(left: unknown, right: unknown, order: number): number {
  if (isNil(right) && !isNil(left)) return -order;
  if (isNil(left) && !isNil(right)) return order;
  return compare(left, right) ?? compare(toText(left), toText(right)) ?? 0;
}

/** An argument with a number of items: 1 if it is left out, but not if it is nil. */
function countItems(args: readonly unknown[]): number {
  return args.length === 0 ? 1 : checkCount(toWordInteger(toStrictInteger(args[0])));
}

function checkCount(value: number): number {
  if (value < 0) throw new LiquidError('ArgumentError', 'negative array size');
  return value;
}

export const push: FilterFunction = (array, [item]) => (Array.isArray(array) ? [...array, item] : array);
export const unshift: FilterFunction = (array, [item]) => (Array.isArray(array) ? [item, ...array] : array);
export const shift: FilterFunction = (array, args) => (Array.isArray(array) ? array.slice(countItems(args)) : array);
export const pop: FilterFunction = (array, args) =>
  Array.isArray(array) ? array.slice(0, Math.max(0, array.length - countItems(args))) : array;

/** `sample`: a random item, or several in random order. */
export const sample: FilterFunction = (array, [number = 1]) => {
  if (!Array.isArray(array)) return array;
  const wanted = sampleSize(number);
  if (wanted === 1) return array[Math.floor(Math.random() * array.length)];
  const rest = [...array];
  const chosen: unknown[] = [];
  while (chosen.length < wanted && rest.length > 0)
    chosen.push(...rest.splice(Math.floor(Math.random() * rest.length), 1));
  return chosen;
};

/** Anything but a whole number counts as 1. */
function sampleSize(number: unknown): number {
  const text = toText(number).trim();
  return /^[-+]?\d+$/.test(text) ? checkCount(Number(text)) : 1;
}

/** `array_to_sentence_string`: `a, b, and c`. */
export const arrayToSentence: FilterFunction = (input, args) => {
  const items = sentenceItems(input);
  if (items.length < 2) return items.length === 0 ? '' : toText(items[0]);
  // A connector that is nil is empty. Only if it is left out it is `and`.
  const word = args.length > 0 ? toText(args[0]) : 'and';
  if (items.length === 2) return `${toText(items[0])} ${word} ${toText(items[1])}`;
  if (typeof input === 'string') throw noMethod('join', items.slice(0, -1).join(''));
  const first = items.slice(0, -1).map((item) => (Array.isArray(item) ? joinNested(item) : toText(item)));
  return `${first.join(', ')}, ${word} ${toText(items.at(-1))}`;
};

/** Like Ruby's Array#join, which joins nested arrays with the same separator. */
const joinNested = (items: readonly unknown[]): string =>
  items.map((item) => (Array.isArray(item) ? joinNested(item) : printValue(item))).join(', ');

/** `forloop` responds to `length`, as an array does, but has nothing at 0 and 1. */
function loopItems(length: number): readonly unknown[] {
  if (length > 2) throw noMethod('join', null);
  return Array.from({ length }, () => null);
}

/** The filter works on anything with a length. A string has one, and a hash too, but usually nothing at 0 and 1. */
function sentenceItems(input: unknown): readonly unknown[] {
  if (Array.isArray(input)) return input;
  if (typeof input === 'string') return [...input];
  if (input instanceof LoopDrop) return loopItems(Number(input.get('length')));
  if (!(input instanceof Map)) throw noMethod('length', input);
  if (input.size > 2) throw noMethod('join', null);
  return Array.from({ length: input.size }, (_, index) => input.get(index));
}
