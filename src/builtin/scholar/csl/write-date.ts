import type { Locale } from './locale.ts';
import type { DateParts } from './variables.ts';
import type { XmlElement } from './xml.ts';

const FIRST_MILLENNIUM = 1000;

function formOf(part: XmlElement): string {
  return part.get('form') ?? (part.get('name') === 'day' ? 'numeric' : 'long');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function writeDay(day: number, form: string, locale: Locale): string {
  if (form === 'ordinal') return day > 1 && locale.limitsDayOrdinals ? String(day) : locale.ordinalize(day);
  return form === 'numeric-leading-zeros' ? twoDigits(day) : String(day);
}

function writeMonth(month: number, part: XmlElement, locale: Locale): string {
  const form = formOf(part);
  if (form === 'numeric') return String(month);
  if (form === 'numeric-leading-zeros') return twoDigits(month);
  return locale.translate(`month-${twoDigits(month)}`, { form: part.get('form') }) ?? '';
}

function writeYear(year: number, form: string, locale: Locale): string {
  const shown = form === 'short' ? ((year % 100) + 100) % 100 : year;
  if (year < 0) return String(-shown) + (locale.translate('bc') ?? '');
  return year < FIRST_MILLENNIUM ? String(shown) + (locale.translate('ad') ?? '') : String(shown);
}

/** One part of a date, as the element `date-part` says; empty if the date does not have it. */
export function writeDatePart([year, month, day]: DateParts, part: XmlElement, locale: Locale): string {
  const name = part.get('name') ?? '';
  if (/day/i.test(name)) return day === undefined ? '' : writeDay(day, formOf(part), locale);
  if (/month/i.test(name)) return month === undefined ? '' : writeMonth(month, part, locale);
  return /year/i.test(name) && year !== undefined ? writeYear(year, formOf(part), locale) : '';
}
