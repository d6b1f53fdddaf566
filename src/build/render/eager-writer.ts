import type { Item } from '../../site/item.ts';
import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { isUnicode } from '../../util/encoding.ts';
import type { WriteTree } from '../../util/files/tree.ts';
import type { Regeneration } from './regeneration.ts';

/** So many copies may be under way, each of which takes some memory. */
const MOST_COPIES = 2000;

interface EagerWriterOptions {
  readonly tree: WriteTree;
  readonly regeneration: Regeneration;
}

/**
 * Writes each page as soon as it is rendered, if the destination is empty: otherwise all pages of a large site would be in
 * memory until the last one is rendered. Meanwhile static files are copied in the background. If the build fails,
 * everything is removed again.
 *
 * @example
 * const writer = EagerWriter.for(site, { tree, regeneration });
 * writer?.beginCopies();
 * writer?.write(page);
 * await writer?.copied();
 */
export class EagerWriter {
  readonly #tree: WriteTree;
  readonly #regeneration: Regeneration;
  readonly #site: Site;
  readonly #hadFolder: boolean;
  /** The absolute paths of the files that were written. */
  readonly written = new Set<string>();
  readonly #copies: Promise<void>[] = [];

  /** @returns undefined if the destination is not empty, or if a hook or the encoding may still change what is written */
  static for(site: Site, options: EagerWriterOptions): EagerWriter | undefined {
    const mayChange = internalsOf(site).hooks.has('site', 'post_render') || !isUnicode(site.encoding);
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

  /** Begins to copy static files, which takes the disk longer than this thread. */
  beginCopies(): void {
    if (this.#tree.copyAhead === undefined) return;
    for (const file of this.#site.files()) {
      if (this.#copies.length === MOST_COPIES) return;
      if (file.kind !== 'static-file' || this.#regeneration.sharesDestination(file)) continue;
      if (file.change !== null || file.writeItself !== null) continue;
      this.#copies.push(this.#tree.copyAhead(file.path, file.destination));
      this.written.add(file.destination);
    }
  }

  /** Waits for the copies. */
  async copied(): Promise<void> {
    await Promise.all(this.#copies);
  }

  write(item: Item): void {
    // An item that is not written must not be asked for its destination: its permalink may be an error.
    if (!item.isWritten || item.writeItself !== null || this.#regeneration.sharesDestination(item)) return;
    const { destination } = item;
    if (this.written.has(destination)) return;
    this.#site.log.debug('Writing:', destination);
    this.#tree.write(destination, item.outputBytes);
    this.written.add(destination);
    item.leaveInPlace(() => Buffer.from(this.#tree.read(destination)));
  }

  /** Removes everything that was written. */
  async undo(): Promise<void> {
    await this.copied();
    const { destination } = this.#site;
    // If nothing was written, the destination need not even be a folder.
    if (this.written.size === 0) return;
    const names = [...this.written].map((path) => path.slice(destination.length + 1).split('/', 1)[0]);
    for (const name of new Set(names)) this.#tree.remove(`${destination}/${name}`);
    if (!this.#hadFolder && this.#tree.list(destination).length === 0) this.#tree.remove(destination);
  }
}
