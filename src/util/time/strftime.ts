import { UttersonError } from '../../errors.ts';
import { CalendarDate } from './calendar-date.ts';
import { daysFromCivil, SECONDS_PER_DAY } from './civil.ts';
import type { Time, WallClock } from './time.ts';
import { twoDigits } from './written-day.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Ruby rejects wider fields too, from a width that depends on the system; this one keeps a template from filling
 * memory.
 */
const WIDEST = 65_536;

/** What directives print: a Time as it is, or a Date as midnight with the offset `+0000`. */
interface Moment extends WallClock {
  readonly nanoseconds: number;
  readonly weekday: number;
  readonly dayOfYear: number;
  readonly offset: number;
  readonly zone: string | null;
  readonly exactSeconds: number | bigint;
  readonly isUtc: boolean;
  /** Unlike Time, Date knows `%+` and `%Q`, and keeps a lone `%` at the end, which is an error for Time. */
  readonly isDate?: boolean;
}

/** The flags and the width between `%` and the directive's letter. */
interface Layout {
  readonly upcase: boolean;
  readonly swapcase: boolean;
  /** `-` for none, `_` for spaces, `0` for zeros; undefined for that of the directive. */
  readonly padding: '-' | '_' | '0' | undefined;
  readonly width: number | undefined;
  readonly colons: number;
}

type Directive = (moment: Moment, layout: Layout) => string;

/**
 * Formats as Ruby's `strftime` does: every directive, the flags `-_0^#:`, widths, and the modifiers `E` and `O`.
 * Anything else is kept as it is.
 *
 * @throws {UttersonError} `InvalidDateFormat` for a format that ends inside a directive, or a field that is too wide
 * @example
 * strftime(utcTime(0), '%-d %B %Y') // '1 January 1970'
 */
export function strftime(value: Time | CalendarDate, format: string): string {
  if (!format.includes('%')) return format;
  return expand(value instanceof CalendarDate ? momentOfDate(value) : value, format);
}

const DIRECTIVE = /%([-_0^#]*)(\d*)(:*)(?:E(?=[cCxXyY])|O(?=[deHkIlmMSuUVwWy]))?([A-Za-z%+])?/g;
const DATE_ONLY = '+Q';

/** A piece of a parsed format: literal text, or a directive. */
type Piece = (moment: Moment) => string;

/** Parsed formats, for Time and for Date: pages use the same few again and again. */
const KNOWN_FORMATS: Readonly<Record<'time' | 'date', Map<string, readonly Piece[]>>> = {
  time: new Map(),
  date: new Map(),
};
const MOST_KNOWN_FORMATS = 200;

function expand(moment: Moment, format: string): string {
  let text = '';
  for (const piece of piecesOf(format, moment.isDate === true)) text += piece(moment);
  return text;
}

function piecesOf(format: string, isDate: boolean): readonly Piece[] {
  const known = KNOWN_FORMATS[isDate ? 'date' : 'time'];
  const found = known.get(format);
  if (found !== undefined) return found;
  const pieces = parseFormat(format, isDate);
  if (known.size >= MOST_KNOWN_FORMATS) known.clear();
  known.set(format, pieces);
  return pieces;
}

function parseFormat(format: string, isDate: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of format.matchAll(DIRECTIVE)) {
    const before = format.slice(end, match.index);
    if (before !== '') pieces.push(() => before);
    pieces.push(readDirective(match, format, isDate));
    end = match.index + match[0].length;
  }
  const rest = format.slice(end);
  return rest === '' ? pieces : [...pieces, () => rest];
}

function readDirective(match: RegExpExecArray, format: string, isDate: boolean): Piece {
  const [text, flags = '', width = '', colons = '', letter] = match;
  const isAtEnd = match.index + text.length === format.length;
  if (letter === undefined && !isDate && isAtEnd && colons.length % 4 === 0) {
    throw new UttersonError('InvalidDateFormat', `invalid format: ${format}`, {
      hint: 'A percent sign at the end begins nothing; write %% for the sign itself.',
    });
  }
  const directive = letter === undefined ? undefined : DIRECTIVES[letter];
  const isUnknown = directive === undefined || letter === undefined || (!isDate && DATE_ONLY.includes(letter));
  if (isUnknown || (colons !== '' && (letter !== 'z' || !areColonsKnown(colons.length, isDate)))) return () => text;
  const layout = layoutOf(flags, width, colons.length % 4, format);
  return (moment) => directive(moment, layout);
}

/** Ruby's Time keeps the number of colons in two bits, so five colons count as one. */
function areColonsKnown(colons: number, isDate: boolean): boolean {
  return isDate ? colons <= 3 : colons % 4 !== 0;
}

function layoutOf(flags: string, width: string, colons: number, format: string): Layout {
  if (Number(width) > WIDEST) {
    throw new UttersonError('InvalidDateFormat', `Numerical result out of range - ${format}`, {
      hint: `The number between % and the letter is how wide the result is: at most ${WIDEST} characters.`,
    });
  }
  return {
    upcase: flags.includes('^'),
    swapcase: flags.includes('#'),
    padding: flags.includes('-') ? '-' : [...flags].findLast((flag): flag is '_' | '0' => '_0'.includes(flag)),
    width: width === '' ? undefined : Number(width),
    colons,
  };
}

function momentOfDate(date: CalendarDate): Moment {
  const { year, month, day, weekday, dayOfYear } = date;
  const midnight = { hour: 0, minute: 0, second: 0, nanoseconds: 0, exactSeconds: date.days * SECONDS_PER_DAY };
  const zone = { offset: 0, zone: '+00:00', isUtc: false, isDate: true };
  return { year, month, day, weekday, dayOfYear, ...midnight, ...zone };
}

/** A directive that prints a number, with its sign before zeros: `%05Y` of -44 is `-0044`. */
function number(value: (moment: Moment) => number | bigint, digits: number, pad: '0' | ' ' = '0'): Directive {
  return (moment, layout) => padNumber(value(moment), digits, pad, layout);
}

function padNumber(value: number | bigint, digits: number, pad: '0' | ' ', layout: Layout): string {
  const sign = value < 0 ? '-' : '';
  const text = String(value).slice(sign.length);
  if (layout.padding === '-') return sign + text;
  const fill = layout.padding === '_' ? ' ' : layout.padding === '0' ? '0' : pad;
  const width = layout.width ?? digits;
  return fill === '0' ? sign + text.padStart(width - sign.length, '0') : (sign + text).padStart(width, ' ');
}

function text(value: (moment: Moment) => string, swapped: (value: string) => string = (name) => name.toUpperCase()) {
  return (moment: Moment, layout: Layout): string => {
    const plain = value(moment);
    const cased = layout.swapcase ? swapped(plain) : layout.upcase ? plain.toUpperCase() : plain;
    return padText(cased, layout);
  };
}

function padText(value: string, layout: Layout): string {
  if (layout.padding === '-' || layout.width === undefined) return value;
  return value.padStart(layout.width, layout.padding === '0' ? '0' : ' ');
}

/** A directive that abbreviates others, such as `%F` for `%Y-%m-%d`. */
function composite(format: string): Directive {
  return text(
    (moment) => expand(moment, format),
    (value) => value,
  );
}

const lower = (value: string): string => value.toLowerCase();
const year4 = (moment: Moment): number => (moment.year < 0 ? 5 : 4);
const mod = (value: number, by: number): number => ((value % by) + by) % by;
const hour12 = (moment: Moment): number => mod(moment.hour - 1, 12) + 1;
const meridian = (moment: Moment): string => (moment.hour < 12 ? 'AM' : 'PM');
/** The number of the week, counted from the year's first Sunday (0) or Monday (1). */
const week = (moment: Moment, first: number): number =>
  Math.floor((moment.dayOfYear + 6 - mod(moment.weekday - first, 7)) / 7);

/** The ISO week and its year, which is that of the week's Thursday. */
function isoWeek(moment: Moment): { year: number; week: number } {
  const weekday = mod(moment.weekday + 6, 7);
  const thursday = moment.dayOfYear - 1 - weekday + 3;
  if (thursday < 0) {
    const length = yearLength(moment.year - 1);
    return { year: moment.year - 1, week: Math.floor((thursday + length) / 7) + 1 };
  }
  const length = yearLength(moment.year);
  if (thursday >= length) return { year: moment.year + 1, week: 1 };
  return { year: moment.year, week: Math.floor(thursday / 7) + 1 };
}

const yearLength = (year: number): number => daysFromCivil(year + 1, 1, 1) - daysFromCivil(year, 1, 1);

function fraction(digits: number): Directive {
  return (moment, layout) => {
    const width = layout.width === undefined || layout.width === 0 ? digits : layout.width;
    return String(moment.nanoseconds).padStart(9, '0').padEnd(width, '0').slice(0, width);
  };
}

/** `%z`, `%:z` and so on; the width is that of the whole, and with `_` the sign moves next to the hour. */
function offset(moment: Moment, layout: Layout): string {
  const unpadded = layout.padding === '-';
  // With the flag `-`, Ruby writes the offset of a UTC time as -0000.
  const negative = moment.offset < 0 || (unpadded && moment.isUtc);
  const size = Math.abs(moment.offset);
  const minutes = twoDigits(Math.floor(size / 60) % 60);
  const seconds = twoDigits(size % 60);
  const tail = offsetTail(layout.colons, minutes, seconds);
  const sign = negative ? '-' : '+';
  const hours = String(Math.floor(size / 3600));
  if (unpadded && moment.isDate) return sign + hours + tail;
  const room = Math.max((layout.width ?? 0) - tail.length, 3);
  if (layout.padding === '_') return (sign + hours).padStart(room, ' ') + tail;
  return sign + hours.padStart(room - 1, '0') + tail;
}

function offsetTail(colons: number, minutes: string, seconds: string): string {
  if (colons === 0) return minutes;
  if (colons === 1) return `:${minutes}`;
  if (colons === 2) return `:${minutes}:${seconds}`;
  if (seconds !== '00') return `:${minutes}:${seconds}`;
  return minutes === '00' ? '' : `:${minutes}`;
}

const zoneName = text((moment) => moment.zone ?? '', lower);

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  Y: (moment, layout) => padNumber(moment.year, year4(moment), '0', layout),
  C: number((moment) => Math.floor(moment.year / 100), 2),
  y: number((moment) => mod(moment.year, 100), 2),
  m: number((moment) => moment.month, 2),
  B: text((moment) => MONTHS[moment.month - 1] ?? ''),
  b: text((moment) => (MONTHS[moment.month - 1] ?? '').slice(0, 3)),
  h: text((moment) => (MONTHS[moment.month - 1] ?? '').slice(0, 3)),
  d: number((moment) => moment.day, 2),
  e: number((moment) => moment.day, 2, ' '),
  j: number((moment) => moment.dayOfYear, 3),
  H: number((moment) => moment.hour, 2),
  k: number((moment) => moment.hour, 2, ' '),
  I: number(hour12, 2),
  l: number(hour12, 2, ' '),
  P: text((moment) => lower(meridian(moment))),
  p: text(meridian, lower),
  M: number((moment) => moment.minute, 2),
  S: number((moment) => moment.second, 2),
  L: fraction(3),
  N: fraction(9),
  z: offset,
  Z: (moment, layout) => (moment.zone === null ? '' : zoneName(moment, layout)),
  A: text((moment) => DAYS[moment.weekday] ?? ''),
  a: text((moment) => (DAYS[moment.weekday] ?? '').slice(0, 3)),
  u: number((moment) => (moment.weekday === 0 ? 7 : moment.weekday), 1),
  w: number((moment) => moment.weekday, 1),
  G: (moment, layout) => padNumber(isoWeek(moment).year, isoWeek(moment).year < 0 ? 5 : 4, '0', layout),
  g: number((moment) => mod(isoWeek(moment).year, 100), 2),
  V: number((moment) => isoWeek(moment).week, 2),
  U: number((moment) => week(moment, 0), 2),
  W: number((moment) => week(moment, 1), 2),
  s: number((moment) => moment.exactSeconds, 1),
  Q: number((moment) => Number(moment.exactSeconds) * 1000, 1),
  n: text(() => '\n'),
  t: text(() => '\t'),
  '%': text(() => '%'),
  c: composite('%a %b %e %H:%M:%S %Y'),
  D: composite('%m/%d/%y'),
  F: composite('%Y-%m-%d'),
  v: composite('%e-%^b-%4Y'),
  x: composite('%m/%d/%y'),
  X: composite('%H:%M:%S'),
  r: composite('%I:%M:%S %p'),
  R: composite('%H:%M'),
  T: composite('%H:%M:%S'),
  '+': composite('%a %b %e %H:%M:%S %Z %Y'),
};
