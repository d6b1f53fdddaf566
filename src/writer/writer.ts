import type { Document } from '../site/document.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { StaticFile } from '../site/static-file.ts';
import { type GrowingMap, LayeredMap } from '../util/layered-map.ts';
import { isSettled, type WriteTree } from '../util/tree.ts';
import { findObsolete } from './cleaner.ts';

/** What is noted of a text: its file tells the rest. */
const TEXT = '';

/** Jekyll copies links as links in development. A server gives nothing away that is outside the destination, so it gets the files. */
function keepsLinks({ config, environment, isSafe }: Site): boolean {
  return !isSafe && environment !== 'production' && config.get('serving') !== true;
}

/** Puts a site into its destination, and leaves alone what is there already. */
export class Writer {
  readonly #tree: WriteTree;
  /** What this writer has put where: for a copy its source, time and size, for a text nothing more. */
  #written: GrowingMap<string, string> = new Map();
  /** What was made when the destination was cleaned last. */
  #cleaned: Pick<ReadonlySet<string>, 'has' | 'size'> = new Set();
  /** What was put there since a site began to be written: of two with one destination the last one stays. */
  readonly #begun = new Set<string>();
  /** Destinations of files that had changed just before they were copied. */
  readonly #unsettled = new Set<string>();

  constructor(tree: WriteTree) {
    this.#tree = tree;
  }

  /** What lies where because of this writer, for the next process. */
  get written(): ReadonlyMap<string, string> {
    return this.#written;
  }

  /**
   * Takes over what another process has written.
   *
   * @param isAll whether nothing else lies in the destination
   */
  resume(written: ReadonlyMap<string, string>, isAll: boolean): void {
    this.#written = LayeredMap.over(written);
    if (isAll) this.#cleaned = written;
  }

  /**
   * Removes what does not belong into the destination. As long as the same files are made, a watching process looks
   * only once: the folders of a large site take longer to list than a page takes to build.
   *
   * @param all all files that lie in the destination, where that is known
   */
  async clean(site: Site, all?: ReadonlySet<string>): Promise<readonly string[]> {
    const destinations = new Set([...site.files()].map(({ destination }) => destination));
    const isCleaned =
      destinations.size === this.#cleaned.size && [...destinations].every((path) => this.#cleaned.has(path));
    if (isCleaned && !site.hooks.has('clean', 'on_obsolete')) return [];
    const obsolete = findObsolete(site, this.#tree, all);
    await site.hooks.triggerAndWait('clean', 'on_obsolete', obsolete);
    for (const path of obsolete) this.#tree.remove(path);
    this.#cleaned = destinations;
    return obsolete.map((path) => path.slice(site.destination.length + 1));
  }

  /** Writes pages, static files and documents, in this order: of two with one destination the last one stays. */
  write(site: Site): readonly string[] {
    const before = this.#written;
    this.#written = new Map();
    return this.#writeAll(site, site.files(), before);
  }

  #writeAll(
    site: Site,
    items: Iterable<Page | Document | StaticFile>,
    before: ReadonlyMap<string, string>,
  ): readonly string[] {
    const written: string[] = [];
    this.#begun.clear();
    for (const item of items) {
      const isNew = item.kind === 'static-file' ? this.#copy(site, item, before) : this.#writeText(site, item);
      if (isNew) written.push(item.destination.slice(site.destination.length + 1));
    }
    return written;
  }

  /** Writes some files of a site whose other files are as they were. */
  writeOnly(site: Site, items: ReadonlySet<Page | Document | StaticFile>): readonly string[] {
    return this.#writeAll(site, items, this.#written);
  }

  #writeText(site: Site, item: Page | Document): boolean {
    const { destination } = item;
    const isFirst = !this.#begun.has(destination);
    this.#begun.add(destination);
    this.#written.set(destination, TEXT);
    if (item.isKept) return false;
    if (isFirst && item.isPlaced) {
      this.#trigger(site, item);
      return true;
    }
    const bytes = item.outputBytes;
    const isThere = isFirst && this.#holds(destination, bytes);
    if (!isThere) {
      site.log.debug('Writing:', destination);
      this.#tree.write(destination, bytes);
    }
    this.#trigger(site, item);
    return !isThere;
  }

  /** A page that comes out as it is keeps its file and its time: nothing is uploaded or reloaded for it. */
  #holds(destination: string, bytes: Uint8Array): boolean {
    const status = this.#tree.status(destination);
    if (status?.kind !== 'file' || status.size !== bytes.length) return false;
    return this.#tree.lend(destination, (there) => Buffer.compare(there, bytes) === 0);
  }

  #copy(site: Site, file: StaticFile, before: ReadonlyMap<string, string>): boolean {
    const status = this.#tree.status(file.path);
    const version = `${file.path} ${status?.modified} ${status?.size}`;
    const { destination } = file;
    const isKnown =
      before.get(destination) === version && !this.#begun.has(destination) && !this.#hasChangedUnseen(file);
    this.#begun.add(destination);
    this.#written.set(destination, version);
    if (status !== undefined && !isSettled(status)) this.#unsettled.add(destination);
    else this.#unsettled.delete(destination);
    if (isKnown) return false;
    this.#tree.copy(file.path, destination, keepsLinks(site));
    return true;
  }

  /** Whether a file that was copied right after a change has changed again within the same tick of the clock. */
  #hasChangedUnseen(file: StaticFile): boolean {
    if (!this.#unsettled.has(file.destination)) return false;
    return Buffer.compare(this.#tree.read(file.path), this.#tree.read(file.destination)) !== 0;
  }

  #trigger(site: Site, item: Page | Document): void {
    if (item.kind === 'page') {
      site.hooks.trigger('pages', 'post_write', item);
      return;
    }
    site.hooks.trigger(item.type, 'post_write', item);
    site.hooks.trigger('documents', 'post_write', item);
  }
}
