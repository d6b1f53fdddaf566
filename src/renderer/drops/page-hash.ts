import type { Hash } from '../../site/hash.ts';
import { itemName } from '../../site/item-name.ts';
import type { Page } from '../../site/page.ts';
import { deepMerge } from '../../util/deep-merge.ts';
import { toText } from '../../util/inspect.ts';
import { isTruthy } from '../../util/is-truthy.ts';
import { RecordedMap } from './recorded-map.ts';

/**
 * What a template sees of a page: a plain hash of its defaults, its front matter and a few keys of its own. It is a
 * snapshot, as in Jekyll: so a layout sees the source text as `page.content`, not the converted text.
 */
export function pageHash(page: Page): Hash {
  const excerpt = page.data.get('excerpt');
  const hasExcerpt = isTruthy(excerpt);
  return mergedWith(page, [
    ['dir', page.directory],
    ['excerpt', hasExcerpt ? toText(excerpt) : null],
    ['name', page.name],
    ['path', page.data.has('path') ? page.data.get('path') : page.path],
    ['url', page.url],
  ]);
}

/** The same without the excerpt: what the excerpt itself sees as its page while it is rendered. */
export function pageHashForExcerpt(page: Page): Hash {
  return mergedWith(page, [
    ['dir', page.directory],
    ['name', page.name],
    ['path', page.data.has('path') ? page.data.get('path') : page.path],
    ['url', page.url],
  ]);
}

function mergedWith(page: Page, own: readonly (readonly [string, unknown])[]): Hash {
  // Themes list all pages on each page and show no text of them: a text that was kept is fetched when somebody asks for it.
  let fetch = page.keptContent;
  const content = fetch === undefined ? page.content : '';
  const keys = new Map<unknown, unknown>([['content', content], ...own]);
  const merged = deepMerge(page.defaults.all(), deepMerge(page.data, keys));
  const { reads } = page.site.services;
  const name = itemName(page);
  const meta = reads.id(`meta:${name}`);
  const hash = new RecordedMap(merged, (key) => {
    if (key === undefined || key === 'content') {
      reads.note(`${page.isRendered ? 'content' : 'unrendered'}:${name}`);
      if (fetch !== undefined) hash.set('content', fetch());
      fetch = undefined;
    }
    if (key !== 'content') reads.noteId(meta);
  });
  return hash;
}
