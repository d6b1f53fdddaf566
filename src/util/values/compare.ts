import { CalendarDate } from '../time/calendar-date.ts';
import { Time } from '../time/time.ts';
import { className } from './class-name.ts';
import { compareTexts } from './compare-texts.ts';
import { Float } from './float.ts';
import { inspect } from './inspect.ts';
import { isNumeric, toDouble } from './ruby-float.ts';

/** An object with Ruby's `==`. */
interface Equatable {
  equals(other: unknown): boolean;
}

/** An object with Ruby's `<=>`: below 0, 0, above 0, or undefined if the two cannot be compared. */
interface Comparable {
  compareTo(other: unknown): number | undefined;
}

/**
 * Ruby's `==`.
 *
 * @example
 * equals(1, new Float(1)) // true
 * equals([1, 'a'], [1, 'a']) // true
 */
export function equals(left: unknown, right: unknown): boolean {
  if (left === right) return !(left instanceof Float ? Number.isNaN(left.value) : Number.isNaN(left));
  if (typeof left === 'string' || typeof left === 'boolean') return false;
  if (left === null || left === undefined) return right === null || right === undefined;
  if (isNumeric(left)) return isNumeric(right) && numbersEqual(left, right);
  return typeof left === 'object' && objectsEqual(left, right);
}

function numbersEqual(left: number | bigint | Float, right: number | bigint | Float): boolean {
  const first = left instanceof Float ? left.value : left;
  const second = right instanceof Float ? right.value : right;
  // Loose equality compares a number with a bigint exactly.
  // biome-ignore lint/suspicious/noDoubleEquals: see above
  return first == second;
}

function objectsEqual(left: object, right: unknown): boolean {
  if (Array.isArray(left)) return Array.isArray(right) && arraysEqual(left, right);
  if (left instanceof Map) return right instanceof Map && hashesEqual(left, right);
  if (left instanceof Time || left instanceof CalendarDate) return compareObjects(left, right) === 0;
  return isEquatable(left) && left.equals(right);
}

function isEquatable(value: object): value is Equatable {
  return 'equals' in value && typeof value.equals === 'function';
}

function arraysEqual(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => equals(item, right[index]));
}

function hashesEqual(left: ReadonlyMap<unknown, unknown>, right: ReadonlyMap<unknown, unknown>): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) if (!right.has(key) || !equals(value, right.get(key))) return false;
  return true;
}

/**
 * Ruby's `<=>`: undefined if two values cannot be compared.
 *
 * @example
 * compare(1, 2.5)   // -1
 * compare('a', 1)   // undefined
 */
export function compare(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'string') return typeof right === 'string' ? compareTexts(left, right) : undefined;
  if (isNumeric(left)) return isNumeric(right) ? compareNumbers(left, right) : undefined;
  if (Array.isArray(left)) return Array.isArray(right) ? compareArrays(left, right) : undefined;
  if (typeof left === 'object' && left !== null) return compareObjects(left, right);
  return equals(left, right) ? 0 : undefined;
}

function compareNumbers(left: number | bigint | Float, right: number | bigint | Float): number | undefined {
  const first = left instanceof Float ? left.value : left;
  const second = right instanceof Float ? right.value : right;
  if (first < second) return -1;
  if (first > second) return 1;
  return numbersEqual(left, right) ? 0 : undefined;
}

function compareArrays(left: readonly unknown[], right: readonly unknown[]): number | undefined {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const order = compare(left[index], right[index]);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

/** The beginning of 1970-01-01: such days begin at noon. */
const EPOCH_ASTRONOMICAL_JULIAN_DAY = 2_440_587.5;

function compareObjects(left: object, right: unknown): number | undefined {
  if (left instanceof Time) return right instanceof Time ? compareTimes(left, right) : undefined;
  if (left instanceof CalendarDate) return compareDates(left, right);
  if (isComparable(left)) return left.compareTo(right);
  return left === right || equals(left, right) ? 0 : undefined;
}

function isComparable(value: object): value is Comparable {
  return 'compareTo' in value && typeof value.compareTo === 'function';
}

function compareTimes(left: Time, right: Time): number {
  return Math.sign(left.seconds - right.seconds) || Math.sign(left.nanoseconds - right.nanoseconds);
}

/** Ruby compares a Date with a number by its astronomical Julian day. */
function compareDates(left: CalendarDate, right: unknown): number | undefined {
  if (right instanceof CalendarDate) return Math.sign(left.days - right.days);
  return isNumeric(right) ? Math.sign(left.days + EPOCH_ASTRONOMICAL_JULIAN_DAY - toDouble(right)) : undefined;
}

/**
 * The message of Ruby's error about two values that cannot be compared.
 *
 * @example
 * comparisonFailure('2', 1) // 'comparison of String with 1 failed'
 */
export function comparisonFailure(left: unknown, right: unknown): string {
  return `comparison of ${className(left)} with ${describeOperand(right)} failed`;
}

/** Ruby's integers of up to this many bits are immediate values. */
const IMMEDIATE_BITS = 63;

/** The message shows immediate values and floats themselves, other values by their class. */
function describeOperand(value: unknown): string {
  if (typeof value === 'bigint') return BigInt.asIntN(IMMEDIATE_BITS, value) === value ? inspect(value) : 'Integer';
  const isImmediate = value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number';
  return isImmediate || value instanceof Float ? inspect(value) : className(value);
}
