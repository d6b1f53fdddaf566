import { CalendarDate } from '../../util/time/calendar-date.ts';
import { Time } from '../../util/time/time.ts';
import { Float } from '../../util/values/float.ts';

/**
 * Serialises a value of front matter as JSON. Values that JSON does not have become objects with one key.
 *
 * @returns undefined for a value that would not come back as it was: one of another kind, or one that contains an object
 *   twice, where a change to the one would be a change to the other
 * @example
 * readValue(writeValue(new Map([['a', [1, null]]]))) // Map { 'a' => [1, null] }
 */
export function writeValue(value: unknown): string | undefined {
  const packed = pack(value, new Set());
  return packed === undefined ? undefined : JSON.stringify(packed);
}

/** The value that `writeValue` has serialised. */
export function readValue(text: string): unknown {
  return unpack(JSON.parse(text) as Packed);
}

/** A value in a form that JSON can express; undefined if there is none. */
function pack(value: unknown, seen: Set<object>): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : undefined;
    case 'bigint':
      return { integer: String(value) };
    case 'object':
      return value === null ? null : packObject(value, seen);
    default:
      return undefined;
  }
}

function packObject(value: object, seen: Set<object>): unknown {
  if (seen.has(value)) return undefined;
  seen.add(value);
  if (Array.isArray(value)) return packAll(value, seen);
  if (value.constructor === Map) {
    const pairs = packAll([...(value as Map<unknown, unknown>).entries()].flat(), seen);
    return pairs === undefined ? undefined : { pairs };
  }
  if (value instanceof CalendarDate) return { day: [value.year, value.month, value.day] };
  if (value instanceof Float) return { float: Object.is(value.value, -0) ? '-0' : String(value.value) };
  return value instanceof Time ? packTime(value) : undefined;
}

function packAll(values: readonly unknown[], seen: Set<object>): unknown[] | undefined {
  const packed: unknown[] = [];
  for (const value of values) {
    const one = pack(value, seen);
    if (one === undefined) return undefined;
    packed.push(one);
  }
  return packed;
}

/** Times of a zone are refused: they can ask their zone about summer time, and JSON could not restore that. */
function packTime({ exactSeconds, nanoseconds, offset, zone, isUtc }: Time): unknown {
  if (typeof exactSeconds !== 'number' || (zone !== null && !isUtc)) return undefined;
  return { time: [exactSeconds, nanoseconds, offset, zone, isUtc] };
}

type Packed =
  | string
  | number
  | boolean
  | null
  | readonly Packed[]
  | { readonly pairs: readonly Packed[] }
  | { readonly integer: string }
  | { readonly float: string }
  | { readonly day: readonly [number, number, number] }
  | { readonly time: readonly [number, number, number, string | null, boolean] };

function unpack(packed: Packed): unknown {
  if (typeof packed !== 'object' || packed === null) return packed;
  if ('pairs' in packed) return unpackMap(packed.pairs);
  if ('integer' in packed) return BigInt(packed.integer);
  if ('float' in packed) return new Float(Number(packed.float));
  if ('day' in packed) return new CalendarDate(...packed.day);
  if ('time' in packed) return new Time(...packed.time);
  return packed.map(unpack);
}

function unpackMap(pairs: readonly Packed[]): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  for (let at = 0; at < pairs.length; at += 2) map.set(unpack(pairs[at] ?? null), unpack(pairs[at + 1] ?? null));
  return map;
}
