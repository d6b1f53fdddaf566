import { CalendarDate } from '../util/calendar-date.ts';
import { Float } from '../util/float.ts';
import { toText } from '../util/inspect.ts';
import { Time } from '../util/time.ts';
import { toForeignValue, unsettled } from './bridge/foreign-value.ts';
import { Drop } from './drop.ts';
import { Range } from './range.ts';

/**
 * `blank` and `empty`: they ask the other side of a comparison, and are an empty string everywhere else
 * (Liquid::Expression::MethodLiteral).
 */
export class MethodLiteral {
  /** @param isDefined whether every value has the method: `blank?` comes with ActiveSupport only */
  constructor(
    readonly method: 'blank?' | 'empty?',
    readonly isDefined = false,
  ) {}

  toString(): string {
    return '';
  }

  /** Ruby shows where in memory the object is. */
  inspect(): string {
    return `#<Liquid::Expression::MethodLiteral:0x0000000000000000 @method_name=:${this.method}, @to_s="">`;
  }
}

/** An object that says itself what a template sees of it: Ruby's `to_liquid`. */
interface Viewable {
  toLiquid(): unknown;
}

/**
 * `to_liquid`: what a template gets to see of a value. Values of Ruby's kinds are themselves, objects with a `toLiquid`
 * say it; plain objects, dates and other JavaScript values that programs and plugins hand in become the Ruby value
 * nearest to them.
 */
export function toLiquid(value: unknown): unknown {
  if (typeof value !== 'object') return typeof value === 'function' ? undefined : value;
  if (value === null || Array.isArray(value) || value instanceof Map || value instanceof Drop) return value;
  return objectToLiquid(value);
}

function objectToLiquid(value: object): unknown {
  if (value instanceof Time || value instanceof CalendarDate || value instanceof Float || value instanceof Range)
    return value;
  if (value instanceof MethodLiteral) return '';
  return isViewable(value) ? value.toLiquid() : toForeignValue(value);
}

function isViewable(value: object): value is Viewable {
  return 'toLiquid' in value && typeof value.toLiquid === 'function';
}

/**
 * What a value prints in a template: an array prints its items one after the other, anything else its `to_s`.
 *
 * @example
 * printValue([1, [null, 'a']]) // '1a'
 */
export function printValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Promise) throw unsettled();
  return Array.isArray(value) ? joinValues(value, '') : toText(value);
}

/**
 * Array#join: nested arrays are joined in place.
 *
 * @example
 * joinValues([1, [2, null]], '-') // '1-2-'
 */
export function joinValues(values: readonly unknown[], glue: string): string {
  let text = '';
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (index > 0) text += glue;
    text += Array.isArray(value) ? joinValues(value, glue) : toText(value);
  }
  return text;
}
