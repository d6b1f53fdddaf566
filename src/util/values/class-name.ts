import { CalendarDate } from '../time/calendar-date.ts';
import { Time } from '../time/time.ts';
import { inspect } from './inspect.ts';
import { isNil } from './is-nil.ts';
import { isInteger, isNumeric } from './ruby-float.ts';

/**
 * The name of a value's class in Ruby. Objects that stand for others of Ruby say it themselves, as `rubyClass`.
 *
 * @example
 * className(1n) // 'Integer'
 */
export function className(value: unknown): string {
  if (isNil(value)) return 'NilClass';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass';
  if (isNumeric(value)) return isInteger(value) ? 'Integer' : 'Float';
  if (Array.isArray(value)) return 'Array';
  if (value instanceof Map) return 'Hash';
  if (typeof value === 'object' && 'rubyClass' in value) return String(value.rubyClass);
  if (value instanceof Time) return 'Time';
  if (value instanceof CalendarDate) return 'Date';
  return typeof value === 'object' ? value.constructor.name : 'Proc';
}

/**
 * The message of Ruby's TypeError for a value in a place that requires one of a class. It names nil, true and false themselves.
 *
 * @example
 * conversionFailure(5, 'String')    // 'no implicit conversion of Integer into String'
 * conversionFailure(null, 'String') // 'no implicit conversion of nil into String'
 */
export function conversionFailure(value: unknown, wanted: string): string {
  const found = isNil(value) || typeof value === 'boolean' ? inspect(value) : className(value);
  return `no implicit conversion of ${found} into ${wanted}`;
}
