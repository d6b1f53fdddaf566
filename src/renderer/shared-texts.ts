import type { Excerpt } from '../site/excerpt.ts';
import type { Item } from '../site/item.ts';
import { hasLiquid } from '../site/item-kinds.ts';
import { LEFTOVER } from '../site/read-notes.ts';
import type { Site } from '../site/site.ts';
import { readsOf } from '../site/site-internals.ts';
import { relativePath } from '../util/files/paths.ts';
import { splitFrontMatter } from '../util/front-matter.ts';
import { templateName } from './template-name.ts';

/**
 * The texts of pages and documents that other pages include, with `include_relative` or from an includes folder that
 * contains pages (`includes_dir: .`). Jekyll parses the Liquid of a file only once in a build. If the item itself is rendered first, it is included without its front matter. If it is included
 * first, the front matter is part of the text, even when the item itself is rendered.
 */
export class SharedTexts {
  readonly #site: Site;
  /** Paths of the items whose own text has been rendered. */
  readonly #rendered = new Set<string>();
  /** The text that is rendered in place of a file's own, by path. */
  readonly #texts = new Map<string, string>();
  #items: ReadonlyMap<string, Item> | undefined;

  constructor(site: Site) {
    this.#site = site;
  }

  /** The text to render in an item's turn: the included one if it was included before, otherwise its own. */
  textOf(item: Item | Excerpt, own: string): string {
    const path = sourcePath(item);
    if (path === null) return own;
    const shared = this.#texts.get(path);
    if (shared === undefined) this.#rendered.add(path);
    return shared ?? own;
  }

  /** The text to render for an included file, or undefined if the file is not an item with Liquid in it. */
  included(path: string, content: string): string | undefined {
    const own = splitFrontMatter(content)?.content;
    if (own === undefined || !hasLiquid(own)) return undefined;
    const item = this.#itemAt(path);
    if (item === undefined) return undefined;
    // Which of the two comes first is not an input that a later build could check.
    readsOf(this.#site).note(LEFTOVER);
    if (this.#rendered.has(path)) return own;
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
    for (const page of this.#site.pages) {
      // An included file has the name of its path, whatever name the page's own template has.
      if (page.filePath !== null && templateName(page.path) === relativePath(this.#site.source, page.filePath)) {
        items.set(page.filePath, page);
      }
    }
    for (const { docs } of this.#site.collections.values())
      for (const document of docs) items.set(document.path, document);
    return items;
  }
}

/** The key of a shared text's template in the cache, where the path itself may stand for the item's own text. */
export function sharedTemplate(path: string): string {
  return `${path}/#included`;
}

function sourcePath(item: Item | Excerpt): string | null {
  if (item.kind === 'excerpt') return null;
  return item.kind === 'page' ? item.filePath : item.path;
}
