/**
 * Ruby's `split` with a separator: the parts of a text, without empty ones at the end. An empty text has no parts.
 *
 * @example
 * splitParts('a,,b,,', ',') // ['a', '', 'b']
 */
export function splitParts(text: string, separator: string | RegExp): string[] {
  const parts = text.split(separator);
  while (parts.at(-1) === '') parts.pop();
  return parts;
}
