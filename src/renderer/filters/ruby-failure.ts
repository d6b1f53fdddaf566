import { UttersonError } from '../../errors.ts';
import { className } from '../../util/compare.ts';
import { inspect } from '../../util/inspect.ts';

/**
 * Ruby's error for a filter on a value that it cannot work on.
 *
 * @example
 * noMethod('gsub', 5).message // "undefined method `gsub' for 5:Integer"
 */
export function noMethod(method: string, value: unknown): UttersonError {
  const receiver = value === null || value === undefined ? 'nil:NilClass' : `${inspect(value)}:${className(value)}`;
  return new UttersonError('NoMethodError', `undefined method \`${method}' for ${receiver}`);
}

/** Ruby's error for a value where a text must stand. */
export function noConversion(value: unknown): UttersonError {
  const isNamed = value === null || value === undefined || typeof value === 'boolean';
  const kind = isNamed ? inspect(value) : className(value);
  return new UttersonError('TypeError', `no implicit conversion of ${kind} into String`);
}

/** The text of an expression that `where_exp` and its kin are given: nothing but a text is one. */
export function requireText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw noConversion(value);
}
