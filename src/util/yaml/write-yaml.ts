import { CalendarDate } from '../time/calendar-date.ts';
import { strftime } from '../time/strftime.ts';
import { Time } from '../time/time.ts';
import { Float } from '../values/float.ts';
import { writeScalar } from './write-scalar.ts';

/**
 * Writes a mapping as Ruby's `YAML.dump` does: in block style, lists not indented under their key, quotes only where
 * needed.
 *
 * @example
 * writeYaml(new Map([['title', 'A: B'], ['tags', ['a']]])) // "---\ntitle: 'A: B'\ntags:\n- a\n"
 */
export function writeYaml(mapping: ReadonlyMap<unknown, unknown>): string {
  return mapping.size === 0 ? '--- {}\n' : `---\n${writePairs(mapping, 0)}`;
}

function writePairs(mapping: ReadonlyMap<unknown, unknown>, indent: number): string {
  return [...mapping].map(([key, value]) => writePair(key, value, indent)).join(' '.repeat(indent));
}

function writePair(key: unknown, value: unknown, indent: number): string {
  const name = writeValue(key, { column: indent, indent, isKey: true });
  if (value instanceof Map && value.size > 0) {
    const inner = indent + 2;
    return `${name}:\n${' '.repeat(inner)}${writePairs(value, inner)}`;
  }
  if (Array.isArray(value) && value.length > 0) {
    return `${name}:\n${' '.repeat(indent)}${writeItems(value, indent)}`;
  }
  const text = writeValue(value, { column: indent + name.length + 2, indent: indent + 2, isKey: false });
  return text === '' ? `${name}:\n` : `${name}: ${text}\n`;
}

function writeItems(items: readonly unknown[], indent: number): string {
  return items.map((item) => writeItem(item, indent)).join(' '.repeat(indent));
}

function writeItem(item: unknown, indent: number): string {
  const inner = indent + 2;
  if (item instanceof Map && item.size > 0) return `- ${writePairs(item, inner)}`;
  if (Array.isArray(item) && item.length > 0) return `- ${writeItems(item, inner)}`;
  const text = writeValue(item, { column: inner, indent: inner, isKey: false });
  return text === '' ? '-\n' : `- ${text}\n`;
}

/** A value that is written on its key's line. */
function writeValue(value: unknown, place: { column: number; indent: number; isKey: boolean }): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return writeScalar(value, place);
  if (value instanceof Map) return '{}';
  if (Array.isArray(value)) return '[]';
  if (value instanceof Time) return writeTime(value);
  if (value instanceof CalendarDate) return value.toString();
  return value instanceof Float ? writeFloat(value.value) : String(value);
}

/** The value of a `Float`, which is whole, infinite or NaN: all other Floats are plain numbers. */
function writeFloat(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  return Object.is(value, -0) ? '-0.0' : `${value}.0`;
}

function writeTime(time: Time): string {
  return strftime(time, time.isUtc ? '%Y-%m-%d %H:%M:%S.%N Z' : '%Y-%m-%d %H:%M:%S.%N %:z');
}
