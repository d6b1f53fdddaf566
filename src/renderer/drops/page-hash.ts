import type { Hash } from '../../site/hash.ts';
import { itemName } from '../../site/item-name.ts';
import type { Page, PageAttribute } from '../../site/page.ts';
import { readsOf } from '../../site/site-internals.ts';
import { deepMerge } from '../../util/values/deep-merge.ts';
import { toText } from '../../util/values/inspect.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { RecordedMap } from './recorded-map.ts';

const ATTRIBUTES: Readonly<Record<PageAttribute, (page: Page) => unknown>> = {
  // Themes list all pages on each page and show no text of them: a text that was kept is fetched when somebody asks for it.
  content: (page) => (page.keptContent === undefined ? page.content : ''),
  dir: (page) => page.directory,
  excerpt: (page) => {
    const excerpt = page.data.get('excerpt');
    return isTruthy(excerpt) ? toText(excerpt) : null;
  },
  name: (page) => page.name,
  path: (page) => (page.data.has('path') ? page.data.get('path') : page.path),
  url: (page) => page.url,
};

/**
 * What a template sees of a page: a plain hash of its defaults, its front matter and a few keys of its own. It is a
 * snapshot, as in Jekyll: so a layout sees the source text as `page.content`, not the converted text.
 */
export function pageHash(page: Page): Hash {
  return mergedWith(page, page.attributes);
}

/** The same without the excerpt: what the excerpt itself sees as its page while it is rendered. */
export function pageHashForExcerpt(page: Page): Hash {
  return mergedWith(
    page,
    page.attributes.filter((key) => key !== 'excerpt'),
  );
}

function mergedWith(page: Page, keys: readonly PageAttribute[]): Hash {
  let fetch = keys.includes('content') ? page.keptContent : undefined;
  const own = new Map<unknown, unknown>(keys.map((key) => [key, ATTRIBUTES[key](page)]));
  const merged = deepMerge(page.defaults.all(), deepMerge(page.data, own));
  const reads = readsOf(page.site);
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
