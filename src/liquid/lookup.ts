import { isInteger, toWordInteger } from '../util/values/ruby-float.ts';
import { characterCount } from '../util/values/ruby-text.ts';
import { Drop } from './drop.ts';
import { LoopDrop } from './loop-drop.ts';
import { Range } from './range.ts';
import { toLiquid } from './values.ts';

/** The result of a lookup that found nothing: nil, or an error with `strict_variables`. */
export const MISSING = Symbol('missing');
/** The same where Ruby would call a method that the drop does not have. */
export const UNDEFINED_METHOD = Symbol('undefined method');

/**
 * One step of a lookup, `value.key` or `value[key]` (Liquid::VariableLookup).
 *
 * @param isCommand whether the key is `size`, `first` or `last` after a dot: a method if there is no such key
 * @returns the value, or `MISSING` or `UNDEFINED_METHOD`
 */
export function lookUp(value: unknown, key: unknown, isCommand: boolean): unknown {
  if (value instanceof Map) {
    const found = value.get(key);
    if (found !== undefined) return toLiquid(found);
    if (value.has(key)) return undefined;
  } else if (value instanceof Drop) {
    if (value.has(key)) return readDrop(value, key);
  } else if (Array.isArray(value)) {
    if (isInteger(key)) return toLiquid(value.at(toWordInteger(key)));
  }
  return isCommand ? runCommand(value, key) : MISSING;
}

function readDrop(drop: Drop, key: unknown): unknown {
  const found = drop.get(key);
  return found === undefined && drop instanceof LoopDrop ? UNDEFINED_METHOD : toLiquid(found);
}

function runCommand(value: unknown, command: unknown): unknown {
  if (command === 'size') return sizeOf(value) ?? MISSING;
  const found = command === 'first' ? firstOf(value) : lastOf(value);
  return found === MISSING ? MISSING : toLiquid(found);
}

/** Integer#size: the bytes of a machine word. */
const INTEGER_SIZE = 8;

/**
 * Ruby's `size`; undefined for values that have none.
 *
 * @example
 * sizeOf('é') // 1
 * sizeOf(7)   // 8, as Integer#size counts bytes
 */
export function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return characterCount(value);
  if (Array.isArray(value)) return value.length;
  if (value instanceof Map || value instanceof Range) return value.size;
  if (typeof value === 'number') return Number.isInteger(value) ? INTEGER_SIZE : undefined;
  if (typeof value === 'bigint') return bigIntegerSize(value);
  return undefined;
}

/** Beyond a machine word, Ruby counts the bytes actually needed, not whole words. */
function bigIntegerSize(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  return Math.max(INTEGER_SIZE, Math.ceil(magnitude.toString(16).length / 2));
}

/** Ruby's `first`; MISSING for values that have none. */
export function firstOf(value: unknown): unknown {
  if (Array.isArray(value)) return value[0];
  if (value instanceof Map) return value.entries().next().value;
  if (value instanceof Range) return value.first;
  if (value instanceof LoopDrop) return value.get('first');
  if (value instanceof Drop) return firstEntry(value);
  return MISSING;
}

function firstEntry(drop: Drop): unknown {
  const keys = drop.keys();
  if (keys === undefined) return MISSING;
  const key = keys[0];
  return key === undefined ? undefined : [key, drop.get(key)];
}

/** Ruby's `last`; MISSING for values that have none. */
export function lastOf(value: unknown): unknown {
  if (value instanceof LoopDrop) return value.get('last');
  if (Array.isArray(value)) return value.at(-1);
  return value instanceof Range ? value.last : MISSING;
}
