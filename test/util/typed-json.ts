import { UttersonError } from '../../src/errors.ts';
import { decodeUtf8, encodeUtf8 } from '../../src/util/encoding.ts';
import { CalendarDate } from '../../src/util/time/calendar-date.ts';
import { strftime } from '../../src/util/time/strftime.ts';
import { Time, utcTime } from '../../src/util/time/time.ts';
import { Float, float } from '../../src/util/values/float.ts';

/** The JSON in test/cases/jekyll: values that JSON does not have are objects with one key that begins with `__`. */
export type TypedJson = null | boolean | number | string | TypedJson[] | { readonly [key: string]: TypedJson };

function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (Object.is(value, -0)) return '-0.0';
  const [digits = '', exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 15) return Number.isInteger(value) ? value.toFixed(1) : String(value);
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${digits.includes('.') ? digits : `${digits}.0`}e${power < 0 ? '-' : '+'}${size}`;
}

function formatTime(time: Time): string {
  const fraction = time.nanoseconds === 0 ? '' : `.${strftime(time, '%9N').replace(/0+$/, '')}`;
  return `${strftime(time, '%Y-%m-%dT%H:%M:%S')}${fraction}${time.isUtc ? 'Z' : strftime(time, '%:z')}`;
}

/** A Ruby value as it is written in the case files. */
export function encodeTyped(value: unknown, above: readonly unknown[] = []): TypedJson {
  if (value === null || value === undefined) return null;
  if (value instanceof CalendarDate) return { __d: value.toString() };
  if (value instanceof Time) return { __t: formatTime(value) };
  if (value instanceof Float) return { __f: formatFloat(value.value) };
  if (typeof value === 'bigint') return value === 2n ** 53n ? Number(value) : { __i: String(value) };
  if (typeof value === 'number') return Number.isInteger(value) ? value : { __f: formatFloat(value) };
  if (typeof value === 'string' && !value.isWellFormed()) return { __b64: encodeUtf8(value).toString('base64') };
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (above.includes(value)) return { __cycle: true };
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item) => encodeTyped(item, inside));
  if (value instanceof Map) return encodeMap(value, inside);
  throw new Error(`not a Ruby value: ${String(value)}`);
}

function encodeMap(map: Map<unknown, unknown>, inside: readonly unknown[]): TypedJson {
  const isPlain = (key: unknown): boolean => typeof key === 'string' && !/^\d+$|^__/.test(key);
  const entries = [...map].map(([key, value]): [TypedJson, TypedJson] => [
    encodeTyped(key, inside),
    encodeTyped(value, inside),
  ]);
  if (![...map.keys()].every(isPlain)) return { __map: entries };
  return Object.fromEntries(entries.map(([key, value]) => [String(key), value]));
}

/** The Ruby value that a case file contains; a DateTime becomes a Time, a Symbol a string. */
export function decodeTyped(json: TypedJson): unknown {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(decodeTyped);
  const [[kind, text] = ['', '']] = Object.entries(json);
  if (kind === '__f') return float(Number(text));
  if (kind === '__i') return BigInt(String(text));
  if (kind === '__sym') return String(text);
  if (kind === '__b64') return decodeUtf8(Buffer.from(String(text), 'base64'));
  if (kind === '__d') {
    const [, year, month, day] = /^(-?\d+)-(\d+)-(\d+)$/.exec(String(text)) ?? [];
    return new CalendarDate(Number(year), Number(month), Number(day));
  }
  if (kind === '__t' || kind === '__dt') return decodeTime(String(text));
  if (kind === '__map' && Array.isArray(text)) {
    const pairs = text.filter((pair): pair is TypedJson[] => Array.isArray(pair));
    return new Map(pairs.map(([key = null, value = null]) => [decodeTyped(key), decodeTyped(value)]));
  }
  return new Map(Object.entries(json).map(([key, value]) => [key, decodeTyped(value)]));
}

function decodeTime(text: string): Time {
  const match = /^(-?\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([-+])(\d\d):(\d\d))$/.exec(text);
  if (match === null) throw new Error(`not a time: ${text}`);
  const [, year, month, day, hour, minute, second, fraction = '', sign, hours, minutes] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const wall = date.getTime() / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const nanoseconds = Number(fraction.padEnd(9, '0'));
  if (sign === undefined) return utcTime(wall, nanoseconds);
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  return new Time(wall - offset, nanoseconds, offset, null);
}

/** What a call returns, or the message of its error, as both are written in the case files. */
export function outcomeOf(call: () => unknown): TypedJson {
  try {
    return encodeTyped(call());
  } catch (error) {
    if (!(error instanceof UttersonError)) throw error;
    return { error: error.message };
  }
}
