import { CalendarDate } from '../../util/time/calendar-date.ts';
import { Time } from '../../util/time/time.ts';
import { Float } from '../../util/values/float.ts';
import { Drop } from '../drop.ts';
import { LiquidError } from '../liquid-error.ts';
import { LiquidjsDrop } from '../liquidjs.ts';
import { Range } from '../range.ts';
import { ForeignDrop } from './foreign-drop.ts';
import { ObjectHash } from './object-hash.ts';
import { originalOf } from './plain-value.ts';

/** The hash or drop already made for each JavaScript object, so that the same object is always the same value. */
const converted = new WeakMap<object, unknown>();

/**
 * Turns a JavaScript object into a Ruby value: dates become times, liquidjs's drops become drops,
 * sets become arrays, and any other object becomes a hash of its own properties.
 *
 * @throws {LiquidError} for a promise
 */
export function toForeignValue(value: object): unknown {
  if (value instanceof Date) return timeFromDate(value);
  if (value instanceof Set) return [...value];
  if (value instanceof Promise) throw unsettled();
  const known = originalOf(value) ?? converted.get(value);
  if (known !== undefined) return known;
  const result = convert(value);
  converted.set(value, result);
  return result;
}

/** Rendering is synchronous, so the promise of an `async` tag or filter would print as `[object Promise]`. */
export function unsettled(): LiquidError {
  const hint = 'Tags and filters must not be `async`, as rendering does not wait: do the waiting in a generator.';
  return new LiquidError('ArgumentError', 'a Promise is not a value that a template can use', undefined, hint);
}

function convert(value: object): unknown {
  if (value instanceof LiquidjsDrop) return new ForeignDrop(value);
  if ('toLiquid' in value && typeof value.toLiquid === 'function') return value.toLiquid();
  return hashOf(value);
}

/**
 * A JavaScript object as a hash.
 *
 * @example
 * hashOf({ list: [{ a: 1 }] }).get('list') // [ObjectHash]
 */
export function hashOf(target: object): ObjectHash {
  return new ObjectHash(target, toRubyValue);
}

/** A JavaScript value as a Ruby value. Arrays are copied only where an item has to be converted. */
export function toRubyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.some(isForeign) ? value.map(toRubyValue) : value;
  return isForeign(value) ? toForeignValue(value) : value;
}

function isForeign(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(isForeign);
  return !RUBY_CLASSES.some((ruby) => value instanceof ruby);
}

const RUBY_CLASSES = [Map, Drop, Time, CalendarDate, Float, Range];

function timeFromDate(date: Date): Time {
  const milliseconds = date.getTime();
  const seconds = Math.floor(milliseconds / 1000);
  return new Time(seconds, (milliseconds - seconds * 1000) * 1_000_000, -date.getTimezoneOffset() * 60, null);
}
