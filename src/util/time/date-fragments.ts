import { UnicodePattern } from '../unicode-pattern.ts';

/**
 * What Ruby's `Date._parse` finds in text written by people: the parts of a date and a time, in any of many notations.
 *
 * The notations are tried in Ruby's order. Each removes its match from the text, and the first one that matches ends the
 * search for a date. Because of that order, Ruby reads `15/06/2024` as the 24th of June 2015, and no year in `2024-6`.
 */
export interface DateFragments {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Digits after the decimal point of the second. */
  fraction?: string;
  zone?: string;
}

/** The text not matched yet, and what was found so far. */
interface Search {
  text: string;
  readonly found: DateFragments;
  isBeforeChrist: boolean;
  /** Whether a year of two digits means one between 1969 and 2068. */
  completesYear: boolean;
}

type Notation = (search: Search) => boolean;

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const ERA = String.raw`(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?`;
const JAPANESE_ERAS: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 };
/**
 * Stands for any letter beyond ASCII, which matters only as part of a word. No underscore is left in the text by then.
 */
const OTHER_LETTER = '_';
const NEITHER_WORD_NOR_SIGN = new UnicodePattern(String.raw`[^\-+',.\/:@\p{L}\p{M}\p{N}[\]]+`, 'g');
const NOT_ASCII = /[^\0-\x7f]/gu;
const COMMON = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?: ?(Z|UTC|[-+]\d\d:?\d\d))?)?$/;
/** Ruby refuses to parse longer strings. */
export const LONGEST_DATE = 128;

/**
 * Finds the parts of a date and a time in a text.
 *
 * @example
 * findDateFragments('Sat, 15 Jun 2024 10 PM') // { year: 2024, month: 6, day: 15, hour: 22 }
 */
export function findDateFragments(input: string): DateFragments {
  const common = COMMON.exec(input);
  if (common !== null) return fragmentsOfCommon(common);
  const text = input.replace(NEITHER_WORD_NOR_SIGN.for(input), ' ').replace(NOT_ASCII, OTHER_LETTER);
  const search: Search = { text, found: {}, isBeforeChrist: false, completesYear: true };
  dropWeekday(search);
  readTime(search);
  DATE_NOTATIONS.some((notation) => notation(search));
  readEra(search);
  readLoneNumber(search);
  completeYear(search);
  return search.found;
}

function fragmentsOfCommon(match: RegExpExecArray): DateFragments {
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const found: DateFragments = { year: Number(year), month: Number(month), day: Number(day) };
  if (hour !== undefined) found.hour = Number(hour);
  if (minute !== undefined) found.minute = Number(minute);
  if (second !== undefined) found.second = Number(second);
  if (fraction !== undefined) found.fraction = fraction;
  if (zone !== undefined) found.zone = zone;
  return found;
}

/** Replaces the first match in the text with a space, and returns it. */
function take(search: Search, pattern: RegExp): RegExpExecArray | null {
  const match = pattern.exec(search.text);
  if (match === null) return null;
  const { index } = match;
  search.text = `${search.text.slice(0, index)} ${search.text.slice(index + match[0].length)}`;
  return match;
}

function dropWeekday(search: Search): void {
  take(search, /\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/i);
}

const TIME = new RegExp(
  String.raw`(\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?(?:\s*[ap](?:m\b|\.m\.))?|` +
    String.raw`\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*[ap](?:m\b|\.m\.))` +
    String.raw`(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|` +
    String.raw`[a-z_.\s]+(?:standard|daylight)\stime\b|[a-z_]+(?:\sdst)?\b))?`,
  'i',
);
/** Ruby leaves an hour beyond a machine integer alone, which is then out of range. */
const LARGEST_HOUR = 2 ** 31;
const TIME_PARTS = /^(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d*))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?/i;

function readTime(search: Search): void {
  const match = take(search, TIME);
  if (match === null) return;
  const { found } = search;
  if (match[2] !== undefined) found.zone = match[2];
  const parts = TIME_PARTS.exec(match[1] ?? '');
  if (parts === null) return;
  const [, hour, minute, second, fraction, meridian] = parts;
  found.hour = Number(hour);
  if (meridian !== undefined && found.hour < LARGEST_HOUR)
    found.hour = (found.hour % 12) + (/p/i.test(meridian) ? 12 : 0);
  if (minute !== undefined) found.minute = Number(minute);
  if (second !== undefined) found.second = Number(second);
  if (fraction !== undefined) found.fraction = fraction;
}

const monthNumber = (name: string | undefined): string =>
  String(MONTH.split('|').indexOf((name ?? '').toLowerCase()) + 1);

/** `15 June 2024`, `15th Jun '24`. */
const EUROPEAN = new RegExp(
  String.raw`('?\d+)[^-\d\s]*\s*(${MONTH})[^-\d\s']*(?:\s*${ERA}\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?`,
  'i',
);

/** `June 15, 2024`. */
const AMERICAN = new RegExp(String.raw`\b(${MONTH})[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*${ERA}\s*('?-?\d+))?`, 'i');
/** `15-Jun-2024`. */
const VMS = new RegExp(String.raw`('?-?\d+)-(${MONTH})[^-/.]*-('?-?\d+)`, 'i');
/** `Jun-15-2024`. */
const VMS_MONTH_FIRST = new RegExp(String.raw`\b(${MONTH})[^-/.]*-('?-?\d+)(?:-('?-?\d+))?`, 'i');
const MONTH_ALONE = new RegExp(String.raw`\b(${MONTH})\S*`, 'i');

/** The notations of dates, in Ruby's order; the first that matches ends the search. */
const DATE_NOTATIONS: readonly Notation[] = [
  (search) => readParts(search, EUROPEAN, ([, day, month, era, year]) => [year, monthNumber(month), day, era]),
  (search) => readParts(search, AMERICAN, ([, month, day, era, year]) => [year, monthNumber(month), day, era]),
  (search) => readParts(search, /('?[-+]?\d+)-(\d+)-('?-?\d+)/, ([, year, month, day]) => [year, month, day]),
  readJapaneseEra,
  (search) => readParts(search, VMS, ([, day, month, year]) => [year, monthNumber(month), day]),
  (search) => readParts(search, VMS_MONTH_FIRST, ([, month, day, year]) => [year, monthNumber(month), day]),
  (search) =>
    readParts(search, /('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/, ([, year, month, day]) => [year, month, day]),
  (search) => readParts(search, /('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/, ([, year, month, day]) => [year, month, day]),
  // Weeks are recognised, but Time.parse does not use them.
  (search) => take(search, /\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b/i) !== null,
  (search) => take(search, /-w-(\d)\b/i) !== null,
  (search) => readMonthDay(search, /--(\d{2})?-(\d{2})\b/),
  (search) => readMonthDay(search, /--(\d{2})(\d{2})?\b/),
  readYearAndDay,
  readDayOfYear,
  (search) => readNumber(search, /'(\d+)\b/, 'year'),
  readMonthAlone,
  (search) => readNumber(search, /(\d+)(?:st|nd|rd|th)\b/i, 'day'),
  readDigits,
];

type DateParts = [
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  era?: string | undefined,
];

function readParts(search: Search, pattern: RegExp, order: (match: RegExpExecArray) => DateParts): boolean {
  const match = take(search, pattern);
  if (match === null) return false;
  const [year, month, day, era] = order(match);
  assignParts(search, year, month, day, /^b/i.test(era ?? ''));
  return true;
}

/**
 * Ruby reorders the three parts by what they look like: one with an apostrophe or more than two digits is the year, and
 * two parts alone are a month and a day.
 */
function assignParts(
  search: Search,
  first: string | undefined,
  second: string | undefined,
  third: string | undefined,
  isBeforeChrist: boolean,
): void {
  let [year, month, day] = [first, second, third];
  const looksLikeYear = (part: string | undefined): boolean =>
    part !== undefined && (part.startsWith("'") || part.length > 2);
  if (year !== undefined && month !== undefined && day === undefined) [year, month, day] = [day, year, month];
  if (year === undefined && looksLikeYear(day)) [year, day] = [day, year];
  const tail = year === undefined ? null : /^[^-+\d]*([-+]?\d+)(.+)?/.exec(year);
  if (tail?.[2] !== undefined) [year, day] = [day, tail[1]];
  if (looksLikeYear(month)) [year, month, day] = [month, day, year];
  if (looksLikeYear(day)) [year, day] = [day, year];
  if (year !== undefined) assignYear(search, year, isBeforeChrist);
  const digits = (part: string | undefined): number => Number(/\d+/.exec(part ?? '')?.[0]);
  if (month !== undefined) search.found.month = digits(month);
  if (day !== undefined) search.found.day = digits(day);
}

function assignYear(search: Search, year: string, isBeforeChrist: boolean): void {
  const match = /([-+])?(\d+)/.exec(year);
  if (match === null) return;
  const [number, sign, digits = ''] = match;
  if (sign !== undefined || digits.length > 2) search.completesYear = false;
  search.found.year = isBeforeChrist ? 1 - Number(number) : Number(number);
}

/** `H31.4.30`. */
function readJapaneseEra(search: Search): boolean {
  const match = take(search, /\b([mtshr])(\d+)\.(\d+)\.(\d+)/i);
  if (match === null) return false;
  const era = JAPANESE_ERAS[(match[1] ?? '').toLowerCase()] ?? 0;
  Object.assign(search.found, { year: Number(match[2]) + era, month: Number(match[3]), day: Number(match[4]) });
  return true;
}

function readMonthDay(search: Search, pattern: RegExp): boolean {
  const match = take(search, pattern);
  if (match === null) return false;
  if (match[1] !== undefined) search.found.month = Number(match[1]);
  if (match[2] !== undefined) search.found.day = Number(match[2]);
  return true;
}

/** `2024-167`. */
function readYearAndDay(search: Search): boolean {
  if (/[,.](\d{2}|\d{4})-\d{3}\b/.test(search.text)) return false;
  const match = take(search, /\b(\d{2}|\d{4})-(\d{3})\b/);
  if (match === null) return false;
  Object.assign(search.found, { year: Number(match[1]), dayOfYear: Number(match[2]) });
  return true;
}

function readDayOfYear(search: Search): boolean {
  if (/\d-\d{3}\b/.test(search.text)) return false;
  const match = take(search, /\b-(\d{3})\b/);
  if (match !== null) search.found.dayOfYear = Number(match[1]);
  return match !== null;
}

function readNumber(search: Search, pattern: RegExp, part: 'year' | 'day'): boolean {
  const match = take(search, pattern);
  if (match !== null) search.found[part] = Number(match[1]);
  return match !== null;
}

function readMonthAlone(search: Search): boolean {
  const match = take(search, MONTH_ALONE);
  if (match !== null) search.found.month = Number(monthNumber(match[1]));
  return match !== null;
}

const DIGITS = /([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(?:\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\]))?/i;

/**
 * The parts in a bare number of so many digits, with their widths; read from the front or, before a fraction, the back.
 */
const DIGIT_LAYOUTS: Readonly<Record<number, readonly [name: keyof DateFragments, width: number][]>> = {
  2: [['day', 2]],
  3: [['dayOfYear', 3]],
  4: [
    ['month', 2],
    ['day', 2],
  ],
  5: [
    ['year', 2],
    ['dayOfYear', 3],
  ],
  6: [
    ['year', 2],
    ['month', 2],
    ['day', 2],
  ],
  7: [
    ['year', 4],
    ['dayOfYear', 3],
  ],
  8: [
    ['year', 4],
    ['month', 2],
    ['day', 2],
  ],
  10: [
    ['year', 4],
    ['month', 2],
    ['day', 2],
    ['hour', 2],
  ],
  12: [
    ['year', 4],
    ['month', 2],
    ['day', 2],
    ['hour', 2],
    ['minute', 2],
  ],
  14: [
    ['year', 4],
    ['month', 2],
    ['day', 2],
    ['hour', 2],
    ['minute', 2],
    ['second', 2],
  ],
};
const FROM_THE_BACK = ['second', 'minute', 'hour', 'day', 'month', 'year'] as const;

/** `20240615`, `20240615T102030Z`, `20240615 102030 +0200`, `167`. */
function readDigits(search: Search): boolean {
  const match = take(search, DIGITS);
  if (match === null) return false;
  const [, sign = '', digits = '', time, fraction, zone] = match;
  if (time === undefined && fraction !== undefined) readFromBack(search, digits, sign, 6);
  else readFromFront(search, digits, sign);
  if (time !== undefined && time.length % 2 === 0) {
    if (fraction !== undefined) readFromBack(search, time, '', 3);
    else readClock(search, time);
  }
  if (fraction !== undefined) search.found.fraction = fraction;
  if (zone !== undefined) search.found.zone = zone.startsWith('[') ? bracketZone(zone) : zone;
  return true;
}

function readFromFront(search: Search, digits: string, sign: string): void {
  let at = 0;
  if (digits.length >= 8) search.completesYear = false;
  for (const [name, width] of DIGIT_LAYOUTS[digits.length] ?? []) {
    const value = Number(digits.slice(at, at + width));
    Object.assign(search.found, { [name]: name === 'year' && sign === '-' ? -value : value });
    at += width;
  }
}

function readFromBack(search: Search, digits: string, sign: string, most: number): void {
  if (DIGIT_LAYOUTS[digits.length] === undefined) return;
  if (digits.length === 14) search.completesYear = false;
  let end = digits.length;
  for (const name of FROM_THE_BACK.slice(0, most)) {
    if (end <= 0) return;
    const width = name === 'year' ? 4 : 2;
    const value = Number(digits.slice(Math.max(0, end - width), end));
    search.found[name] = name === 'year' && sign === '-' ? -value : value;
    end -= width;
  }
}

function readClock(search: Search, digits: string): void {
  search.found.hour = Number(digits.slice(0, 2));
  if (digits.length >= 4) search.found.minute = Number(digits.slice(2, 4));
  if (digits.length >= 6) search.found.second = Number(digits.slice(4, 6));
}

/** `[-9]`, `[9:JST]`: an offset, or one with a name. */
function bracketZone(zone: string): string {
  const inner = zone.slice(1, -1);
  const colon = inner.indexOf(':');
  if (colon >= 0) return inner.slice(colon + 1);
  return /^\d/.test(inner) ? `+${inner}` : inner;
}

function readEra(search: Search): void {
  if (take(search, /\b(?:bc\b|bce\b|b\.c\.|b\.c\.e\.)/i) !== null) search.isBeforeChrist = true;
}

/** A lone number next to a time is the day, and next to a day the hour. */
function readLoneNumber(search: Search): void {
  const match = /^\s*(\d{1,2})\s*$/.exec(search.text);
  if (match === null) return;
  const { found } = search;
  const number = Number(match[1]);
  if (found.hour !== undefined && found.day === undefined && number >= 1 && number <= 31) found.day = number;
  else if (found.day !== undefined && found.hour === undefined && number <= 24) found.hour = number;
}

function completeYear(search: Search): void {
  const { found } = search;
  if (found.year === undefined) return;
  if (search.isBeforeChrist) found.year = 1 - found.year;
  if (search.completesYear && found.year >= 0 && found.year <= 99) found.year += found.year >= 69 ? 1900 : 2000;
}
