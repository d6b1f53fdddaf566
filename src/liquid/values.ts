import { CalendarDate } from '../util/time/calendar-date.ts';
import { Time } from '../util/time/time.ts';
import { Float } from '../util/values/float.ts';
import { toText } from '../util/values/inspect.ts';
import { toForeignValue, unsettled } from './bridge/foreign-value.ts';
import { Drop } from './drop.ts';
import { Range } from './range.ts';

/**
 * What `blank?` finds true: nothing, because no value has it; what ActiveSupport does; or only nil and what is empty, as
 * the gem csl does.
 */
export type BlankMeaning = boolean | 'nil-or-empty';

/**
 * `blank` and `empty`: in a comparison they test the other side, everywhere else they are an empty string
 * (Liquid::Expression::MethodLiteral).
 */
export class MethodLiteral {
  /** @param meaning what the method finds true, if every value has it */
  constructor(
    readonly method: 'blank?' | 'empty?',
    readonly meaning: BlankMeaning = false,
  ) {}

  toString(): string {
    return '';
  }

  /** Ruby shows the object's address in memory, which is zeros here. */
  inspect(): string {
    return `#<Liquid::Expression::MethodLiteral:0x0000000000000000 @method_name=:${this.method}, @to_s="">`;
  }
}

/** An object that converts itself for templates, by Ruby's `to_liquid`. */
interface Viewable {
  toLiquid(): unknown;
}

/**
 * Ruby's `to_liquid`: a value as templates see it. Ruby values stay as they are, objects with a `toLiquid` convert
 * themselves; plain objects, dates and other JavaScript values from programs and plugins become the nearest Ruby value.
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
 * A value as a template prints it: an array as its items joined, anything else as its `to_s`.
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
