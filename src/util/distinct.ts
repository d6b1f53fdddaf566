import { CalendarDate } from './calendar-date.ts';
import { compare } from './compare.ts';
import { Float } from './float.ts';
import { Time } from './time.ts';

/**
 * Tells values apart as Ruby's `eql?` does: 1 and 1.0 differ, arrays and hashes go by their content.
 *
 * @example
 * const distinct = new Distinct();
 * distinct.keyOf([1, 'a']) === distinct.keyOf([1, 'a']) // true
 */
export class Distinct {
  readonly #alike = new Map<string, unknown[]>();

  /** A key that is the same for two values exactly where `eql?` holds: of those that go by their content the first one seen. */
  keyOf(value: unknown): unknown {
    if (value === null) return undefined;
    if (typeof value !== 'object' || !hasContent(value)) return value;
    const sketch = sketchOf(value);
    const alike = this.#alike.get(sketch);
    if (alike === undefined) {
      this.#alike.set(sketch, [value]);
      return value;
    }
    const known = alike.find((other) => isSame(other, value));
    if (known !== undefined) return known;
    alike.push(value);
    return value;
  }
}

function hasContent(value: object): boolean {
  return (
    Array.isArray(value) ||
    value instanceof Map ||
    value instanceof Float ||
    value instanceof Time ||
    value instanceof CalendarDate
  );
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || left === undefined) return right === null || right === undefined;
  if (left instanceof Float) return right instanceof Float && left.value === right.value;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) && left.length === right.length && left.every((item, index) => isSame(item, right[index]))
    );
  }
  if (left instanceof Map) return right instanceof Map && areSameHashes(left, right);
  if (left instanceof Time) return right instanceof Time && compare(left, right) === 0;
  return left instanceof CalendarDate && right instanceof CalendarDate && compare(left, right) === 0;
}

function areSameHashes(left: ReadonlyMap<unknown, unknown>, right: ReadonlyMap<unknown, unknown>): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) if (!right.has(key) || !isSame(value, right.get(key))) return false;
  return true;
}

/** Same values have the same sketch, in whatever order a hash has its keys. It is short, as hashes may hold whole pages. */
function sketchOf(value: unknown): string {
  if (value instanceof Map) return `{${[...value.values()].map(partOf).sort().join('\0')}`;
  return Array.isArray(value) ? `[${value.map(partOf).join('\0')}` : partOf(value);
}

const SHORT = 40;

function partOf(value: unknown): string {
  if (typeof value === 'string') return value.length < SHORT ? value : `${value.length} ${value.slice(0, SHORT)}`;
  if (value instanceof Float) return `f${value.value}`;
  if (value instanceof Time) return `t${value.seconds}`;
  if (Array.isArray(value)) return `[${value.length}`;
  if (value instanceof Map) return `{${value.size}`;
  return typeof value === 'object' || value === undefined ? '' : String(value);
}
