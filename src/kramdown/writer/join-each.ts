import type { Element } from '../element.ts';

/**
 * The output of this many elements is joined at a time: a string concatenated from more pieces takes a multiple of its
 * size.
 */
export const MANY = 500;

/** The output of all elements, concatenated. */
export function joinEach(elements: readonly Element[], write: (element: Element, index: number) => string): string {
  const parts: string[] = [];
  let pieces: string[] = [];
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    if (element !== undefined) pieces.push(write(element, index));
    if (pieces.length < MANY) continue;
    parts.push(pieces.join(''));
    pieces = [];
  }
  return parts.join('') + pieces.join('');
}
