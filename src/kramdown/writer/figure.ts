import type { Attributes, Element } from '../element.ts';
import { writeAttributes } from './escape.ts';
import { INDENT, indentation } from './tag.ts';

/**
 * A paragraph with nothing but an image whose attribute list refers to `standalone`, as a figure. It takes the image's class and id
 * unless it has its own.
 */
export function writeFigure(paragraph: Element, image: Element, indent: number): string {
  const attributes: Attributes = new Map(paragraph.ownAttributes);
  const imageAttributes: Attributes = new Map(image.attributes);
  for (const name of ['class', 'id']) {
    const value = imageAttributes.get(name);
    if (value === undefined || attributes.has(name)) continue;
    attributes.set(name, value);
    imageAttributes.delete(name);
  }
  const space = indentation(indent);
  const inner = indentation(indent + INDENT);
  const body =
    `${inner}<img${writeAttributes(imageAttributes)} />\n` +
    `${inner}<figcaption>${imageAttributes.get('alt') ?? ''}</figcaption>\n`;
  return `${space}<figure${writeAttributes(attributes)}>\n${body}${space}</figure>\n`;
}
