import type { Item } from './item.ts';

/**
 * A name that identifies an item across builds: its path, and for a page its URL too, since a generator may make many
 * pages with one path.
 */
export function itemName(item: Item): string {
  return item.kind === 'document' ? item.relativePath : `${item.relativePath}>${item.url}`;
}
