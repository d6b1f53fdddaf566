import { Float } from './float.ts';

/** From here on, Ruby prints whole Floats with an exponent; determined by experiment. */
const LARGEST_PLAIN = 1e15;
const SMALLEST_PLAIN = 1e-4;

/**
 * Float#to_s.
 *
 * @example
 * formatFloat(1)    // '1.0'
 * formatFloat(1e20) // '1.0e+20'
 */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  const isLarge = size >= LARGEST_PLAIN && Number.isInteger(value);
  if (isLarge || size < SMALLEST_PLAIN) return formatExponent(value);
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
}

function formatExponent(value: number): string {
  const [digits = '', exponent = '+0'] = value.toExponential().split('e');
  const mantissa = digits.includes('.') ? digits : `${digits}.0`;
  return `${mantissa}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`;
}

/** Whether a value is Ruby's Float. */
export function isFloat(value: unknown): value is number | Float {
  return value instanceof Float || (typeof value === 'number' && !Number.isInteger(value));
}

/** Whether a value is Ruby's Integer. */
export function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
}

/** Whether a value is Ruby's Integer or Float. */
export function isNumeric(value: unknown): value is number | bigint | Float {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
}

/** The JavaScript number nearest to a Ruby number. */
export function toDouble(value: number | bigint | Float): number {
  return value instanceof Float ? value.value : Number(value);
}

/**
 * Represents a Ruby Integer: a number where that is exact, otherwise a bigint.
 *
 * @example
 * integer(5n)       // 5
 * integer(2n ** 64n) // 18446744073709551616n
 */
export function integer(value: bigint): number | bigint {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

/**
 * An Integer that Ruby uses as a count or an index, for which it must fit a machine word.
 *
 * @throws {RangeError} where it does not, as in Ruby
 */
export function toWordInteger(value: number | bigint): number {
  const index = Number(value);
  const fits = index >= -(2 ** 63) && index < 2 ** 63;
  if (!fits) throw new RangeError(`${value} is not a number to count with`);
  return index;
}
