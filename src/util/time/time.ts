import { civilFromDays, daysFromCivil, SECONDS_PER_DAY, weekdayOf } from './civil.ts';
import { twoDigits, writtenDay } from './written-day.ts';

/** A date and time of day as clocks show it, without an offset. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * Ruby's Time: a moment, and the offset in which it is shown.
 *
 * Ruby distinguishes a UTC time (`to_s` ends in `UTC`) from a local time in a zone whose offset happens to be 0
 * (`+0000`).
 */
export class Time implements WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: number;
  /** 1 to 366. */
  readonly dayOfYear: number;
  /** Whole seconds since 1970-01-01 00:00:00 UTC; approximate for the far past and future. */
  readonly seconds: number;

  /**
   * @param exactSeconds whole seconds since 1970-01-01 00:00:00 UTC
   * @param nanoseconds 0 to 999,999,999
   * @param offset seconds east of UTC
   * @param zone the abbreviation that Ruby's `%Z` prints (`UTC`, `CEST`), or null for a fixed offset
   * @param isUtc Ruby's `utc?`
   * @param isDaylight finds out on demand whether the zone has summer time at that moment
   */
  constructor(
    readonly exactSeconds: number | bigint,
    readonly nanoseconds: number,
    readonly offset: number,
    readonly zone: string | null,
    readonly isUtc: boolean = false,
    private readonly isDaylight: (seconds: number, offset: number) => boolean = never,
  ) {
    this.seconds = Number(exactSeconds);
    const { days, secondOfDay } =
      typeof exactSeconds === 'number' ? split(exactSeconds + offset) : splitFar(exactSeconds + BigInt(offset));
    const civil = civilFromDays(days);
    this.year = civil.year;
    this.month = civil.month;
    this.day = civil.day;
    this.hour = Math.floor(secondOfDay / 3600);
    this.minute = Math.floor(secondOfDay / 60) % 60;
    this.second = secondOfDay % 60;
    this.weekday = weekdayOf(days);
    this.dayOfYear = days - daysFromCivil(civil.year, 1, 1) + 1;
  }

  /**
   * Time#to_a, the ten parts into which Ruby's `Array()` takes a Time apart.
   *
   * @example
   * utcTime(0).toArray() // [0, 0, 0, 1, 1, 1970, 4, 1, false, 'UTC']
   */
  toArray(): unknown[] {
    const { second, minute, hour, day, month, year, weekday, dayOfYear, zone } = this;
    const isDaylight = this.isDaylight(this.seconds, this.offset);
    return [second, minute, hour, day, month, year, weekday, dayOfYear, isDaylight, zone];
  }

  /** The same moment at a fixed offset, which has no zone abbreviation. */
  withOffset(offset: number): Time {
    return new Time(this.exactSeconds, this.nanoseconds, offset, null);
  }

  /** Milliseconds since the epoch, as JavaScript's Date counts. */
  get milliseconds(): number {
    return this.seconds * 1000 + Math.floor(this.nanoseconds / 1_000_000);
  }

  /**
   * Time#to_s.
   *
   * @example
   * utcTime(0).toString() // '1970-01-01 00:00:00 UTC'
   */
  toString(): string {
    const clock = `${twoDigits(this.hour)}:${twoDigits(this.minute)}:${twoDigits(this.second)}`;
    return `${writtenDay(this)} ${clock} ${this.isUtc ? 'UTC' : formatOffset(this.offset)}`;
  }
}

const never = (): boolean => false;

interface SplitSeconds {
  readonly days: number;
  readonly secondOfDay: number;
}

function split(seconds: number): SplitSeconds {
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  return { days, secondOfDay: seconds - days * SECONDS_PER_DAY };
}

/** Ruby's times have no limits: far away, days still fit into a number where seconds no longer do. */
function splitFar(seconds: bigint): SplitSeconds {
  const perDay = BigInt(SECONDS_PER_DAY);
  const secondOfDay = ((seconds % perDay) + perDay) % perDay;
  return { days: Number((seconds - secondOfDay) / perDay), secondOfDay: Number(secondOfDay) };
}

/** A UTC time. */
export function utcTime(seconds: number | bigint, nanoseconds = 0): Time {
  return new Time(seconds, nanoseconds, 0, 'UTC', true);
}

/** Seconds since the epoch at which clocks in UTC show this; parts beyond their range carry over. */
export function secondsOfWallClock(clock: WallClock): number {
  return Number(exactSecondsOfWallClock(clock));
}

/** The same, as a bigint where a number would not be exact. */
export function exactSecondsOfWallClock(clock: WallClock): number | bigint {
  const days = daysFromCivil(clock.year, clock.month, clock.day);
  const secondOfDay = clock.hour * 3600 + clock.minute * 60 + clock.second;
  const seconds = days * SECONDS_PER_DAY + secondOfDay;
  return Number.isSafeInteger(seconds) ? seconds : BigInt(days) * BigInt(SECONDS_PER_DAY) + BigInt(secondOfDay);
}

/**
 * The nanoseconds of a fraction of a second; what is finer is dropped.
 *
 * @param digits those after the decimal point
 *
 * @example
 * nanosecondsOfFraction('5') // 500000000
 */
export function nanosecondsOfFraction(digits: string): number {
  return Number(digits.padEnd(9, '0').slice(0, 9));
}

/** An offset in the form `+0200`; like Ruby's `%z`, without its seconds. */
export function formatOffset(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}${twoDigits(minutes % 60)}`;
}
