import { Drop } from '../liquid/drop.ts';
import { Range } from '../liquid/range.ts';
import { toLiquid } from '../liquid/values.ts';
import { DocumentDrop } from '../renderer/drops/document-drop.ts';
import { Excerpt } from '../site/excerpt.ts';
import { CalendarDate } from '../util/time/calendar-date.ts';
import { Time } from '../util/time/time.ts';
import { DefaultHash } from '../util/values/default-hash.ts';
import { Float } from '../util/values/float.ts';
import { inspect, toText } from '../util/values/inspect.ts';

/** A value as JSON has it. An object with the key `^` stands for a value that JSON does not have. */
export type Packed = null | boolean | number | string | readonly Packed[] | { readonly [key: string]: Packed };

/** Numbers for the objects that the interpreter is given, and back. */
export interface Numbers {
  /** The kind and the number of one of Jekyll's nouns; undefined for another object. */
  nounOf(value: object): readonly [kind: string, number: number] | undefined;
  /** The number of a drop, or of anything else that templates see by its keys. */
  numberOf(value: object): number;
  at(number: number): object;
  /** The drop that stands for a drop of the interpreter's. */
  rubyDrop(number: number, className: string): unknown;
}

/** A symbol of Ruby. Templates see its name. */
export class RubySymbol {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toString(): string {
    return this.name;
  }

  inspect(): string {
    return `:${this.name}`;
  }

  toLiquid(): string {
    return this.name;
  }
}

/** Packs a value for the interpreter. */
export function pack(value: unknown, numbers: Numbers): Packed {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isInteger(value) ? value : { '^': 'float', v: String(value) };
    case 'bigint':
      return { '^': 'integer', v: String(value) };
    case 'object':
      return value === null ? null : packObject(value, numbers);
    default:
      return null;
  }
}

function packObject(value: object, numbers: Numbers): Packed {
  if (Array.isArray(value)) return value.map((one) => pack(one, numbers));
  // In Ruby such a hash has an empty list for a name that it lacks.
  if (value instanceof DefaultHash) return { '^': 'groups', v: packHash(value, numbers) };
  if (value instanceof Map) return packHash(value, numbers);
  if (value instanceof Float) return { '^': 'float', v: String(value.value) };
  if (value instanceof Time) {
    return { '^': 'time', v: [Number(value.exactSeconds), value.nanoseconds, value.offset, value.isUtc] };
  }
  if (value instanceof CalendarDate) return { '^': 'date', v: [value.year, value.month, value.day] };
  if (value instanceof RubySymbol) return { '^': 'symbol', v: value.name };
  if (value instanceof Range) return { '^': 'range', v: [Number(value.first), Number(value.last)] };
  const noun = numbers.nounOf(value);
  if (noun !== undefined) return { '^': 'object', v: noun };
  if (value instanceof Drop || value instanceof Excerpt) {
    const document = value instanceof DocumentDrop ? numbers.numberOf(value.document) : null;
    return { '^': 'view', v: [numbers.numberOf(value), document] };
  }
  const seen = toLiquid(value);
  return seen === value ? toText(value) : pack(seen, numbers);
}

function packHash(hash: ReadonlyMap<unknown, unknown>, numbers: Numbers): Packed {
  const keys = [...hash.keys()];
  if (keys.every((key) => typeof key === 'string' && key !== '^' && key !== '__proto__')) {
    return Object.fromEntries([...hash].map(([key, one]) => [key, pack(one, numbers)]));
  }
  return { '^': 'hash', v: [...hash].map(([key, one]) => [pack(key, numbers), pack(one, numbers)]) };
}

/** Unpacks a value of the interpreter. */
export function unpack(value: Packed, numbers: Numbers): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((one) => unpack(one, numbers));
  if ('^' in value) return unpackSpecial(value, numbers);
  return new Map(Object.entries(value).map(([key, one]) => [key, unpack(one, numbers)]));
}

const isList = (value: Packed): value is readonly Packed[] => Array.isArray(value);

function unpackSpecial(value: { readonly [key: string]: Packed }, numbers: Numbers): unknown {
  const of = value['v'];
  switch (value['^']) {
    case 'float':
      return new Float(Number(of));
    case 'integer':
      return BigInt(String(of));
    case 'symbol':
      return new RubySymbol(String(of));
    case 'time': {
      const [seconds, nanoseconds, offset, isUtc] = of as [number, number, number, boolean];
      return new Time(seconds, nanoseconds, offset, isUtc ? 'UTC' : null, isUtc);
    }
    case 'date': {
      const [year, month, day] = of as [number, number, number];
      return new CalendarDate(year, month, day);
    }
    case 'hash':
      return new Map((of as [Packed, Packed][]).map(([key, one]) => [unpack(key, numbers), unpack(one, numbers)]));
    case 'object':
      return numbers.at(Number(of));
    case 'drop':
      return numbers.rubyDrop(Number(of), String(value['class']));
    default:
      throw new TypeError(`Unknown kind of value: ${inspect(value['^'])}`);
  }
}
