/**
 * Ruby's `String#to_i`: the integer that a text begins with, or 0.
 *
 * @example
 * toInteger(' 1_200px') // 1200
 */
export function toInteger(text: string): number {
  const [digits = ''] = /^[ \t\r\n\f\v]*[+-]?\d+(?:_\d+)*/.exec(text) ?? [];
  return Number.parseInt(digits.replaceAll('_', ''), 10) || 0;
}
