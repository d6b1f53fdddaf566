import type { Collection } from './collection.ts';
import type { Document } from './document.ts';
import type { Excerpt } from './excerpt.ts';
import type { Page } from './page.ts';
import type { ReadNotes } from './read-notes.ts';
import type { StaticFile } from './static-file.ts';

/** Anything of a site that a template may meet. */
export type SiteItem = Document | Page | StaticFile | Excerpt | Collection;

/**
 * What a `Site` needs from rooms it must not know: converters decide extensions, the renderer renders excerpts.
 * Handed in by `build`, so that imports point one way.
 */
export interface Services {
  /** Notes what the item that is being rendered reads. */
  readonly reads: ReadNotes;
  /** The extension of the output made from a file with this extension, as the converters say (`.md` → `.html`). */
  outputExtension(extension: string): string;
  /** An excerpt's text as Liquid and its converters make it, without a layout; made once. */
  renderExcerpt(excerpt: Excerpt): string;
  /** Whether a Liquid tag of this name has a body and an end tag. */
  isBlockTag(name: string): boolean;
  /** What a template sees of an item: Jekyll's `to_liquid`. */
  toLiquid(item: SiteItem): unknown;
}
