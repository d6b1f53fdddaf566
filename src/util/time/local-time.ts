import { writtenDay } from './written-day.ts';

/**
 * A moment as the clock of this machine shows it.
 *
 * @example
 * localTime(new Date(2026, 10, 22, 22, 53, 7)) // { day: '2026-11-22', time: '22:53:07' }
 */
export function localTime(date: Date): { readonly day: string; readonly time: string } {
  const day = writtenDay({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });
  return { day, time: date.toTimeString().slice(0, 8) };
}
