import type { Page } from '../../site/page.ts';
import type { SiteItem } from '../../site/services.ts';
import { CollectionDrop } from './collection-drop.ts';
import { DocumentDrop } from './document-drop.ts';
import { ExcerptDrop } from './excerpt-drop.ts';
import { pageHash, pageHashForExcerpt } from './page-hash.ts';
import { StaticFileDrop } from './static-file-drop.ts';

interface KnownHash {
  readonly content: Page['contentHolder'];
  readonly hash: unknown;
}

/**
 * What templates see of a site's items: one drop for each item, made when it is first asked for.
 *
 * A page's hash is also kept, as long as its content stays the same: otherwise a loop over `site.pages` on every page
 * would make as many hashes as the square of the number of pages.
 */
export class LiquidViews {
  readonly #drops = new WeakMap<SiteItem, unknown>();
  #pages = new WeakMap<Page, KnownHash>();

  view(item: SiteItem): unknown {
    if (item.kind === 'page') return this.#pageHash(item);
    const known = this.#drops.get(item);
    if (known !== undefined) return known;
    const made = this.#make(item);
    this.#drops.set(item, made);
    return made;
  }

  /** Forgets the pages' hashes, since hooks may have changed the front matter. */
  forgetPages(): void {
    this.#pages = new WeakMap();
  }

  #pageHash(page: Page): unknown {
    const known = this.#pages.get(page);
    const content = page.contentHolder;
    if (known !== undefined && known.content === content) return known.hash;
    const hash = pageHash(page);
    this.#pages.set(page, { content, hash });
    return hash;
  }

  #make(item: Exclude<SiteItem, Page>): unknown {
    switch (item.kind) {
      case 'document':
        return new DocumentDrop(item);
      case 'static-file':
        return new StaticFileDrop(item);
      case 'collection':
        return new CollectionDrop(item);
      case 'excerpt':
        return item.document.kind === 'document'
          ? new ExcerptDrop(item, item.document)
          : pageHashForExcerpt(item.document);
    }
  }
}
