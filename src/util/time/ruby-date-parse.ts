import { UttersonError } from '../../errors.ts';
import { integer } from '../values/ruby-float.ts';
import { CalendarDate } from './calendar-date.ts';
import { civilFromDays, daysInMonth, SECONDS_PER_DAY } from './civil.ts';
import { type DateFragments, findDateFragments, LONGEST_DATE } from './date-fragments.ts';
import { exactSecondsOfWallClock, nanosecondsOfFraction, Time, utcTime, type WallClock } from './time.ts';
import type { TimeZone } from './time-zone.ts';

/** The context of parsing: `now` supplies missing parts of a date, times without a zone are in `zone`. */
export interface Clock {
  readonly zone: TimeZone;
  /** The present in that zone. */
  now(): Time;
}

/** Offsets in hours of the zone names that Ruby's Time.parse knows. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  UTC: 0,
  UT: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
/** Military letters: `Z` is UTC, `A` to `M` are east of it, `N` to `Y` west; `J` is unused. */
const MILITARY_EAST = 'ZABCDEFGHIKLM';
const MILITARY_WEST = 'ZNOPQRSTUVWXY';
const UTC_ZONE = /^(?:-00:00|-0000|-00|UTC|Z|UT)$/i;
/** Days in later years cannot be counted exactly in a double; Ruby has no such limit. */
const LAST_YEAR = 20_000_000_000_000;
const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** A string without a date or time, or with one that does not exist: Ruby's ArgumentError. */
class InvalidTimeError extends UttersonError {
  constructor(message: string) {
    super('InvalidTime', message);
  }
}

/**
 * Ruby's `Time.parse`.
 *
 * @throws {InvalidTimeError}
 * @example
 * parseTime('15 June 2024 10pm +0200', clock).toString() // '2024-06-15 22:00:00 +0200'
 */
export function parseTime(text: string, clock: Clock): Time {
  if (text.length > LONGEST_DATE) {
    throw new InvalidTimeError(`string length (${text.length}) exceeds the limit ${LONGEST_DATE}`);
  }
  const found = findDateFragments(text);
  const { zone: _, ...parts } = found;
  if (Object.keys(parts).length === 0) throw new InvalidTimeError(`no time information in ${JSON.stringify(text)}`);
  return timeOf(found, clock);
}

function timeOf(found: DateFragments, clock: Clock): Time {
  const { zone, dayOfYear } = found;
  if (dayOfYear !== undefined) return timeOfDayOfYear(found, dayOfYear, clock);
  const guessYear = found.year ?? clock.now().year;
  const guess = zone === undefined ? undefined : zoneOffset(zone, guessYear, clock);
  const now = guess === undefined ? clock.zone.local(clock.now()) : clock.now().withOffset(guess);
  const wall = completeWallClock(found, now);
  const offset = zone === undefined || wall.year === guessYear ? guess : zoneOffset(zone, wall.year, clock);
  const nanoseconds = nanosecondsOf(found, now);
  if (zone === undefined || offset === undefined) {
    checkRanges(wall);
    return clock.zone.moment(wall, nanoseconds);
  }
  return timeAtOffset(wall, nanoseconds, zone, offset, clock);
}

/** Ruby first guesses month and day as if every month had 31 days, then corrects the guess. */
function timeOfDayOfYear(found: DateFragments, dayOfYear: number, clock: Clock): Time {
  const outOfRange = (): InvalidTimeError => new InvalidTimeError(`yday ${dayOfYear} out of range`);
  if (dayOfYear < 1 || dayOfYear > 366) throw outOfRange();
  const { dayOfYear: _, ...rest } = found;
  let month = Math.floor((dayOfYear - 1) / 31) + 1;
  let day = ((dayOfYear - 1) % 31) + 1;
  const guess = timeOf({ ...rest, month, day }, clock);
  if (guess.dayOfYear === dayOfYear) return guess;
  day += dayOfYear - guess.dayOfYear;
  const length = daysInMonth(found.year ?? clock.now().year, month);
  if (day > 28 && day > length) {
    month++;
    if (month > 12) throw outOfRange();
    day -= length;
  }
  return timeOf({ ...rest, month, day }, clock);
}

/** Parts before the first given one are taken from `now`, missing parts after it are at their minimum. */
function completeWallClock(found: DateFragments, now: Time): WallClock {
  const first = PARTS.findIndex((part) => found[part] !== undefined);
  const value = (index: number): number => {
    const part = PARTS[index] ?? 'year';
    if (found[part] !== undefined) return found[part];
    if (first < 0 || index < first) return now[part];
    return index === 1 || index === 2 ? 1 : 0;
  };
  return { year: value(0), month: value(1), day: value(2), hour: value(3), minute: value(4), second: value(5) };
}

function nanosecondsOf(found: DateFragments, now: Time): number {
  if (found.fraction !== undefined) return nanosecondsOfFraction(found.fraction);
  return PARTS.some((part) => found[part] !== undefined) ? 0 : now.nanoseconds;
}

/**
 * Ruby packs the parts into bit fields, so a number too big for its field has a different message from one out of
 * range.
 */
function checkRanges(wall: WallClock): void {
  if (Math.abs(wall.year) > LAST_YEAR) throw new InvalidTimeError('year too big');
  const check = (name: string, value: number, low: number, high: number, bits: number): void => {
    if (value >= 2 ** bits) throw new InvalidTimeError('argument out of range');
    if (value < low || value > high) throw new InvalidTimeError(`${name} out of range`);
  };
  check('mon', wall.month, 1, 12, 4);
  check('mday', wall.day, 1, 31, 5);
  check('hour', wall.hour, 0, 24, 5);
  check('min', wall.minute, 0, wall.hour === 24 ? 0 : 59, 6);
  check('sec', wall.second, 0, wall.hour === 24 ? 0 : 60, 6);
}

function timeAtOffset(wall: WallClock, nanoseconds: number, zone: string, offset: number, clock: Clock): Time {
  const shifted = shiftToUtc(wall, offset);
  checkRanges(shifted);
  const seconds = exactSecondsOfWallClock(shifted);
  if (UTC_ZONE.test(zone)) return utcTime(seconds, nanoseconds);
  const local = clock.zone.at(seconds, nanoseconds);
  if (local.offset === offset) return local;
  if (Math.abs(offset) >= SECONDS_PER_DAY) throw new InvalidTimeError('utc_offset out of range');
  return local.withOffset(offset);
}

/**
 * Ruby shifts the parts one by one, the smallest first, each by what is left of the offset. So a part whose share of the offset is 0 stays
 * out of range if it was, and a day that leaves its month becomes the first of the next or the last of the one before.
 */
function shiftToUtc(wall: WallClock, offset: number): WallClock {
  const direction = offset < 0 ? 1 : -1;
  let left = Math.abs(offset);
  const shiftPart = (value: number, size: number): number => {
    const [rest, share] = divide(left, size);
    left = rest;
    if (share === 0) return value;
    const [carried, shifted] = divide(value + direction * share, size);
    left += direction * carried;
    return shifted;
  };
  const second = shiftPart(wall.second, 60);
  const minute = shiftPart(wall.minute, 60);
  const hour = shiftPart(wall.hour, 24);
  const shiftDay = direction > 0 ? shiftDayOn : shiftDayBack;
  return { ...shiftDay(wall, direction * left), hour, minute, second };
}

/** Ruby's `divmod`: the quotient, rounded down, and a remainder that is not negative. */
function divide(value: number, size: number): [quotient: number, remainder: number] {
  const quotient = Math.floor(value / size);
  return [quotient, value - quotient * size];
}

interface CivilParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** West of UTC, Ruby handles only the end of the month. It gives a month 0 as many days as December. */
function shiftDayOn({ year, month, day: before }: WallClock, days: number): CivilParts {
  const day = before + days;
  const length = daysInMonth(year, month === 0 ? 12 : month);
  if (days === 0 || length === 0 || day <= length) return { year, month, day };
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
}

/** East of UTC, only its beginning. */
function shiftDayBack({ year, month, day: before }: WallClock, days: number): CivilParts {
  const day = before + days;
  if (days === 0 || day >= 1) return { year, month, day };
  return month <= 1
    ? { year: year - 1, month: 12, day: 31 }
    : { year, month: month - 1, day: daysInMonth(year, month - 1) };
}

/** The offset of a zone's name; undefined if Ruby does not know it. */
function zoneOffset(name: string, year: number, clock: Clock): number | undefined {
  const zone = name.toUpperCase();
  const numeric = /^([-+])(\d\d)(?:(:?)(\d\d)(?:\3(\d\d))?)?$/.exec(zone);
  if (numeric !== null) {
    const size = (Number(numeric[2]) * 60 + Number(numeric[4] ?? 0)) * 60 + Number(numeric[5] ?? 0);
    return numeric[1] === '-' ? -size : size;
  }
  const hours = ZONE_HOURS[zone];
  if (hours !== undefined) return hours * 3600;
  if (/^[A-IK-Z]$/.test(zone)) {
    return 3600 * (MILITARY_EAST.includes(zone) ? MILITARY_EAST.indexOf(zone) : -MILITARY_WEST.indexOf(zone));
  }
  for (const month of [1, 7]) {
    const local = clock.zone.moment({ year, month, day: 1, hour: 0, minute: 0, second: 0 });
    if (local.zone?.toUpperCase() === zone) return local.offset;
  }
  return undefined;
}

/**
 * Liquid's `to_date`, for anything that a template may use as a date: a Time or Date as it is, `now` and `today`,
 * seconds since the epoch, and any string that Ruby's Time.parse can read. Undefined for the rest.
 *
 * @example
 * toDate('1718476245', clock)?.toString() // '2024-06-15 18:30:45 +0000'
 */
export function toDate(value: unknown, clock: Clock): Time | CalendarDate | undefined {
  if (value instanceof Time || value instanceof CalendarDate) return value;
  if (typeof value === 'bigint') return clock.zone.at(value);
  if (typeof value === 'number') return Number.isInteger(value) ? clock.zone.at(value) : undefined;
  if (typeof value !== 'string' || value === '') return undefined;
  const text = value.toLowerCase();
  if (text === 'now' || text === 'today') return clock.now();
  if (/^\d+$/.test(text)) return clock.zone.at(integer(BigInt(text)));
  try {
    return parseTime(text, clock);
  } catch (error) {
    if (error instanceof InvalidTimeError) return undefined;
    throw error;
  }
}

/**
 * A date from front matter or configuration, in the site's zone: Jekyll's `Utils.parse_date`.
 *
 * @throws {UttersonError} `InvalidDate`, with Jekyll's message, which ends in `reason`
 * @example
 * parseDate('2024-06-15', clock).toString() // '2024-06-15 00:00:00 +0200'
 */
export function parseDate(text: string, clock: Clock, reason = 'Input could not be parsed.'): Time {
  try {
    return clock.zone.local(parseTime(text, clock));
  } catch (error) {
    if (!(error instanceof InvalidTimeError)) throw error;
    throw new UttersonError('InvalidDate', `Invalid date '${text}': ${reason}`, { cause: error });
  }
}

/** Midnight of a day in the site's zone: Ruby's Date#to_time, which uses the Gregorian calendar for all times. */
export function timeOfDate(date: CalendarDate, zone: TimeZone): Time {
  const { year, month, day } = civilFromDays(date.days);
  return zone.moment({ year, month, day, hour: 0, minute: 0, second: 0 });
}
