import type { Element } from '../element.ts';

/** The element with the first text of a paragraph: the paragraph itself, unless it was made from HTML. */
export function textHolder(paragraph: Element): Element | undefined {
  const [first] = paragraph.children;
  if (first !== undefined) return first;
  return paragraph.value === '' ? undefined : paragraph;
}
