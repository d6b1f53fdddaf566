import type { Attributes, ContentModel } from '../element.ts';

const MEANINGS: ReadonlyMap<string, ContentModel | 'default'> = new Map<string, ContentModel | 'default'>([
  ['0', 'raw'],
  ['1', 'default'],
  ['span', 'span'],
  ['block', 'block'],
]);

/**
 * Removes `markdown="…"` from the attributes and returns what it requests; `default` is the element's own content
 * model.
 */
export function takeMarkdownAttribute(attributes: Attributes): ContentModel | 'default' | undefined {
  const value = attributes.get('markdown');
  attributes.delete('markdown');
  return MEANINGS.get(value ?? '');
}
