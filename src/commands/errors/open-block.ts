import { placeAt, type TextPlace } from '../../util/text-place.ts';

/**
 * Finds a block tag that is never closed: the last one still open at the end of the text.
 *
 * @example
 * findOpenBlock('{% if a %}\n{% if b %}{% endif %}', 'if') // { line: 1, column: 1 }
 */
export function findOpenBlock(source: string, tag: string): TextPlace | undefined {
  const open: number[] = [];
  for (const match of source.matchAll(/\{%-?\s*(\w+)/g)) {
    if (match[1] === tag) open.push(match.index);
    else if (match[1] === `end${tag}`) open.pop();
  }
  const at = open.at(-1);
  return at === undefined ? undefined : placeAt(source, at);
}
