import { CalendarDate } from '../util/time/calendar-date.ts';
import { Time } from '../util/time/time.ts';
import { UnicodePattern } from '../util/unicode-pattern.ts';
import { compare, comparisonFailure, equals } from '../util/values/compare.ts';
import { toText } from '../util/values/inspect.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { isNumeric } from '../util/values/ruby-float.ts';
import type { Context } from './context.ts';
import { Drop } from './drop.ts';
import type { Expression } from './expression.ts';
import { LiquidError } from './liquid-error.ts';
import { Range } from './range.ts';
import { MethodLiteral } from './values.ts';

/** What Ruby's `[[:space:]]` counts as space, or nothing. */
const BLANK = new UnicodePattern(String.raw`^\p{White_Space}*$`);

/** One comparison, or without an operator one value tested for truth (Liquid::Condition). */
export interface Comparison {
  readonly left: Expression;
  readonly operator: string | undefined;
  readonly right: Expression | undefined;
}

/** Comparisons joined by `and` and `or`, which group from the right without precedence. */
export interface Condition extends Comparison {
  readonly next: { readonly relation: 'and' | 'or'; readonly condition: Condition } | undefined;
}

/** The value of a condition: as in Ruby, that of the last comparison that had to be evaluated. */
export function evaluateCondition(first: Condition, context: Context): unknown {
  let condition = first;
  for (;;) {
    const result = evaluateComparison(condition, context);
    const { next } = condition;
    if (next === undefined || isTruthy(result) === (next.relation === 'or')) return result;
    condition = next.condition;
  }
}

function evaluateComparison(comparison: Comparison, context: Context): unknown {
  const left = comparison.left.evaluate(context);
  if (comparison.operator === undefined) return left;
  return applyOperator(comparison.operator, left, comparison.right?.evaluate(context));
}

/**
 * Compares two values.
 *
 * @throws {LiquidError} an ArgumentError for an unknown operator, or for values that cannot be ordered
 */
export function applyOperator(operator: string, left: unknown, right: unknown): unknown {
  switch (operator) {
    case '==':
      return equalValues(left, right);
    case '!=':
    case '<>':
      return !isTruthy(equalValues(left, right));
    case 'contains':
      return containsValue(left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compareValues(operator, left, right);
    default:
      throw new LiquidError('ArgumentError', `Unknown operator ${operator}`);
  }
}

/** `==`, where `blank` and `empty` on either side test the value on the other. */
export function equalValues(left: unknown, right: unknown): boolean | undefined {
  if (left instanceof MethodLiteral) return askLiteral(left, right);
  if (right instanceof MethodLiteral) return askLiteral(right, left);
  return equals(left, right);
}

/** In plain Jekyll nothing has `blank?`, so `== blank` is never true. String, Array and Hash have `empty?`. */
function askLiteral(literal: MethodLiteral, value: unknown): boolean | undefined {
  if (literal.method === 'blank?' && literal.meaning === true) return isBlank(value);
  if (literal.method === 'blank?' && literal.meaning === false) return undefined;
  const isNil = value === undefined || value === null;
  return literal.method === 'blank?' ? isNil || isEmpty(value) === true : isEmpty(value);
}

/** Undefined for what has no `empty?`. */
function isEmpty(value: unknown): boolean | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0;
  return value instanceof Map ? value.size === 0 : undefined;
}

/** ActiveSupport's `blank?`: nil, false, an empty array or hash, a string of white space. */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' ? BLANK.for(value).test(value) : (isEmpty(value) ?? !isTruthy(value));
}

function compareValues(operator: '<' | '>' | '<=' | '>=', left: unknown, right: unknown): boolean | undefined {
  if (!isOrdered(left) || !isOrdered(right)) return undefined;
  const order = compare(left, right);
  if (order === undefined) {
    // One of them is NaN.
    if (isNumeric(left) && isNumeric(right)) return false;
    throw new LiquidError('ArgumentError', comparisonFailure(left, right));
  }
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}

/** Whether Liquid orders the value with Ruby's `<`. Hashes have that operator too, but Liquid does not use it. */
function isOrdered(value: unknown): boolean {
  if (typeof value === 'string' || isNumeric(value)) return true;
  return value instanceof Time || value instanceof CalendarDate || (value instanceof Drop && value.comparable);
}

/** Ruby's `include?`: false if either side is nil or false, or the left side has no such method. */
function containsValue(left: unknown, right: unknown): boolean {
  if (!isTruthy(left) || !isTruthy(right)) return false;
  if (typeof left === 'string') return left.includes(toText(right));
  if (Array.isArray(left)) return left.some((item) => equals(item, right));
  if (left instanceof Map) return left.has(right);
  if (left instanceof Range) return left.includes(right);
  return left instanceof Drop && dropIncludes(left, right);
}

/** A drop's Enumerable#include? compares whole `[key, value]` pairs. */
function dropIncludes(drop: Drop, value: unknown): boolean {
  return drop.keys()?.some((key) => equals([key, drop.get(key)], value)) ?? false;
}
