import { readSourceText } from '../../reader/source-text.ts';
import type { Item } from '../../site/item.ts';
import { itemName } from '../../site/item-name.ts';
import type { Page } from '../../site/page.ts';
import type { KeptTexts } from '../../site/rendered-item.ts';
import type { Site } from '../../site/site.ts';
import { decodeText } from '../../util/encoding.ts';
import type { Change } from '../build-result.ts';
import type { SiteWithRenderer } from '../make-site.ts';
import { ownerOfText } from '../render/input-changes.ts';
import { renderOrder } from '../render/input-versions.ts';
import { type BuildState, Regeneration, type RegenerationOptions } from '../render/regeneration.ts';
import { sharesTextsOfFiles } from '../render/share-templates.ts';
import type { UrgentRender } from '../render/urgent-render.ts';
import type { LoadedSite } from '../site-loader.ts';
import { applyTextChanges, type Before, pathOf, SiteFiles, type TextChanges } from './text-changes.ts';

/** The source texts of pages without a file. Rendering replaces them, so they have to be kept for another render. */
type PageTexts = ReadonlyMap<Item, string | null>;

/** Inputs that may have changed whichever files of the site did: they depend on files outside of it, on the time, and on the environment. */
const ALWAYS_CHECKED = /^(?:include|file|folder|time|clock|environment|git|untracked)(?::|$)/;

/**
 * A site that is kept from build to build while only texts change: bodies, layouts, includes, data, style sheets.
 *
 * Its items and their front matter are not read again, so the cost grows with the change and not with the site. If that
 * cannot give exactly the result of a clean build (a page reads the text of one that comes after it, two pages share a
 * template, or something was left behind from page to page), it gives up, and everything is read again.
 */
export class KeptSite {
  readonly #parts: SiteWithRenderer;
  readonly #files: SiteFiles;
  readonly #texts: PageTexts;
  readonly #sharesTexts: boolean;
  /** The position of each item in the order of rendering. */
  #positions: ReadonlyMap<string, number> | undefined;
  /** Whether a text was needed that is not available any more. */
  #hasLostText = false;
  /** Whether all texts of the first build have been let go of. */
  #isSettled = false;

  /** The warnings from reading the site, which hold as long as it is not read again. */
  readonly warnings: readonly string[];

  /** @param texts the source texts of pages without a file, from before they were rendered */
  constructor({ parts, warnings }: LoadedSite, texts: PageTexts) {
    this.#parts = parts;
    this.warnings = warnings;
    this.#files = new SiteFiles(parts.site);
    this.#texts = texts;
    this.#sharesTexts = sharesTextsOfFiles(parts.site);
  }

  get site(): SiteWithRenderer['site'] {
    return this.#parts.site;
  }

  /** Whether reading a file led to a warning, which may no longer hold once the file has changed. */
  isWarnedOf(path: string): boolean {
    return this.warnings.some((warning) => warning.includes(path));
  }

  /** Classifies changes: see `SiteFiles.classify`. */
  classify(changes: readonly Change[], before: Before): TextChanges | undefined {
    return this.#files.classify(changes, before);
  }

  /** Applies changed texts to the site, and determines what they make stale. */
  apply(changes: TextChanges, options: RegenerationOptions & { before: BuildState }): Regeneration {
    const texts = { bodies: options.before.bodies, lose: () => this.#lose() };
    this.#settle(texts);
    applyTextChanges(this.site, changes);
    this.#parts.renew();
    const regeneration = Regeneration.ofKeptSite(this.site, { ...options, mayHaveChanged: inputsOf(changes) });
    this.#parts.regeneration = regeneration;
    for (const item of changes.bodies.keys()) {
      // A file that was saved without a change will not be rendered, so its content must not stay the source text.
      if (regeneration.staleBecause(item) === undefined) item.keep(new KeptItem(item, texts));
    }
    return regeneration;
  }

  /**
   * Renders what is stale.
   *
   * @param before the state that the previous build left
   * @returns the items to write, or undefined if the site must be read again; this object must not be used any more then
   */
  async render(
    regeneration: Regeneration,
    before: BuildState,
    urgent: UrgentRender,
  ): Promise<ReadonlySet<Item> | undefined> {
    if (regeneration.hasSharedDestinations || this.#sharesTexts) return undefined;
    try {
      return await this.#renderItems(regeneration, before, urgent);
    } finally {
      this.#parts.regeneration = null;
    }
  }

  async #renderItems(
    regeneration: Regeneration,
    before: BuildState,
    urgent: UrgentRender,
  ): Promise<ReadonlySet<Item> | undefined> {
    const { site } = this.#parts;
    const made = this.#removeMadePages(before);
    const prepare = (item: Item) => item.isKept && item.restart(() => this.#sourceOf(item));
    const render = (item: Item) => this.#parts.renderer.render(item);
    await urgent.begin({ site, regeneration, prepare, render });
    const items = new Set<Item>();
    for (const item of renderOrder(site)) {
      const isDone = urgent.isDone(item);
      const reason = isDone ? undefined : regeneration.staleBecause(item);
      if (reason !== undefined) {
        await urgent.yieldToServer();
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

  /** Lets go of the texts of the previous build. From now on they are fetched from the record and the destination. */
  #settle(texts: TextsBefore): void {
    for (const item of renderOrder(this.site)) {
      // After the first build even kept items must be replaced: theirs would report a lost text to that build, not to this one.
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
   * Removes the pages that converters made (source maps) from the site, and returns them by the page they belong to. In a
   * clean build they are added in that page's turn, so nothing that is rendered earlier sees them.
   */
  #removeMadePages({ made }: BuildState): ReadonlyMap<Item, readonly Page[]> {
    const removed = new Map<Item, readonly Page[]>();
    if (made.size === 0) return removed;
    const { site } = this.#parts;
    const byPlace = new Map(site.pages.map((page) => [placeOf(page.sourceDirectory, page.name), page]));
    for (const item of renderOrder(site)) {
      const places = made.get(itemName(item)) ?? [];
      const pages = places.flatMap(({ directory, name }) => byPlace.get(placeOf(directory, name)) ?? []);
      if (pages.length > 0) removed.set(item, pages);
    }
    const all = new Set([...removed.values()].flat());
    site.pages = site.pages.filter((page) => !all.has(page));
    return removed;
  }

  /** Whether an item has read the text of one whose turn comes later, and which in a clean build would still be source text. */
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
  readonly bodies: BuildState['bodies'];
  /** Called if a text is damaged in the record of another process, or was never stored. */
  readonly lose: () => void;
}

/** Fetches the texts of an item that is as the previous build made it. */
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

/** Which inputs the changes can have affected. */
function inputsOf({ bodies, staticFiles, hasLayouts, hasData }: TextChanges): (input: string) => boolean {
  const names = [...bodies.keys()].map(itemName);
  const sources = new Set(names.flatMap((name) => [`source:${name}`, `unrendered:${name}`]));
  return (input) =>
    ALWAYS_CHECKED.test(input) ||
    sources.has(input) ||
    (hasLayouts && input.startsWith('layout:')) ||
    (hasData && /^data(?::|$)/.test(input)) ||
    (staticFiles.size > 0 && input === 'static-files');
}
