import { daysFromHistorical, weekdayOf } from './civil.ts';
import { writtenDay } from './written-day.ts';

/** A day without a time: Ruby's Date. */
export class CalendarDate {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}

  /** 0 for Sunday to 6 for Saturday; as in Ruby, dates before October 1582 are Julian. */
  get weekday(): number {
    return weekdayOf(this.days);
  }

  /** 1 to 366. */
  get dayOfYear(): number {
    return this.days - daysFromHistorical(this.year, 1, 1) + 1;
  }

  /** Days since 1970-01-01. */
  get days(): number {
    return daysFromHistorical(this.year, this.month, this.day);
  }

  /**
   * Date#to_s.
   *
   * @example
   * new CalendarDate(2024, 6, 5).toString() // '2024-06-05'
   */
  toString(): string {
    return writtenDay(this);
  }
}
