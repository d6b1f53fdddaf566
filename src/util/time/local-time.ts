/** Two digits, as in dates and times. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/**
 * A moment as the clock of this machine shows it.
 *
 * @example
 * localTime(new Date(2026, 10, 22, 22, 53, 7)) // { day: '2026-11-22', time: '22:53:07' }
 */
export function localTime(date: Date): { readonly day: string; readonly time: string } {
  const day = `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
  return { day, time: date.toTimeString().slice(0, 8) };
}
