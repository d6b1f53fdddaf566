import { Float } from '../../util/values/float.ts';
import { integer, toWordInteger } from '../../util/values/ruby-float.ts';
import type { FilterFunction } from '../filter.ts';
import { LiquidError } from '../liquid-error.ts';
import {
  compareNumbers,
  computeNumbers,
  type LiquidNumber,
  type Operation,
  toDecimal,
  toNumber,
  toPlainNumber,
  toValue,
} from './number.ts';

/** `plus`, `minus`, `times`, `divided_by`, `modulo`. */
export function arithmetic(operation: Operation): FilterFunction {
  return (input, [operand]) => {
    if (isSmall(input) && isSmall(operand) && operation !== 'divided_by' && operation !== 'modulo') {
      return computeSmall(operation, input, operand);
    }
    return computeNumbers(operation, toNumber(input), toNumber(operand));
  };
}

/** Integers so small that their sums, differences and products are exact in a double. */
function isSmall(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < SMALL;
}

const SMALL = 2 ** 26;

function computeSmall(operation: 'plus' | 'minus' | 'times', left: number, right: number): number {
  if (operation === 'plus') return left + right;
  return operation === 'minus' ? left - right : left * right + 0;
}

export const abs: FilterFunction = (input) => {
  const number = toNumber(input);
  if (number.kind === 'special') return new Float(Math.abs(number.value));
  if (number.kind === 'integer') return integer(number.value < 0n ? -number.value : number.value);
  const negated = computeNumbers('times', number, { kind: 'integer', value: -1n });
  return number.value.digits < 0n || number.isNegativeZero ? negated : toValue(number);
};

/** `round`: to a number of digits, halves away from zero. */
export const round: FilterFunction = (input, [digits = 0]) => {
  const number = toNumber(input);
  const count = toNumber(digits);
  if (count.kind === 'special') throw new LiquidError('FloatDomainError', describeSpecial(count.value));
  const places = checkDigits(toWordInteger(Math.trunc(toPlainNumber(count))));
  // Ruby compares the argument itself with 0, which the string '0' is not equal to.
  const isWhole = digits === 0 || (digits instanceof Float && digits.value === 0);
  if (number.kind === 'special') return roundSpecial(number.value, places);
  if (number.kind === 'integer') {
    return integer(places >= 0 ? number.value : toDecimal(number).round(places).truncate());
  }
  const rounded = number.value.round(places);
  if (isWhole || places < 1) return integer(rounded.truncate());
  return toValue({
    kind: 'decimal',
    value: rounded,
    isNegativeZero: number.isNegativeZero || number.value.digits < 0n,
  });
};

/** Ruby takes the number of digits as a 32-bit integer. */
function checkDigits(places: number): number {
  if (places === (places | 0)) return places;
  throw new RangeError(`integer ${places} too ${places > 0 ? 'big' : 'small'} to convert to \`int'`);
}

function roundSpecial(value: number, places: number): unknown {
  if (places >= 1) return new Float(value);
  throw new LiquidError('FloatDomainError', describeSpecial(value));
}

function describeSpecial(value: number): string {
  if (Number.isNaN(value)) return "Computation results in 'NaN' (Not a Number)";
  return `Computation results in '${value < 0 ? '-' : ''}Infinity'`;
}

/** `ceil` and `floor`. */
export function roundTowards(direction: 'ceil' | 'floor'): FilterFunction {
  return (input) => {
    const number = toNumber(input);
    if (number.kind === 'special') throw new LiquidError('FloatDomainError', describeSpecial(number.value));
    return integer(number.kind === 'integer' ? number.value : number.value[direction]());
  };
}

export const atLeast: FilterFunction = (input, [bound]) => choose(input, bound, 1);
export const atMost: FilterFunction = (input, [bound]) => choose(input, bound, -1);

function choose(input: unknown, bound: unknown, sign: 1 | -1): unknown {
  const value: LiquidNumber = toNumber(input);
  const limit = toNumber(bound);
  return toValue(compareNumbers(limit, value) * sign > 0 ? limit : value);
}
