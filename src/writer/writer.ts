import { hash } from 'node:crypto';
import type { Document } from '../site/document.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { StaticFile } from '../site/static-file.ts';
import { encodeText } from '../util/encoding.ts';
import { isSettled, type WriteTree } from '../util/tree.ts';
import { findObsolete } from './cleaner.ts';

/** Puts a site into its destination, and from the second time on only what changed. */
export class Writer {
  readonly #tree: WriteTree;
  /** A digest of what was written where; a static file's is its own path, time and size. */
  #digests = new Map<string, string>();
  /** Destinations of files that had changed just before they were copied. */
  readonly #unsettled = new Set<string>();

  constructor(tree: WriteTree) {
    this.#tree = tree;
  }

  /** A digest of what was written where, for the next process. */
  get digests(): ReadonlyMap<string, string> {
    return this.#digests;
  }

  /** Takes over what another process has written. */
  resume(digests: ReadonlyMap<string, string>): void {
    this.#digests = new Map(digests);
  }

  /** Removes what does not belong into the destination. */
  async clean(site: Site): Promise<readonly string[]> {
    const obsolete = findObsolete(site, this.#tree);
    await site.hooks.triggerAndWait('clean', 'on_obsolete', obsolete);
    for (const path of obsolete) {
      this.#tree.remove(path);
      this.#digests.delete(path);
    }
    return obsolete.map((path) => path.slice(site.destination.length + 1));
  }

  /** Writes pages, static files and documents, in this order: of two with one destination the last one stays. */
  write(site: Site): readonly string[] {
    const before = this.#digests;
    this.#digests = new Map();
    const written: string[] = [];
    for (const item of site.files()) {
      if (item.kind !== 'static-file' && item.isKept) {
        const digest = before.get(item.destination);
        if (digest !== undefined) this.#digests.set(item.destination, digest);
        continue;
      }
      const isNew = item.kind === 'static-file' ? this.#copy(site, item, before) : this.#writeText(site, item, before);
      if (isNew) written.push(item.destination.slice(site.destination.length + 1));
    }
    return written;
  }

  #writeText(site: Site, item: Page | Document, before: ReadonlyMap<string, string>): boolean {
    const output = item.output ?? '';
    const digest = hash('sha1', output, 'base64');
    const { destination } = item;
    const isKnown = before.get(destination) === digest && !this.#digests.has(destination);
    this.#digests.set(destination, digest);
    if (!isKnown) this.#tree.write(destination, encodeText(output, site.encoding));
    this.#trigger(site, item);
    return !isKnown;
  }

  #copy(site: Site, file: StaticFile, before: ReadonlyMap<string, string>): boolean {
    const status = this.#tree.status(file.path);
    const digest = `${file.path} ${status?.modified} ${status?.size}`;
    const { destination } = file;
    const isKnown =
      before.get(destination) === digest && !this.#digests.has(destination) && !this.#hasChangedUnseen(file);
    this.#digests.set(destination, digest);
    if (status !== undefined && !isSettled(status)) this.#unsettled.add(destination);
    else this.#unsettled.delete(destination);
    if (isKnown) return false;
    this.#tree.copy(file.path, destination, !site.isSafe && site.environment !== 'production');
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
