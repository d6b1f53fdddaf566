/** Ruby's `String#to_i`: the integer that a text begins with, or 0. */
export function toInteger(text: string): number {
  return Number(/^\s*[+-]?\d+/.exec(text)?.[0] ?? 0);
}
