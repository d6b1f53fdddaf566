/**
 * A pattern for a list of words, whole words only.
 *
 * @example
 * words('if', 'else') // /(?:if|else)\b/
 */
export function words(...list: readonly string[]): RegExp {
  return new RegExp(`(?:${list.join('|')})\\b`);
}
