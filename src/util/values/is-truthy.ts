/**
 * Ruby's truth: everything but nil and false.
 *
 * @example
 * isTruthy('') // true
 */
export function isTruthy<T>(value: T): value is Exclude<T, null | undefined | false> {
  return value !== false && value !== null && value !== undefined;
}
