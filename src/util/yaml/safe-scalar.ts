import { UttersonError } from '../../errors.ts';
import { decodeUtf8 } from '../encoding.ts';
import { CalendarDate } from '../time/calendar-date.ts';
import { isCivil, SECONDS_PER_DAY } from '../time/civil.ts';
import { nanosecondsOfFraction, secondsOfWallClock, Time } from '../time/time.ts';
import { Float, float } from '../values/float.ts';

/** The values that scalars can have by the rules of SafeYAML 1.0.5, with which Jekyll reads YAML. */
type YamlScalar = null | boolean | string | number | bigint | Float | CalendarDate | Time;

const BINARY_TAGS = new Set(['tag:yaml.org,2002:binary', 'x-private:binary', '!binary']);

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['', null],
  ['~', null],
  ['null', null],
  ['yes', true],
  ['on', true],
  ['true', true],
  ['no', false],
  ['off', false],
  ['false', false],
]);
const LONGEST_WORD = 5;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['.inf', Number.POSITIVE_INFINITY],
  ['.Inf', Number.POSITIVE_INFINITY],
  ['.INF', Number.POSITIVE_INFINITY],
  ['-.inf', Number.NEGATIVE_INFINITY],
  ['-.Inf', Number.NEGATIVE_INFINITY],
  ['-.INF', Number.NEGATIVE_INFINITY],
  ['.nan', Number.NaN],
  ['.NaN', Number.NaN],
  ['.NAN', Number.NaN],
]);

/**
 * The value of a scalar. SafeYAML ignores tags other than `!!binary`, except that a tagged scalar in quotes is
 * interpreted as if it had no quotes.
 *
 * @throws {UttersonError} as `readPlainScalar` does
 */
export function readScalar(value: string, tag: string | undefined, isQuoted: boolean): YamlScalar {
  if (tag !== undefined && BINARY_TAGS.has(tag)) return decodeBase64(value);
  return isQuoted ? value : readPlainScalar(value);
}

function decodeBase64(value: string): string {
  return decodeUtf8(Buffer.from(value.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64'));
}

const MAY_BE_NUMBER = /^[-+.0-9_,]/;

/**
 * The value of a scalar without quotes and tag.
 *
 * @throws {UttersonError} `InvalidYaml` for a number that Ruby's `Float()` rejects
 * @example
 * readPlainScalar('1_000') // 1000
 */
export function readPlainScalar(value: string): YamlScalar {
  if (MAY_BE_NUMBER.test(value)) return readInteger(value) ?? readFloat(value) ?? readMoment(value) ?? value;
  if (value.length > LONGEST_WORD) return value;
  const word = WORDS.get(value.toLowerCase());
  return word === undefined ? value : word;
}

const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)\n?$/;
const OCTAL = /^0[0-7]+\n?$/;
const HEXADECIMAL = /^[-+]?0[xX][0-9a-fA-F]+\n?$/;
const BINARY = /^0b[01]+\n?$/;
const SEXAGESIMAL = /^[-+]?[0-9]+(?::[0-5]?[0-9])+\n?$/;

function readInteger(value: string): number | bigint | Float | undefined {
  // Commas and underscores are ignored anywhere.
  const digits = /[_,]/.test(value) ? value.replace(/[_,]/g, '') : value;
  if (DECIMAL.test(digits)) return integer(digits, 10);
  if (OCTAL.test(digits)) return integer(`0o${digits.slice(1)}`, 8);
  if (BINARY.test(digits)) return integer(digits, 2);
  if (HEXADECIMAL.test(digits) && (digits.startsWith('0') || !/0X/.test(digits))) return integer(digits, 16);
  if (SEXAGESIMAL.test(digits)) return new Float(readSexagesimal(digits));
  return undefined;
}

function integer(text: string, base: number): number | bigint {
  const trimmed = text.trim();
  const isNegative = trimmed.startsWith('-');
  const size = BigInt(trimmed.replace(/^[-+]/, ''));
  const value = isNegative ? -size : size;
  if (base === 10 && trimmed.length < 15) return Number(value);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const FLOAT = /^[-+]?(?:\d[\d_]*)?\.[\d_]+(?:[eE][-+]\d+)?\n?$/;
const SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*\n?$/;

function readFloat(value: string): number | Float | undefined {
  if (FLOAT.test(value)) return float(rubyFloat(value));
  const number = NUMBERS.get(value);
  if (number !== undefined) return float(number);
  return SEXAGESIMAL_FLOAT.test(value) ? float(readSexagesimal(value)) : undefined;
}

/** In YAML 1.1, `1:30` is 90. As in SafeYAML, a minus sign applies twice to the first part. */
function readSexagesimal(value: string): number {
  const [whole = '', fraction] = value.trim().split('.');
  let result = 0;
  let multiplier = 1;
  for (const part of whole.split(':').reverse()) {
    result += rubyFloat(part) * multiplier;
    multiplier *= 60;
  }
  if (fraction !== undefined && fraction !== '') result += rubyFloat(`.${fraction}`);
  return value.startsWith('-') ? -result : result;
}

/** Ruby's `Float()`, which raises an error for an underscore that is not between two digits. */
function rubyFloat(text: string): number {
  if (!/^\s*[-+]?(?:\d+(?:_\d+)*)?(?:\.\d+(?:_\d+)*)?(?:[eE][-+]?\d+)?\s*$/.test(text)) {
    throw new UttersonError('InvalidYaml', `invalid value for Float(): ${JSON.stringify(text)}`);
  }
  return Number(text.replaceAll('_', ''));
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})\n?$/;
const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d*))?\s*(?:Z|([-+])(\d{1,2})(?::?(\d{2}))?)?\n?$/;

/** A date or a time; one that does not exist stays a string. */
function readMoment(value: string): CalendarDate | Time | undefined {
  const date = DATE.exec(value);
  if (date !== null) return historicalDate(Number(date[1]), Number(date[2]), Number(date[3]));
  const time = TIME.exec(value);
  return time === null ? undefined : readTime(time);
}

/** In Ruby's Date, the Julian calendar ends on the 4th of October 1582, which the 15th follows. */
function historicalDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (year === 1582 && month === 10 && day > 4 && day < 15) return undefined;
  const isJulianLeapDay = year <= 1582 && month === 2 && day === 29 && year % 4 === 0;
  return isCivil(year, month, day) || isJulianLeapDay ? new CalendarDate(year, month, day) : undefined;
}

function readTime(match: RegExpExecArray): Time | undefined {
  const [, year, month, day, hour, minute, second, fraction = '', sign, hours = '0', minutes = '0'] = match;
  const date = historicalDate(Number(year), Number(month), Number(day));
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  if (date === undefined || !isClock(clock)) return undefined;
  // Ruby's DateTime has no leap seconds: 60 becomes 59.
  const { year: y, month: m, day: d } = date;
  const wall = { year: y, month: m, day: d, ...clock, second: Math.min(clock.second, 59) };
  const size = (Number(hours) * 60 + Number(minutes)) * 60;
  if (size === SECONDS_PER_DAY) return undefined;
  const offset = size > SECONDS_PER_DAY ? 0 : sign === '-' ? -size : size;
  const seconds = secondsOfWallClock(wall) - offset;
  return new Time(seconds, nanosecondsOfFraction(fraction), offset, null);
}

function isClock({ hour, minute, second }: { hour: number; minute: number; second: number }): boolean {
  if (hour === 24) return minute === 0 && second === 0;
  return hour < 24 && minute < 60 && second <= 60;
}
