/** Arithmetic of the Gregorian calendar, counted in days since 1970-01-01. */

export const SECONDS_PER_DAY = 86_400;

const DAYS_PER_ERA = 146_097;
const EPOCH_SHIFT = 719_468;
/** 1582-10-15 in days since 1970, where Ruby's Date switches from the Julian to the Gregorian calendar. */
const REFORM_DAY = -141_427;

/** The Julian day number of 1970-01-01; Ruby's `inspect` shows dates by such numbers. */
export const JULIAN_DAY_OF_EPOCH = 2_440_588;

/** A day of the Gregorian calendar; months count from 1. */
interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1970-01-01 to a day of the (proleptic) Gregorian calendar; a day beyond the month's end carries over. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The Gregorian day that is `days` after 1970-01-01. */
export function civilFromDays(days: number): CivilDay {
  const shifted = days + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Days from 1970-01-01 to a day of the Julian calendar. */
function daysFromJulian(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return shifted * 365 + Math.floor(shifted / 4) + dayOfYear - EPOCH_SHIFT - 2;
}

/** Days from 1970-01-01 to a day as Ruby's Date counts them: Julian before the reform of October 1582. */
export function daysFromHistorical(year: number, month: number, day: number): number {
  const gregorian = daysFromCivil(year, month, day);
  return gregorian >= REFORM_DAY ? gregorian : daysFromJulian(year, month, day);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

/** Whether the Gregorian year has a 29th of February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of days in a Gregorian month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Whether the Gregorian calendar has this day. */
export function isCivil(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
