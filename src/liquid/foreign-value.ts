import { Time } from '../util/time.ts';

const converted = new WeakMap<object, unknown>();

/** Turns a JavaScript value that is no Ruby value into one; the same object always gives the same value. */
export function toForeignValue(value: object): unknown {
  if (!converted.has(value)) converted.set(value, convert(value));
  return converted.get(value);
}

function convert(value: object): unknown {
  if (value instanceof Date) return timeFromDate(value);
  if (value instanceof Set) return [...value];
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return new Map(Object.entries(value));
  return value;
}

function timeFromDate(date: Date): Time {
  const milliseconds = date.getTime();
  const seconds = Math.floor(milliseconds / 1000);
  return new Time(seconds, (milliseconds - seconds * 1000) * 1_000_000, -date.getTimezoneOffset() * 60, null);
}
