import type { Item } from '../../site/item.ts';
import type { Site } from '../../site/site.ts';
import type { WriteTree } from '../../util/files/tree.ts';
import { milliseconds } from '../../util/time/stopwatch.ts';
import type { Regeneration } from './regeneration.ts';
import { dependsOnTurn, findUrgent, listsPages, showsText, type Urgency } from './urgent-pages.ts';

/** What an urgent render needs. */
interface UrgentParts {
  readonly site: Site;
  readonly regeneration: Regeneration;
  /** Called before an item is rendered, to prepare it. */
  readonly prepare?: (item: Item) => void;
  readonly render: (item: Item) => void;
}

/** After this many milliseconds of rendering, pending requests to this process get a turn. */
const TIME_SLICE = 12;

/**
 * Renders and writes the pages that somebody is waiting for before all others. If one of them turns out to depend on its
 * turn after all, the whole build is distrusted and made anew, so that in the end the disk has what a clean build writes.
 */
export class UrgentRender {
  readonly #tree: WriteTree;
  readonly #urgency: Urgency | undefined;
  /** Items that have been rendered and whose turn has not come yet. */
  readonly #waiting = new Set<Item>();
  /** The previous contents of the files that were written. */
  readonly #replaced = new Map<string, Uint8Array>();
  #sliceEnd = milliseconds() + TIME_SLICE;
  /** How many pages the site had after they were rendered. */
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

  /** Whether an item has already been rendered. To be called once, when its turn has come. */
  isDone(item: Item): boolean {
    return this.#waiting.delete(item);
  }

  /**
   * To be called for each item after its turn. If it shows the text of an item that was rendered early, or made a page
   * which one of those should have listed, the build is distrusted.
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

  /** Lets a server in this process answer requests from time to time: rendering is synchronous and would hold them up to its end. */
  async yieldToServer(): Promise<void> {
    if (this.#urgency === undefined || milliseconds() < this.#sliceEnd) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#sliceEnd = milliseconds() + TIME_SLICE;
  }

  /** The files that were written, relative to the destination. */
  written(site: Site): readonly string[] {
    return [...this.#replaced.keys()].map((path) => path.slice(site.destination.length + 1));
  }

  /** Restores the previous contents: a build that fails leaves the destination as it was. */
  undo(): void {
    for (const [path, bytes] of this.#replaced) this.#tree.write(path, bytes);
    this.#replaced.clear();
  }

  /** Writes an item if its file exists and changes. A new or unchanged file is not urgent. */
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
