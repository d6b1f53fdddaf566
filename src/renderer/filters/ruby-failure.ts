import { UttersonError } from '../../errors.ts';
import { className, conversionFailure } from '../../util/values/class-name.ts';
import { inspect } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';

const INSPECT = 'The filter takes no value of this kind. What it is given, {{ … | inspect }} shows.';

/**
 * Ruby's error for calling a method on a value that does not have it.
 *
 * @example
 * noMethod('gsub', 5).message // "undefined method `gsub' for 5:Integer"
 */
export function noMethod(method: string, value: unknown): UttersonError {
  const receiver = isNil(value) ? 'nil:NilClass' : `${inspect(value)}:${className(value)}`;
  return new UttersonError('NoMethodError', `undefined method \`${method}' for ${receiver}`, { hint: INSPECT });
}

/** Ruby's error for a value in a place that requires a string. */
export function noConversion(value: unknown): UttersonError {
  return new UttersonError('TypeError', conversionFailure(value, 'String'), { hint: INSPECT });
}

/** The expression given to `where_exp` and similar filters, which must be a string. */
export function requireText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw noConversion(value);
}
