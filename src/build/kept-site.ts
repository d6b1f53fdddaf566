import { readSourceText } from '../reader/source-text.ts';
import type { Document } from '../site/document.ts';
import { itemName } from '../site/item-name.ts';
import type { Page } from '../site/page.ts';
import type { KeptTexts } from '../site/rendered-item.ts';
import type { Site } from '../site/site.ts';
import { decodeText } from '../util/encoding.ts';
import type { Change } from './build-result.ts';
import type { SiteWithRenderer } from './build-site.ts';
import { renderOrder } from './input-versions.ts';
import { type KeptState, ownerOfText, Regeneration, type RegenerationOptions } from './regeneration.ts';
import { applyTextChanges, pathOf, type Recorded, SiteFiles, type TextChanges } from './text-changes.ts';

import type { UrgentRender } from './urgent-render.ts';

type Item = Page | Document;

/** Source texts of pages that have no file, which are gone once they are rendered. */
type PageTexts = ReadonlyMap<Item, string | null>;

/** Inputs that depend on files, data and time, whatever else stays as it is. */
const ALWAYS_LOOKED_AT = /^(?:include|file|folder|time|clock|untracked)(?::|$)/;

/**
 * A site that stays from build to build while only texts change: bodies, layouts, includes, data, style sheets.
 *
 * Its items and their front matter are not read again, so that the cost grows with the change and not with the site.
 * Whatever this cannot do exactly as a clean build (a page that reads the text of one that comes after it, a converter
 * that makes pages late) it gives up, and everything is read again.
 */
export class KeptSite {
  readonly #parts: SiteWithRenderer;
  readonly #files: SiteFiles;
  readonly #texts: PageTexts;
  /** Where each item stands in the order of rendering. */
  #positions: ReadonlyMap<string, number> | undefined;
  /** Whether a text is asked for that is damaged in the record of another process. */
  #hasLostText = false;
  #isSettled = false;

  /** @param texts the source texts of pages without a file, as they were before they were rendered */
  constructor(parts: SiteWithRenderer, texts: PageTexts) {
    this.#parts = parts;
    this.#files = new SiteFiles(parts.site);
    this.#texts = texts;
  }

  get site(): SiteWithRenderer['site'] {
    return this.#parts.site;
  }

  /** What changed, or undefined where the site cannot be kept for it. */
  sort(changes: readonly Change[], recorded: Recorded, isRead = false): TextChanges | undefined {
    return this.#files.sort(changes, recorded, isRead);
  }

  /** Takes changed texts over. */
  take(changes: TextChanges, options: RegenerationOptions & { before: KeptState }): Regeneration {
    const texts = { bodies: options.before.bodies, lose: () => this.#lose() };
    this.#settle(texts);
    applyTextChanges(this.site, changes);
    this.#parts.renew();
    const regeneration = new Regeneration(this.site, { ...options, only: inputsOf(changes) });
    for (const item of changes.bodies.keys()) {
      // A file that was saved without a change: nothing makes it again, so its text would stay the source.
      if (regeneration.staleBecause(item) === undefined) item.keep(new KeptItem(item, texts));
    }
    return regeneration;
  }

  /**
   * Renders what is stale.
   *
   * @param before what the build before left
   * @returns what has to be written, or undefined where the site has to be read again; it must not be used any more then
   */
  async render(
    regeneration: Regeneration,
    before: KeptState,
    urgent: UrgentRender,
  ): Promise<ReadonlySet<Item> | undefined> {
    const { site } = this.#parts;
    if (regeneration.hasSharedDestinations) return undefined;
    const made = this.#takeMadePages(before);
    const prepare = (item: Item) => item.isKept && item.restart(() => this.#sourceOf(item));
    const render = (item: Item) => this.#parts.renderer.render(item);
    await urgent.begin({ site, regeneration, prepare, render });
    const items = new Set<Item>();
    for (const item of renderOrder(site)) {
      const isDone = urgent.isDone(item);
      const reason = isDone ? undefined : regeneration.staleBecause(item);
      if (reason !== undefined) {
        await urgent.breathe();
        prepare(item);
        regeneration.render(item, reason, () => render(item));
        urgent.check(item, regeneration);
        if (this.#readsAhead(item, regeneration)) return undefined;
      } else if (!isDone) {
        site.pages.push(...(made.get(item) ?? []));
        urgent.check(item, regeneration);
      }
      if (this.#hasLostText || !regeneration.isTrustworthy) return undefined;
      if (item.isWritten && (isDone || reason !== undefined)) items.add(item);
    }
    return items;
  }

  /** Lets go of the texts of the build before; whoever asks for one gets it from the record and the destination. */
  #settle(texts: TextsBefore): void {
    for (const item of renderOrder(this.site)) {
      // What the build before has kept tells that build of a text that is lost.
      if (!item.isKept || !this.#isSettled) item.keep(new KeptItem(item, texts));
    }
    this.#isSettled = true;
  }

  #lose(): void {
    this.#hasLostText = true;
  }

  #sourceOf(item: Item): string | null {
    const path = pathOf(item);
    return path === null ? (this.#texts.get(item) ?? null) : readSourceText(this.site, path).content;
  }

  /**
   * Takes the pages that converters made (source maps) out of the site: in a clean build they come in the turn of the page they
   * belong to, and what is rendered before does not see them.
   */
  #takeMadePages({ made }: KeptState): ReadonlyMap<Item, readonly Page[]> {
    const taken = new Map<Item, readonly Page[]>();
    if (made.size === 0) return taken;
    const { site } = this.#parts;
    const byPlace = new Map(site.pages.map((page) => [placeOf(page.sourceDirectory, page.name), page]));
    for (const item of renderOrder(site)) {
      const places = made.get(itemName(item)) ?? [];
      const pages = places.flatMap(({ directory, name }) => byPlace.get(placeOf(directory, name)) ?? []);
      if (pages.length > 0) taken.set(item, pages);
    }
    const all = new Set([...taken.values()].flat());
    site.pages = site.pages.filter((page) => !all.has(page));
    return taken;
  }

  /** Whether an item has read the text of one whose turn comes after its own: in a clean build that is still source text. */
  #readsAhead(item: Item, regeneration: Regeneration): boolean {
    const read = regeneration.readBy(item);
    const name = itemName(item);
    return (
      read?.some((id) => {
        const subject = ownerOfText(regeneration.names.name(id));
        return subject !== undefined && subject !== name && this.#positionOf(subject) > this.#positionOf(name);
      }) === true
    );
  }

  #positionOf(name: string): number {
    this.#positions ??= new Map([...renderOrder(this.site)].map((item, index) => [itemName(item), index]));
    return this.#positions.get(name) ?? Number.POSITIVE_INFINITY;
  }
}

interface TextsBefore {
  readonly bodies: KeptState['bodies'];
  /** Called where a text is damaged in the record of another process, or was never written down. */
  readonly lose: () => void;
}

/** Where the texts of an item are that is as the build before made it. */
class KeptItem implements KeptTexts {
  readonly #item: Item;
  readonly #before: TextsBefore;

  constructor(item: Item, before: TextsBefore) {
    this.#item = item;
    this.#before = before;
  }

  content(): string {
    const text = this.#before.bodies.get(itemName(this.#item))?.html();
    if (text === undefined) this.#before.lose();
    return text ?? '';
  }

  output(): string {
    if (!this.#item.isWritten) {
      this.#before.lose();
      return '';
    }
    const { site, destination } = this.#item;
    return decodeText(site.tree.read(destination), site.encoding);
  }
}

/** The source texts of the pages that have no file. */
export function textsWithoutFile(site: Site): Map<Item, string | null> {
  return new Map(site.pages.filter(({ filePath }) => filePath === null).map((page) => [page, page.content]));
}

const placeOf = (directory: string, name: string): string => `${directory}\n${name}`;

function inputsOf({ bodies, staticFiles, hasLayouts, hasData }: TextChanges): (input: string) => boolean {
  const names = [...bodies.keys()].map(itemName);
  const sources = new Set(names.flatMap((name) => [`source:${name}`, `unrendered:${name}`]));
  return (input) =>
    ALWAYS_LOOKED_AT.test(input) ||
    sources.has(input) ||
    (hasLayouts && input.startsWith('layout:')) ||
    (hasData && /^data(?::|$)/.test(input)) ||
    (staticFiles.size > 0 && input === 'static-files');
}
