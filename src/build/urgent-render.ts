import type { Document } from '../site/document.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { WriteTree } from '../util/tree.ts';
import type { Regeneration } from './regeneration.ts';
import { dependsOnTurn, findUrgent, listsPages, showsText, type Urgency } from './urgent-pages.ts';

type Item = Page | Document;

/** What an urgent render works with. */
export interface UrgentParts {
  readonly site: Site;
  readonly regeneration: Regeneration;
  /** Called before an item is rendered, to get it ready. */
  readonly prepare?: (item: Item) => void;
  readonly render: (item: Item) => void;
}

/** Milliseconds of rendering after which whoever waits for an answer of this process gets a turn. */
const BREATH = 12;

/**
 * Renders and writes the pages somebody waits for before all others. Should one of them turn out to depend on its turn after all, the
 * whole build is distrusted and made anew: what is on the disk in the end is what a clean build writes.
 */
export class UrgentRender {
  readonly #tree: WriteTree;
  readonly #urgency: Urgency | undefined;
  /** Rendered before their turn, which has not come yet. */
  readonly #waiting = new Set<Item>();
  /** The bytes that stood where something was written. */
  readonly #replaced = new Map<string, Uint8Array>();
  #nextBreath = performance.now() + BREATH;
  /** How many pages the site had when they were rendered. */
  #pages = 0;

  constructor(tree: WriteTree, urgency: Urgency | undefined) {
    this.#tree = tree;
    this.#urgency = urgency;
  }

  async begin({ site, regeneration, prepare, render }: UrgentParts): Promise<void> {
    if (this.#urgency === undefined || this.#urgency.first.length === 0) return;
    const { names } = regeneration;
    for (const item of findUrgent(site, this.#urgency.first, regeneration)) {
      const reason = regeneration.staleBecause(item);
      if (reason === undefined || reason === 'shared destination') continue;
      const pagesBefore = site.pages.length;
      prepare?.(item);
      regeneration.render(item, reason, () => render(item));
      this.#waiting.add(item);
      const read = regeneration.readBy(item);
      const dependsOn = read === undefined ? undefined : dependsOnTurn(item, read, names);
      if (dependsOn !== undefined || site.pages.length > pagesBefore) regeneration.distrust();
      else this.#write(item);
    }
    this.#pages = site.pages.length;
    const written = this.written(site);
    if (written.length > 0) await this.#urgency.onWritten(written);
  }

  /** Whether an item whose turn has come is rendered already. */
  isDone(item: Item): boolean {
    return this.#waiting.delete(item);
  }

  /**
   * To be told of each item whose turn has come: it must not show what was rendered too early for it, nor make a page that would have
   * been listed there.
   */
  check(item: Item, regeneration: Regeneration): void {
    const read = this.#waiting.size === 0 ? undefined : regeneration.readBy(item);
    if (read === undefined) return;
    const { names } = regeneration;
    const hasMorePages = item.site.pages.length > this.#pages;
    for (const early of this.#waiting) {
      const isMissing = hasMorePages && listsPages(regeneration.readBy(early) ?? read, names);
      if (isMissing || showsText(read, early, names)) regeneration.distrust();
    }
  }

  /** Rendering is one long breath; where a server runs in this process, its answers must not wait for the end of it. */
  async breathe(): Promise<void> {
    if (this.#urgency === undefined || performance.now() < this.#nextBreath) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#nextBreath = performance.now() + BREATH;
  }

  /** What was written, relative to the destination. */
  written(site: Site): readonly string[] {
    return [...this.#replaced.keys()].map((path) => path.slice(site.destination.length + 1));
  }

  /** Puts back what was there: a build that fails leaves the destination as it was. */
  undo(): void {
    for (const [path, bytes] of this.#replaced) this.#tree.write(path, bytes);
    this.#replaced.clear();
  }

  /** Only where a file is replaced by another: one that is new, or the same, is nothing to hurry for. */
  #write(item: Item): void {
    const { destination } = item;
    if (this.#tree.status(destination)?.kind !== 'file') return;
    const there = this.#tree.read(destination);
    const bytes = item.outputBytes;
    if (Buffer.compare(there, bytes) === 0) return;
    this.#replaced.set(destination, there);
    this.#tree.write(destination, bytes);
  }
}
