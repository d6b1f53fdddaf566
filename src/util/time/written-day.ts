/** Two digits, as in dates and times. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/**
 * A day as ISO 8601 writes it, and Ruby's `to_s`; years before 0 have a sign.
 *
 * @example
 * writtenDay({ year: 2024, month: 6, day: 5 }) // '2024-06-05'
 */
export function writtenDay(date: { readonly year: number; readonly month: number; readonly day: number }): string {
  const year = String(Math.abs(date.year)).padStart(4, '0');
  return `${date.year < 0 ? '-' : ''}${year}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}
