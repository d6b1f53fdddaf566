import type { Document } from '../site/document.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { isUnicode } from '../util/encoding.ts';
import type { WriteTree } from '../util/tree.ts';
import type { Regeneration } from './regeneration.ts';

type Item = Page | Document;

export interface PromptWriterOptions {
  readonly tree: WriteTree;
  readonly regeneration: Regeneration;
}

/**
 * Writes what is rendered at once, into a destination where nothing was: else the pages of a large site would be in memory until the last one is
 * rendered. Of a build that fails nothing is left all the same.
 *
 * @example
 * const prompt = PromptWriter.for(site, { tree, regeneration });
 * prompt?.write(page);
 */
export class PromptWriter {
  readonly #tree: WriteTree;
  readonly #regeneration: Regeneration;
  readonly #site: Site;
  readonly #hadFolder: boolean;
  /** Where something was written. */
  readonly written = new Set<string>();

  /** @returns undefined where something lies in the destination, or somebody wants to see all pages before they are written */
  static for(site: Site, options: PromptWriterOptions): PromptWriter | undefined {
    const mayChange = site.hooks.has('site', 'post_render') || !isUnicode(site.encoding);
    if (mayChange || options.tree.list(site.destination).length > 0) return undefined;
    const found = options.tree.status(site.destination);
    return found === undefined || found.kind === 'directory' ? new PromptWriter(site, options, found) : undefined;
  }

  private constructor(site: Site, { tree, regeneration }: PromptWriterOptions, found: object | undefined) {
    this.#site = site;
    this.#tree = tree;
    this.#regeneration = regeneration;
    this.#hadFolder = found !== undefined;
  }

  write(item: Item): void {
    // What is not written is not asked where it would lie.
    if (!item.isWritten || this.#regeneration.sharesDestination(item)) return;
    const { destination } = item;
    if (this.written.has(destination)) return;
    this.#site.log.debug('Writing:', destination);
    this.#tree.write(destination, item.outputBytes);
    this.written.add(destination);
    item.leaveInPlace(() => Buffer.from(this.#tree.read(destination)));
  }

  /** Leaves nothing of what was written. */
  undo(): void {
    const { destination } = this.#site;
    // It may be no folder that it was to be written to.
    if (this.written.size === 0) return;
    const names = [...this.written].map((path) => path.slice(destination.length + 1).split('/', 1)[0]);
    for (const name of new Set(names)) this.#tree.remove(`${destination}/${name}`);
    if (!this.#hadFolder && this.#tree.list(destination).length === 0) this.#tree.remove(destination);
  }
}
