import type { Attributes } from '../element.ts';
import type { Parser } from '../parser.ts';
import type { Tag } from './tag.ts';

/** The attributes of a tag; of several with the same name the last one wins, with a warning. */
export function attributesOf(parser: Parser, tag: Tag, line: () => number): Attributes {
  const attributes: Attributes = new Map();
  for (const { name, value } of tag.attributes) {
    if (attributes.has(name)) {
      parser.warn(() => `Duplicate HTML attribute '${name}' on line ${line()} - overwriting previous one`);
    }
    attributes.set(name, value);
  }
  return attributes;
}
