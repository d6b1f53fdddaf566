import type { Attributes, ContentModel } from '../element.ts';

const MEANINGS: ReadonlyMap<string, ContentModel | 'default'> = new Map<string, ContentModel | 'default'>([
  ['0', 'raw'],
  ['1', 'default'],
  ['span', 'span'],
  ['block', 'block'],
]);

/** What `markdown="…"` asks for, taken from the attributes; `default` is what the element holds by its nature. */
export function takeMarkdownAttribute(attributes: Attributes): ContentModel | 'default' | undefined {
  const value = attributes.get('markdown');
  attributes.delete('markdown');
  return MEANINGS.get(value ?? '');
}
