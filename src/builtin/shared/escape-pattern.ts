/**
 * A text as a piece of a regular expression that matches nothing else.
 *
 * @example
 * new RegExp(escapePattern('a.b')).test('a-b') // false
 */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
