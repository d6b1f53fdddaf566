import { availableParallelism } from 'node:os';
import { hasSassFolder } from '../../converters/sass/sass.ts';
import { ConversionPool, isWorthWorkers } from '../../converters/workers/conversion-pool.ts';
import type { Registry } from '../../plugin/registry.ts';
import type { Renderer } from '../../renderer/renderer.ts';
import type { Document } from '../../site/document.ts';
import type { Item } from '../../site/item.ts';
import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { joinPaths } from '../../util/files/paths.ts';
import { expectLongBuild } from '../../util/program/v8-settings.ts';
import type { SiteConverters } from '../use-converters.ts';
import { renderOrder } from './input-versions.ts';

/** How many items each worker is ahead: enough to keep it busy, few enough that their texts soon become garbage. */
const WINDOW = 48;
/** Rendering so many items takes several seconds. With 3,000 posts it made no difference how early V8 optimises. */
const MANY_ITEMS = 5000;
/** After this many excerpts have been asked for, more are expected. */
const MANY_EXCERPTS = 20;

/** Work that runs ahead of the render loop on other processor cores. */
export interface Ahead {
  /** To be called before each item is rendered: further texts may then be handed to the workers. */
  advance(): void;
  close(): void;
}

interface AheadOptions {
  readonly site: Site;
  readonly renderer: Renderer;
  readonly registry: Registry;
  readonly converters: SiteConverters;
}

/** Starts what takes a while to start before the site is read, if it seems to be needed: Sass, and workers for bodies. */
export function expectWork(site: Site, { sassCompiler, conversionWorkers }: SiteConverters): void {
  if (hasSassFolder(site)) sassCompiler.start();
  if (!hasSpareCore()) return;
  const posts = site.tree.list(joinPaths(internalsOf(site).collectionsFolder.path, '_posts'));
  if (isWorthWorkers(posts.length, site.config)) conversionWorkers.start();
}

const hasSpareCore = (): boolean => availableParallelism() > 1;

/** Starts the work that pays off. On a single core, workers for bodies do not. */
export async function startAhead(options: AheadOptions): Promise<Ahead> {
  const bodies = hasSpareCore() ? startBodies(options) : null;
  announceStyleSheets(options);
  await options.converters.sassCompiler.sent();
  return { advance: () => bodies?.advance(), close: () => bodies?.close() };
}

/** Sends the style sheets to Sass, except those with Liquid in them: they have to wait for their turn. */
function announceStyleSheets({ site, converters }: AheadOptions): void {
  for (const page of site.pages) {
    if (page.rendersWithLiquid) continue;
    converters.sass.find((candidate) => candidate.matches(page.extension))?.announce(page);
  }
}

function startBodies(options: AheadOptions): BodiesAhead | null {
  const { site, registry, converters } = options;
  const items = [...renderOrder(site)].filter(
    (item) => isRead(item) && registry.converters.for(item.extension).converters[0] === converters.markdown,
  );
  if (items.length >= MANY_ITEMS) expectLongBuild();
  return isWorthWorkers(items.length, site.config) ? new BodiesAhead(items, options) : null;
}

/** The text of a page that a plugin makes may still be made while the site is rendered. */
const isRead = (item: Item): boolean => item.kind === 'document' || item.filePath !== null;

class BodiesAhead implements Ahead {
  readonly #converters: SiteConverters;
  /** In the order in which they are rendered. */
  readonly #items: readonly Item[];
  readonly #renderer: Renderer;
  readonly #pool: ConversionPool;
  readonly #window: number;
  /** Whether a body's Liquid may run before the items that come earlier are rendered. */
  readonly #runsLiquid: boolean;
  /** How many items have had their turn. */
  #turn = 0;
  /** How many items have been handed to the workers. */
  #announced = 0;
  /** How many conversions were asked for: the body of each turn, and usually excerpts. */
  #asked = 0;
  /** How many documents there are: they are rendered first. */
  readonly #documents: number;
  readonly #excerpts: ExcerptsAhead;

  constructor(items: readonly Item[], { site, renderer, registry, converters }: AheadOptions) {
    this.#converters = converters;
    const documents = items.filter((item) => item.kind === 'document');
    this.#items = items;
    this.#documents = documents.length;
    this.#renderer = renderer;
    this.#runsLiquid = registry.isTracked && !internalsOf(site).hooks.mayChangeItems;
    // For each item its body, its excerpt, and the excerpt again where another page shows it.
    const threads = converters.conversionWorkers.start();
    this.#pool = new ConversionPool(3 * items.length, site.config, threads);
    this.#window = WINDOW * this.#pool.workers;
    this.#excerpts = new ExcerptsAhead(documents, this.#window);
    converters.markdown.takeAhead = (text, convert) => this.#take(text, convert);
  }

  advance(): void {
    const end = Math.min(this.#items.length, ++this.#turn + this.#window);
    for (; this.#announced < end; this.#announced++) {
      const item = this.#items[this.#announced];
      if (item !== undefined && !item.isRendered) this.#announce(item);
    }
  }

  #announce(item: Item): void {
    const text = this.#textOf(item);
    if (text !== undefined) this.#pool.add(text);
    const { excerpt } = item;
    if (excerpt !== null && this.#showsExcerpts && !excerpt.rendersWithLiquid) this.#pool.add(excerpt.content);
  }

  /** Whether the pages so far have shown about as many excerpts as there were turns. */
  get #showsExcerpts(): boolean {
    const shown = this.#asked - this.#turn;
    return shown > MANY_EXCERPTS && shown > this.#turn / 4;
  }

  #textOf(item: Item): string | undefined {
    if (!item.rendersWithLiquid) return item.content ?? undefined;
    return this.#runsLiquid ? this.#renderer.renderTextAhead(item) : undefined;
  }

  #take(text: string, convert: (text: string) => string): string | undefined {
    this.#asked++;
    if (this.#turn > this.#documents) for (const next of this.#excerpts.after(text)) this.#pool.add(next);
    return this.#pool.take(text, convert);
  }

  close(): void {
    this.#converters.conversionWorkers.close();
    this.#converters.markdown.takeAhead = undefined;
  }
}

/**
 * Predicts the excerpts that pages show once all documents are rendered. Usually that is the newest first, as on the pages
 * of a blog's index. Each excerpt is asked for only once, whichever page shows it.
 */
class ExcerptsAhead {
  readonly #documents: readonly Document[];
  readonly #window: number;
  #asked = 0;
  #announced = 0;

  constructor(documents: readonly Document[], window: number) {
    this.#documents = documents;
    this.#window = window;
  }

  /** The texts to convert next, after `text` has been asked for. None if it was not the predicted excerpt. */
  *after(text: string): Generator<string> {
    if (this.#textAt(this.#asked) !== text) return;
    this.#asked++;
    if (this.#asked <= MANY_EXCERPTS) return;
    this.#announced = Math.max(this.#announced, this.#asked);
    const end = Math.min(this.#documents.length, this.#asked + this.#window);
    for (; this.#announced < end; this.#announced++) {
      const next = this.#textAt(this.#announced);
      if (next !== undefined) yield next;
    }
  }

  /** The text of an excerpt without Liquid, counted from the newest document; undefined if there is none. */
  #textAt(index: number): string | undefined {
    const excerpt = this.#documents[this.#documents.length - 1 - index]?.excerpt ?? null;
    return excerpt === null || excerpt.rendersWithLiquid ? undefined : excerpt.content;
  }
}
