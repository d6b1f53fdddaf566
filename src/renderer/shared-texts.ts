import type { Document } from '../site/document.ts';
import type { Excerpt } from '../site/excerpt.ts';
import { hasLiquid } from '../site/item-kinds.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { splitFrontMatter } from '../util/front-matter.ts';

type Item = Page | Document;

/**
 * The texts of pages and documents that others put in with `include_relative`. Jekyll parses the Liquid of a file once a
 * build: if the item itself comes first, it is put in without its front matter, or else it shows its front matter, too.
 */
export class SharedTexts {
  readonly #site: Site;
  /** Paths of the items whose own text was run. */
  readonly #run = new Set<string>();
  /** What is rendered in place of a file's own text, by path. */
  readonly #texts = new Map<string, string>();
  #items: ReadonlyMap<string, Item> | undefined;

  constructor(site: Site) {
    this.#site = site;
  }

  /** What is run at an item's turn: the text that another has put in before, or its own. */
  textOf(item: Item | Excerpt, own: string): string {
    const path = sourcePath(item);
    if (path === null) return own;
    const shared = this.#texts.get(path);
    if (shared === undefined) this.#run.add(path);
    return shared ?? own;
  }

  /** The text of a file that is put in, or undefined where no item shares it. */
  included(path: string, content: string): string | undefined {
    const own = splitFrontMatter(content)?.content;
    if (own === undefined || !hasLiquid(own)) return undefined;
    const item = this.#itemAt(path);
    if (item === undefined) return undefined;
    // Which of the two is first is no input that a later build could look at.
    this.#site.services.reads.note('leftover');
    if (this.#run.has(path)) return own;
    if (!item.rendersWithLiquid) return undefined;
    this.#texts.set(path, content);
    return content;
  }

  #itemAt(path: string): Item | undefined {
    this.#items ??= this.#findItems();
    return this.#items.get(path);
  }

  #findItems(): ReadonlyMap<string, Item> {
    const items = new Map<string, Item>();
    for (const page of this.#site.pages) if (page.filePath !== null) items.set(page.filePath, page);
    for (const { docs } of this.#site.collections.values())
      for (const document of docs) items.set(document.path, document);
    return items;
  }
}

/** The name under which the template of a shared text is kept, as `path` may be that of the item's own. */
export function sharedTemplate(path: string): string {
  return `${path}/#included`;
}

function sourcePath(item: Item | Excerpt): string | null {
  if (item.kind === 'excerpt') return null;
  return item.kind === 'page' ? item.filePath : item.path;
}
