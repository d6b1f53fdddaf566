import { Float, float } from '../../util/values/float.ts';
import { formatFloat, integer, isFloat, isInteger, toDouble } from '../../util/values/ruby-float.ts';
import { leadingInteger, strip } from '../../util/values/ruby-text.ts';
import { LiquidError } from '../liquid-error.ts';
import { Decimal } from './decimal.ts';

/**
 * What Liquid computes with (Liquid::Utils.to_number): Integers, BigDecimals in place of Floats, and as `special` the
 * Floats that no BigDecimal can be made of, NaN and the infinities.
 */
export type LiquidNumber =
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'decimal'; readonly value: Decimal; readonly isNegativeZero: boolean }
  | { readonly kind: 'special'; readonly value: number };

const DECIMAL_TEXT = /^-?\d+\.\d+$/;

/**
 * The number that a filter reads from a value; 0 if there is none.
 *
 * @example
 * toNumber('3.50') // { kind: 'decimal', value: 3.50 }
 * toNumber('3 cm') // { kind: 'integer', value: 3n }
 */
export function toNumber(value: unknown): LiquidNumber {
  if (isInteger(value)) return wholeNumber(BigInt(value));
  if (isFloat(value)) return floatNumber(toDouble(value));
  if (typeof value !== 'string') return wholeNumber(0n);
  const text = strip(value);
  return DECIMAL_TEXT.test(text) ? decimalNumber(text) : wholeNumber(BigInt(leadingInteger(value)));
}

function wholeNumber(value: bigint): LiquidNumber {
  return { kind: 'integer', value };
}

function decimalNumber(text: string): LiquidNumber {
  const value = Decimal.parse(text);
  return { kind: 'decimal', value, isNegativeZero: value.digits === 0n && text.startsWith('-') };
}

function floatNumber(value: number): LiquidNumber {
  return Number.isFinite(value) ? decimalNumber(formatFloat(value)) : { kind: 'special', value };
}

/** The exact value as a Decimal. */
export function toDecimal(number: ExactNumber): Decimal {
  return number.kind === 'integer' ? Decimal.fromInteger(number.value) : number.value;
}

/** The double nearest to the value. */
export function toPlainNumber(number: LiquidNumber): number {
  if (number.kind === 'special') return number.value;
  return number.kind === 'integer' ? Number(number.value) : number.value.toNumber();
}

/** A number as templates see it: BigDecimals become Floats. */
export function toValue(number: LiquidNumber): number | bigint | Float {
  if (number.kind === 'integer') return integer(number.value);
  if (number.kind === 'special') return new Float(number.value);
  return float(number.value.digits === 0n && number.isNegativeZero ? -0 : number.value.toNumber());
}

export type Operation = 'plus' | 'minus' | 'times' | 'divided_by' | 'modulo';

/**
 * Computes as Ruby does: integers give integers, and integer division rounds down.
 *
 * @throws {LiquidError} a ZeroDivisionError where an integer is divided by 0
 */
export function computeNumbers(operation: Operation, left: LiquidNumber, right: LiquidNumber): number | bigint | Float {
  if (left.kind === 'special' || right.kind === 'special') return float(computeDoubles(operation, left, right));
  if (left.kind === 'integer' && right.kind === 'integer') {
    return integer(computeIntegers(operation, left.value, right.value));
  }
  return computeDecimals(operation, left, right);
}

function computeDoubles(operation: Operation, left: LiquidNumber, right: LiquidNumber): number {
  const first = toPlainNumber(left);
  const second = toPlainNumber(right);
  if (operation === 'plus') return first + second;
  if (operation === 'minus') return first - second;
  if (operation === 'times') return first * second;
  if (operation === 'divided_by') return first / second;
  if (second === 0 && !Number.isNaN(first)) throw new LiquidError('ZeroDivisionError', 'divided by 0');
  // BigDecimal does not round down here: -5 modulo infinity is -5.
  return first % second;
}

function computeIntegers(operation: Operation, left: bigint, right: bigint): bigint {
  if (operation === 'plus') return left + right;
  if (operation === 'minus') return left - right;
  if (operation === 'times') return left * right;
  if (right === 0n) throw new LiquidError('ZeroDivisionError', 'divided by 0');
  const rest = left % right;
  // BigInt truncates towards zero, Ruby rounds down.
  const roundsDown = rest !== 0n && rest < 0n !== right < 0n;
  if (operation === 'modulo') return roundsDown ? rest + right : rest;
  return roundsDown ? left / right - 1n : left / right;
}

type ExactNumber = Exclude<LiquidNumber, { kind: 'special' }>;

function computeDecimals(operation: Operation, left: ExactNumber, right: ExactNumber): number | Float {
  const first = toDecimal(left);
  const second = toDecimal(right);
  if (operation === 'plus' || operation === 'minus') {
    const isNegative = isNegativeNumber(left) && isNegativeNumber(right) === (operation === 'plus');
    return signedFloat(first[operation](second), isNegative);
  }
  if (operation === 'modulo') {
    if (second.digits === 0n) throw new LiquidError('ZeroDivisionError', 'divided by 0');
    return float(first.modulo(second).toNumber());
  }
  const isNegative = isNegativeNumber(left) !== isNegativeNumber(right);
  if (operation === 'times') return signedFloat(first.times(second), isNegative);
  // Unlike Integer, BigDecimal divides by zero without an error here.
  if (second.digits === 0n) return divideByZero(first, isNegative);
  return signedFloat(first.dividedBy(second), isNegative);
}

function divideByZero(dividend: Decimal, isNegative: boolean): Float {
  if (dividend.digits === 0n) return new Float(Number.NaN);
  return new Float(isNegative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
}

/** A Float in which zero keeps the sign that BigDecimal would give it. */
function signedFloat(value: Decimal, isNegative: boolean): number | Float {
  return float(value.digits === 0n && isNegative ? -0 : value.toNumber());
}

function isNegativeNumber(number: ExactNumber): boolean {
  return toDecimal(number).digits < 0n || (number.kind === 'decimal' && number.isNegativeZero);
}

/** The order of two numbers: below 0, 0, above 0, or NaN where one of them is NaN. */
export function compareNumbers(left: LiquidNumber, right: LiquidNumber): number {
  if (left.kind === 'special' || right.kind === 'special') return toPlainNumber(left) - toPlainNumber(right);
  return toDecimal(left).compareTo(toDecimal(right));
}
