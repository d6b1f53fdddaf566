import type { Document } from '../site/document.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { isUnicode } from '../util/encoding.ts';
import type { WriteTree } from '../util/tree.ts';
import type { Regeneration } from './regeneration.ts';

type Item = Page | Document;

export interface EagerWriterOptions {
  readonly tree: WriteTree;
  readonly regeneration: Regeneration;
}

/**
 * Writes each page as soon as it is rendered, if the destination is empty: otherwise all pages of a large site would be in
 * memory until the last one is rendered. If the build fails, everything is removed again.
 *
 * @example
 * const writer = EagerWriter.for(site, { tree, regeneration });
 * writer?.write(page);
 */
export class EagerWriter {
  readonly #tree: WriteTree;
  readonly #regeneration: Regeneration;
  readonly #site: Site;
  readonly #hadFolder: boolean;
  /** The absolute paths of the files that were written. */
  readonly written = new Set<string>();

  /** @returns undefined if the destination is not empty, or if a hook or the encoding may still change what is written */
  static for(site: Site, options: EagerWriterOptions): EagerWriter | undefined {
    const mayChange = site.hooks.has('site', 'post_render') || !isUnicode(site.encoding);
    if (mayChange || options.tree.list(site.destination).length > 0) return undefined;
    const found = options.tree.status(site.destination);
    return found === undefined || found.kind === 'directory' ? new EagerWriter(site, options, found) : undefined;
  }

  private constructor(site: Site, { tree, regeneration }: EagerWriterOptions, found: object | undefined) {
    this.#site = site;
    this.#tree = tree;
    this.#regeneration = regeneration;
    this.#hadFolder = found !== undefined;
  }

  write(item: Item): void {
    // An item that is not written must not be asked for its destination: its permalink may be an error.
    if (!item.isWritten || this.#regeneration.sharesDestination(item)) return;
    const { destination } = item;
    if (this.written.has(destination)) return;
    this.#site.log.debug('Writing:', destination);
    this.#tree.write(destination, item.outputBytes);
    this.written.add(destination);
    item.leaveInPlace(() => Buffer.from(this.#tree.read(destination)));
  }

  /** Removes everything that was written. */
  undo(): void {
    const { destination } = this.#site;
    // If nothing was written, the destination need not even be a folder.
    if (this.written.size === 0) return;
    const names = [...this.written].map((path) => path.slice(destination.length + 1).split('/', 1)[0]);
    for (const name of new Set(names)) this.#tree.remove(`${destination}/${name}`);
    if (!this.#hadFolder && this.#tree.list(destination).length === 0) this.#tree.remove(destination);
  }
}
