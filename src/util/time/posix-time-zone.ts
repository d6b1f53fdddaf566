import { civilFromDays, daysFromCivil, isLeapYear, SECONDS_PER_DAY, weekdayOf } from './civil.ts';

/** The clock of one part of the year, standard or daylight saving time. */
interface ClockTime {
  readonly name: string;
  /** Seconds east of UTC. */
  readonly offset: number;
}

/** A day in every year, as days since the epoch. */
type DayOfYear = (year: number) => number;

/** When clocks change, in the time that applies until then. */
interface Change {
  readonly day: DayOfYear;
  readonly secondOfDay: number;
}

/** A zone defined by a POSIX rule: one clock, or two and the changes between them. */
interface PosixZone {
  readonly standard: ClockTime;
  readonly daylight: (ClockTime & { readonly start: Change; readonly end: Change }) | undefined;
}

const TWO_O_CLOCK = 7200;
/** The rules where none are given, those of the United States: the second Sunday in March, the first in November. */
const DEFAULT_DAYS: readonly [DayOfYear, DayOfYear] = [weekdayRule(3, 2, 0), weekdayRule(11, 1, 0)];
/** What the C library makes of an invalid rule: the first moment of the year. */
const NEW_YEAR: Change = { day: (year) => daysFromCivil(year, 1, 1), secondOfDay: 0 };

/** Consumes a string from the front, one pattern at a time. */
class Front {
  constructor(private rest: string) {}

  get isAtEnd(): boolean {
    return this.rest === '';
  }

  take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.rest);
    if (match === null) return undefined;
    this.rest = this.rest.slice(match[0].length);
    return match;
  }
}

/**
 * Parses a `TZ` value that is a rule rather than a name, as the C library does; undefined for anything else.
 *
 * @example
 * parsePosixZone('EST5EDT,M3.2.0,M11.1.0')?.standard // { name: 'EST', offset: -18000 }
 */
export function parsePosixZone(text: string): PosixZone | undefined {
  const front = new Front(text);
  const name = takeName(front);
  const offset = takeOffset(front);
  if (name === undefined || offset === undefined) return undefined;
  const standard = { name, offset };
  if (front.isAtEnd) return { standard, daylight: undefined };
  const daylightName = takeName(front);
  const daylightOffset = daylightName === undefined ? 0 : (takeOffset(front) ?? offset + 3600);
  const start = takeChange(front, DEFAULT_DAYS[0]);
  const end = start === undefined ? undefined : takeChange(front, DEFAULT_DAYS[1]);
  const changes = { start: start ?? NEW_YEAR, end: end ?? NEW_YEAR };
  return { standard, daylight: { name: daylightName ?? '', offset: daylightOffset, ...changes } };
}

/** Returns a function for the clock that applies at a second since the epoch. */
export function clockOf(zone: PosixZone): (seconds: number) => ClockTime {
  const { standard, daylight } = zone;
  if (daylight === undefined) return () => standard;
  const spans = new Map<number, readonly [number, number]>();
  return (seconds) => {
    const { year } = civilFromDays(Math.floor(seconds / SECONDS_PER_DAY));
    const [start, end] = spans.get(year) ?? [
      secondsOf(daylight.start, year, standard.offset),
      secondsOf(daylight.end, year, daylight.offset),
    ];
    spans.set(year, [start, end]);
    const isDaylight = start > end ? seconds < end || seconds >= start : seconds >= start && seconds < end;
    return isDaylight ? daylight : standard;
  };
}

/** The C library counts the days of years before 1970 from 1970, so that those years have no changes. */
function secondsOf({ day, secondOfDay }: Change, year: number, offset: number): number {
  const days = year < 1970 ? day(year) - daysFromCivil(year, 1, 1) : day(year);
  return days * SECONDS_PER_DAY + secondOfDay - offset;
}

function takeName(front: Front): string | undefined {
  const name = front.take(/^(?:([A-Za-z]{3,})|<([A-Za-z0-9+-]{3,})>)/);
  return name?.[1] ?? name?.[2];
}

/** POSIX counts offsets westwards; the C library limits them to a day. */
function takeOffset(front: Front): number | undefined {
  const match = front.take(/^([-+]?)(\d+)(?::(\d+))?(?::(\d+))?/);
  if (match === undefined) return undefined;
  const [, sign, hours, minutes = '0', seconds = '0'] = match;
  const size = Math.min(Number(hours), 24) * 3600 + Math.min(Number(minutes), 59) * 60 + Math.min(Number(seconds), 59);
  return sign === '-' || size === 0 ? size : -size;
}

function takeChange(front: Front, defaultDay: DayOfYear): Change | undefined {
  front.take(/^,/);
  const day = front.isAtEnd ? defaultDay : takeDay(front);
  if (day === undefined) return undefined;
  if (front.take(/^\//) === undefined) return { day, secondOfDay: TWO_O_CLOCK };
  const time = front.take(/^(-?)(?:(\d+)(?::(\d+))?(?::(\d+))?)?/);
  const [, sign, hours = '2', minutes = '0', seconds = '0'] = time ?? [];
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return { day, secondOfDay: sign === '-' ? -size : size };
}

/** `Jn` (1 to 365, never counting February 29), `n` (0 to 365, counting it), `Mm.w.d` (week 5 is the last one). */
function takeDay(front: Front): DayOfYear | undefined {
  const [, julian, numbered, month = '', week = '', weekday = ''] =
    front.take(/^(?:J(\d+)|(\d+)|M(\d+)\.(\d+)\.(\d+))(?=[/,]|$)/) ?? [];
  if (julian !== undefined) return isWithin(julian, 1, 365) ? julianRule(Number(julian)) : undefined;
  if (numbered !== undefined) return isWithin(numbered, 0, 365) ? numberedRule(Number(numbered)) : undefined;
  const isValid = isWithin(month, 1, 12) && isWithin(week, 1, 5) && isWithin(weekday, 0, 6);
  return isValid ? weekdayRule(Number(month), Number(week), Number(weekday)) : undefined;
}

function isWithin(digits: string, least: number, most: number): boolean {
  return digits !== '' && Number(digits) >= least && Number(digits) <= most;
}

function julianRule(day: number): DayOfYear {
  return (year) => daysFromCivil(year, 1, 1) + day - 1 + (day >= 60 && isLeapYear(year) ? 1 : 0);
}

function numberedRule(day: number): DayOfYear {
  return (year) => daysFromCivil(year, 1, 1) + day;
}

function weekdayRule(month: number, week: number, weekday: number): DayOfYear {
  return (year) => {
    const first = daysFromCivil(year, month, 1);
    const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (week - 1) * 7;
    return week === 5 && day >= daysFromCivil(year, month + 1, 1) ? day - 7 : day;
  };
}
