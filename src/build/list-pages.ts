import type { Item } from '../site/item.ts';
import type { Site } from '../site/site.ts';
import type { BuiltPage } from './build-result.ts';

/** The pages and documents that a site writes, documents first and the last ones before the others. */
export function listPages(site: Site): readonly BuiltPage[] {
  const documents = [...site.collections.values()].flatMap(({ docs }) => docs).filter(({ isWritten }) => isWritten);
  return [...documents.reverse(), ...site.pages].map((item) => ({
    title: titleOf(item),
    url: item.url,
    source: item.relativePath,
    kind: kindOf(item),
  }));
}

function titleOf(item: Item): string {
  const title = item.value('title');
  return typeof title === 'string' && title.trim() !== '' ? title : item.url;
}

function kindOf(item: Item): BuiltPage['kind'] {
  if (item.kind === 'page') return 'page';
  if (item.isDraft) return 'draft';
  return item.collection.label === 'posts' ? 'post' : 'document';
}

/** The number of pages and documents that a site writes. */
export function countPages(site: Site): number {
  let count = site.pages.length;
  for (const { docs } of site.collections.values()) count += docs.filter((document) => document.isWritten).length;
  return count;
}
