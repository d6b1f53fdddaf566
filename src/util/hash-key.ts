import { Float } from './float.ts';
import { inspect } from './inspect.ts';
import { Time } from './time.ts';

/**
 * A key that is the same for two values exactly where Ruby's `eql?` holds: 1 and 1.0 differ, arrays and hashes go by
 * their content.
 *
 * @example
 * hashKey([1, 'a']) === hashKey([1, 'a']) // true
 */
export function hashKey(value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value !== 'object') return typeof value === 'string' ? `s${value}` : value;
  if (value instanceof Float) return `f${value.value}`;
  if (value instanceof Time) return `t${value.seconds}.${value.nanoseconds}`;
  const isContent = Array.isArray(value) || value instanceof Map || 'days' in value;
  return isContent ? `c${inspect(value)}` : value;
}
