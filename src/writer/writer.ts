import type { Item } from '../site/item.ts';
import { triggerItemHooks } from '../site/item-hooks.ts';
import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import type { StaticFile } from '../site/static-file.ts';
import { isSettled, type WriteTree } from '../util/files/tree.ts';
import { type GrowingMap, LayeredMap } from '../util/record/layered-map.ts';
import { findObsolete } from './cleaner.ts';

/** The note for a rendered file: unlike a copy it has no source to compare with. */
const TEXT = '';

/** In development Jekyll copies links as links. A server hands out nothing that is outside the destination, so it needs the files themselves. */
function keepsLinks({ config, environment, isSafe }: Site): boolean {
  return !isSafe && environment !== 'production' && config.get('serving') !== true;
}

/** Writes a site into its destination, and leaves files alone that are already as they should be. */
export class Writer {
  readonly #tree: WriteTree;
  readonly #isAlone: boolean;
  /** A note for each destination: for a copy its source, time and size, for a rendered file nothing (`TEXT`). */
  #written: GrowingMap<string, string> = new Map();
  /** The destinations when obsolete files were last looked for. */
  #cleaned: Pick<ReadonlySet<string>, 'has' | 'size'> = new Set();
  /** Places written to so far in this build, with the last path of each: of two items with one place the last one wins. */
  readonly #begun = new Map<string, string>();
  /** Destinations of copies whose sources had changed just before they were copied. */
  readonly #unsettled = new Set<string>();

  /** @param isAlone whether nobody else writes into the destination while it is watched, as other editions of the site do */
  constructor(tree: WriteTree, isAlone: boolean) {
    this.#tree = tree;
    this.#isAlone = isAlone;
  }

  /** A note for each file that this writer put into the destination, for the next process to `resume` from. */
  get written(): ReadonlyMap<string, string> {
    return this.#written;
  }

  /**
   * Takes over the notes of another process.
   *
   * @param isAll whether the destination contains nothing else
   */
  resume(written: ReadonlyMap<string, string>, isAll: boolean): void {
    this.#written = LayeredMap.over(written);
    if (isAll) this.#cleaned = written;
  }

  /** Forgets the sources of copies that somebody else has changed. */
  forget(paths: Iterable<string>): void {
    for (const path of paths) if (this.#written.has(path)) this.#written.set(path, TEXT);
  }

  /**
   * Removes what does not belong in the destination. A watching process looks again only when the set of files it makes
   * has changed: listing the folders of a large site takes longer than building a page.
   *
   * @param all every file in the destination, where that is known and it need not be listed
   * @returns what was removed, relative to the destination
   */
  async clean(site: Site, all?: ReadonlySet<string>): Promise<readonly string[]> {
    const destinations = new Set([...site.files()].map(({ destination }) => destination));
    const isSame = destinations.size === this.#cleaned.size;
    const isCleaned = this.#isAlone && isSame && [...destinations].every((path) => this.#cleaned.has(path));
    if (isCleaned && !internalsOf(site).hooks.has('clean', 'on_obsolete')) return [];
    const { paths, misspelt } = findObsolete(site, this.#tree, all);
    await internalsOf(site).hooks.triggerAndWait('clean', 'on_obsolete', paths);
    for (const path of paths) this.#tree.remove(path);
    for (const [path, spelling] of misspelt) this.#tree.rename?.(path, spelling);
    this.#cleaned = destinations;
    return paths.map((path) => path.slice(site.destination.length + 1));
  }

  /**
   * Writes pages, static files and documents, in this order: of two with one destination the last one wins.
   *
   * @returns the files that changed, relative to the destination
   */
  write(site: Site): readonly string[] {
    const before = this.#written;
    this.#written = new Map();
    return this.#writeAll(site, site.files(), before);
  }

  /** Writes some items of a site whose other files are up to date. */
  writeOnly(site: Site, items: ReadonlySet<Item | StaticFile>): readonly string[] {
    return this.#writeAll(site, items, this.#written);
  }

  #writeAll(site: Site, items: Iterable<Item | StaticFile>, before: ReadonlyMap<string, string>): readonly string[] {
    const written: string[] = [];
    this.#begun.clear();
    for (const item of items) {
      const isNew = item.kind === 'static-file' ? this.#copy(site, item, before) : this.#writeText(site, item);
      if (isNew) written.push(item.destination.slice(site.destination.length + 1));
    }
    return written;
  }

  #writeText(site: Site, item: Item): boolean {
    const { destination } = item;
    const isFirst = this.#begin(item);
    this.#written.set(destination, TEXT);
    if (item.isKept) return false;
    const isNew = item.writeItself === null && this.#placeOnce(site, item, isFirst);
    item.writeItself?.();
    triggerItemHooks(item, 'post_write');
    return isNew;
  }

  #placeOnce(site: Site, item: Item, isFirst: boolean): boolean {
    const isNew = (isFirst && item.isPlaced) || this.#place(site, item, isFirst);
    internalsOf(site).onWritten?.(item.destination);
    return isNew;
  }

  #place(site: Site, item: Item, isFirst: boolean): boolean {
    const { destination, outputBytes } = item;
    if (isFirst && this.#holds(destination, outputBytes)) return false;
    site.log.debug('Writing:', destination);
    this.#tree.write(destination, outputBytes);
    return true;
  }

  /** Whether nothing has been written to the item's place in this build. */
  #begin({ site, destination }: Item | StaticFile): boolean {
    const place = internalsOf(site).places.keyOf(destination);
    const before = this.#begun.get(place);
    this.#begun.set(place, destination);
    // What was copied there before is no longer there, under whatever spelling.
    if (before !== undefined) this.#written.set(before, TEXT);
    return before === undefined;
  }

  /** A page with unchanged output keeps its file and that file's time, so nothing is uploaded or reloaded for it. */
  #holds(destination: string, bytes: Uint8Array): boolean {
    const status = this.#tree.status(destination);
    if (status?.kind !== 'file' || status.size !== bytes.length) return false;
    return this.#tree.lend(destination, (there) => Buffer.compare(there, bytes) === 0);
  }

  #copy(site: Site, file: StaticFile, before: ReadonlyMap<string, string>): boolean {
    if (file.writeItself !== null) {
      file.writeItself();
      return false;
    }
    const isNew = this.#copyAnew(site, file, before);
    internalsOf(site).onWritten?.(file.destination);
    return isNew;
  }

  #copyAnew(site: Site, file: StaticFile, before: ReadonlyMap<string, string>): boolean {
    const status = this.#tree.status(file.path);
    const { destination, change } = file;
    const version = `${file.path} ${status?.modified} ${status?.size}${change === null ? '' : ` ${change.version}`}`;
    const isKnown = this.#begin(file) && before.get(destination) === version && !this.#hasChangedUnseen(file);
    this.#written.set(destination, version);
    if (status !== undefined && !isSettled(status)) this.#unsettled.add(destination);
    else this.#unsettled.delete(destination);
    if (isKnown) return false;
    if (change === null) this.#tree.copy(file.path, destination, keepsLinks(site));
    else this.#tree.write(destination, change.apply(this.#tree.read(file.path)));
    return true;
  }

  /** Whether a file changed again, right after it was copied, within the same tick of the file system's clock. */
  #hasChangedUnseen(file: StaticFile): boolean {
    if (!this.#unsettled.has(file.destination)) return false;
    if (file.change !== null) return true;
    return Buffer.compare(this.#tree.read(file.path), this.#tree.read(file.destination)) !== 0;
  }
}
