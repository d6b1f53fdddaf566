import { parse, TomlDate, TomlError } from 'smol-toml';
import { UttersonError } from '../errors.ts';
import { CalendarDate } from '../util/time/calendar-date.ts';
import { secondsOfWallClock, Time, type WallClock } from '../util/time/time.ts';
import type { TimeZone } from '../util/time/time-zone.ts';
import { float } from '../util/values/float.ts';

/**
 * Parses TOML into Ruby values: tables become Maps, dates CalendarDates, and times without an offset are in `zone`.
 *
 * @throws {UttersonError} `InvalidToml` with line and column
 * @example
 * parseToml('title = "x"', zone) // Map { 'title' => 'x' }
 */
export function parseToml(text: string, zone: TimeZone): Map<string, unknown> {
  try {
    const table = parse(text, { integersAsBigInt: true });
    return new Map(Object.entries(table).map(([key, value]) => [key, toRuby(value, zone)]));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column } = error;
    const [message = ''] = error.message.split('\n');
    throw new UttersonError('InvalidToml', message, { line, column, source: text, cause: error });
  }
}

function toRuby(value: unknown, zone: TimeZone): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (typeof value === 'number') return float(value);
  if (value instanceof TomlDate) return toMoment(value, zone);
  if (Array.isArray(value)) return value.map((item) => toRuby(item, zone));
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, item]) => [key, toRuby(item, zone)]));
}

function toMoment(date: TomlDate, zone: TimeZone): CalendarDate | Time | string {
  const text = date.toISOString();
  const match = /^(\d+)-(\d+)-(\d+)(?:T(\d+):(\d+):(\d+)(?:\.(\d+))?(Z|([-+])(\d+):(\d+))?)?/.exec(text);
  if (match === null) return text;
  const [, year, month, day, hour, minute, second, fraction = '', offset, sign, hours, minutes] = match;
  const civil = { year: Number(year), month: Number(month), day: Number(day) };
  if (hour === undefined) return new CalendarDate(civil.year, civil.month, civil.day);
  const wall: WallClock = { ...civil, hour: Number(hour), minute: Number(minute), second: Number(second) };
  const nanoseconds = Number(fraction.padEnd(9, '0'));
  if (offset === undefined) return zone.moment(wall, nanoseconds);
  const size = offset === 'Z' ? 0 : (Number(hours) * 60 + Number(minutes)) * 60;
  const east = sign === '-' ? -size : size;
  const seconds = secondsOfWallClock(wall) - east;
  return new Time(seconds, nanoseconds, east, null);
}
