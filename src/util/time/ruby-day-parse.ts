import { UttersonError } from '../../errors.ts';
import { CalendarDate } from './calendar-date.ts';
import { civilFromDays, daysInMonth } from './civil.ts';
import { findDateFragments } from './date-fragments.ts';
import type { Clock } from './ruby-date-parse.ts';

const PARTS = ['year', 'month', 'day'] as const;

/**
 * Ruby's `Date.parse`, without weeks and days of the week: parts before the first given one are today's, and a missing day is
 * the first. Unlike `Time.parse`, it takes no 31st of February, and no time without a date.
 *
 * @throws {UttersonError} `InvalidDate`
 * @example
 * parseDay('15 June 2024 10pm +0200', clock).toString() // '2024-06-15'
 */
export function parseDay(text: string, clock: Clock): CalendarDate {
  const found = findDateFragments(text);
  const first = PARTS.findIndex((part) => found[part] !== undefined);
  if (found.dayOfYear !== undefined) return dayInYear(found.year ?? today(clock).year, found.dayOfYear, text);
  if (first === -1) throw invalidDate(text);
  const value = (index: number): number => {
    const part = PARTS[index] ?? 'year';
    return found[part] ?? (index < first ? today(clock)[part] : 1);
  };
  const [year, month, day] = [value(0), value(1), value(2)];
  const isValid = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!isValid) throw invalidDate(text);
  return new CalendarDate(year, month, day);
}

const today = (clock: Clock) => clock.zone.local(clock.now());

function dayInYear(year: number, dayOfYear: number, text: string): CalendarDate {
  const date = civilFromDays(new CalendarDate(year, 1, 1).days + dayOfYear - 1);
  if (dayOfYear < 1 || date.year !== year) throw invalidDate(text);
  return new CalendarDate(date.year, date.month, date.day);
}

function invalidDate(text: string): UttersonError {
  return new UttersonError('InvalidDate', `'${text}' is not a date.`, { hint: 'Write a day as in 2024-05-31.' });
}
