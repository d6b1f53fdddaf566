import { CalendarDate } from '../util/time/calendar-date.ts';
import { Time } from '../util/time/time.ts';
import { compare } from '../util/values/compare.ts';
import { Float } from '../util/values/float.ts';

/**
 * Distinguishes values as Ruby's `eql?` does: 1 and 1.0 differ, arrays and hashes are compared by content.
 *
 * @example
 * const distinct = new Distinct();
 * distinct.keyOf([1, 'a']) === distinct.keyOf([1, 'a']) // true
 */
export class Distinct {
  readonly #buckets = new Map<string, Bucket>();

  /** A key that is identical for two values exactly if `eql?` holds: the first such value that was seen. */
  keyOf(value: unknown): unknown {
    if (value === null) return undefined;
    if (typeof value !== 'object' || !hasContent(value)) return value;
    const sketch = sketchOf(value);
    const bucket = this.#buckets.get(sketch) ?? new Bucket();
    this.#buckets.set(sketch, bucket);
    return bucket.firstLike(value);
  }
}

/** Up to this many values are compared one by one; further ones are hashed by their whole content. */
const FEW = 4;

/** Values with the same sketch. */
class Bucket {
  readonly #few: unknown[] = [];
  /** All further values, by the hash of their content. */
  readonly #many = new Map<number, unknown[]>();

  /** The first value seen that equals this one; the value itself if there was none. */
  firstLike(value: unknown): unknown {
    const known = findSame(this.#few, value);
    if (known !== undefined) return known;
    if (this.#few.length < FEW) {
      this.#few.push(value);
      return value;
    }
    const hash = hashOf(value, MOST_PARTS);
    const same = this.#many.get(hash) ?? [];
    this.#many.set(hash, same);
    const other = findSame(same, value);
    if (other === undefined) same.push(value);
    return other ?? value;
  }
}

const findSame = (values: readonly unknown[], value: unknown): unknown => values.find((other) => isSame(other, value));

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

/**
 * A cheap key that equal values share, whatever the order of a hash's keys. It is short, as hashes may contain whole
 * pages.
 */
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

/** Only this many parts of a value are hashed: with YAML's aliases, a short text can stand for an astronomical number. */
const MOST_PARTS = 1_000;

/** A hash that equal values share, whatever the order of a hash's keys: every entry gets an equal share of the parts. */
function hashOf(value: unknown, parts: number): number {
  if (Array.isArray(value)) {
    const share = Math.floor(parts / value.length);
    const items = value.slice(0, parts);
    return items.reduce((sum: number, item) => mix(sum, hashOf(item, share)), value.length);
  }
  if (!(value instanceof Map)) return hashOfText(partOf(value) + (typeof value === 'string' ? value : ''));
  const share = Math.floor(parts / value.size);
  let sum = value.size;
  if (share > 0) for (const [key, item] of value) sum = (sum + mix(hashOfText(String(key)), hashOf(item, share))) | 0;
  return sum;
}

const mix = (a: number, b: number): number => (Math.imul(a, 31) + b) | 0;

function hashOfText(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = mix(hash, text.charCodeAt(index));
  return hash;
}
