import { CalendarDate } from '../time/calendar-date.ts';
import { JULIAN_DAY_OF_EPOCH } from '../time/civil.ts';
import { Time } from '../time/time.ts';
import { UnicodePattern } from '../unicode-pattern.ts';
import { Float } from './float.ts';
import { formatFloat } from './ruby-float.ts';

/** An object with Ruby's `inspect`. */
interface Inspectable {
  inspect(): string;
}

/**
 * Object#to_s.
 *
 * @example
 * toText(new Float(1))     // '1.0'
 * toText([1, null, 'two']) // '[1, nil, "two"]'
 */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? formatInteger(value) : formatFloat(value);
  if (value === null || value === undefined) return '';
  if (value instanceof Float) return formatFloat(value.value);
  if (Array.isArray(value) || value instanceof Map) return inspect(value);
  return String(value);
}

/** Integers beyond 2^53 should be bigints; one that slips through still prints without an exponent. */
function formatInteger(value: number): string {
  return Number.isSafeInteger(value) ? String(value + 0) : String(BigInt(value));
}

/**
 * Object#inspect.
 *
 * @example
 * inspect(new Map([['a', null]])) // '{"a"=>nil}'
 */
export function inspect(value: unknown): string {
  return inspectWithin(value, []);
}

function inspectWithin(value: unknown, outer: readonly unknown[]): string {
  if (value === null || value === undefined) return 'nil';
  if (typeof value === 'string') return inspectText(value);
  if (typeof value !== 'object') return toText(value);
  if (Array.isArray(value)) return inspectArray(value, outer);
  if (value instanceof Map) return inspectHash(value, outer);
  if (isInspectable(value)) return value.inspect();
  if (value instanceof CalendarDate) return inspectDate(value);
  return value instanceof Time ? inspectTime(value) : toText(value);
}

function isInspectable(value: object): value is Inspectable {
  return 'inspect' in value && typeof value.inspect === 'function';
}

function inspectArray(value: readonly unknown[], outer: readonly unknown[]): string {
  if (outer.includes(value)) return '[...]';
  const within = [...outer, value];
  return `[${value.map((item) => inspectWithin(item, within)).join(', ')}]`;
}

function inspectHash(value: ReadonlyMap<unknown, unknown>, outer: readonly unknown[]): string {
  if (outer.includes(value)) return '{...}';
  const within = [...outer, value];
  return `{${[...value].map(([key, item]) => `${inspectWithin(key, within)}=>${inspectWithin(item, within)}`).join(', ')}}`;
}

function inspectDate(date: CalendarDate): string {
  return `#<Date: ${date.toString()} ((${date.days + JULIAN_DAY_OF_EPOCH}j,0s,0n),+0s,2299161j)>`;
}

function inspectTime(time: Time): string {
  if (time.nanoseconds === 0) return time.toString();
  const fraction = String(time.nanoseconds).padStart(9, '0').replace(/0+$/, '');
  const text = time.toString();
  const end = text.lastIndexOf(' ');
  return `${text.slice(0, end)}.${fraction}${text.slice(end)}`;
}

const PLAIN_TEXT = /^[ !$-[\]-~]*$/;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\v', '\\v'],
  ['\b', '\\b'],
  ['\x07', '\\a'],
  ['\x1b', '\\e'],
]);
/** What `inspect` escapes, control characters and unassigned code points included; to Ruby, U+0085 is printable. */
const ESCAPED = new UnicodePattern(String.raw`#(?=[{$@])|["\\]|(?!\u0085)[\p{Cc}\p{Cn}\p{Cs}]`, 'g');

function inspectText(text: string): string {
  if (PLAIN_TEXT.test(text)) return `"${text}"`;
  return `"${text.replace(ESCAPED.for(text), escapeCharacter)}"`;
}

/** Whether a code point is a byte that is not UTF-8, as `decodeUtf8` keeps it. */
function isOctet(code: number): boolean {
  return code >= 0xdc80 && code <= 0xdcff;
}

function escapeCharacter(character: string): string {
  const known = ESCAPES.get(character);
  if (known !== undefined) return known;
  if (character === '#') return '\\#';
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  if (isOctet(code)) return `\\x${digits.slice(-2)}`;
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}
