import type { Time } from '../util/time.ts';
import type { Collection } from './collection.ts';
import type { Document, KnownDocument } from './document.ts';
import type { Excerpt } from './excerpt.ts';
import type { Hash } from './hash.ts';
import type { Page } from './page.ts';
import type { ReadNotes } from './read-notes.ts';
import type { StaticFile } from './static-file.ts';

/** Anything of a site that a template may meet. */
export type SiteItem = Document | Page | StaticFile | Excerpt | Collection;

/** What is known of a document's front matter. */
export interface RecalledData {
  /** With null in the place of an excerpt that was cut out of the text. */
  readonly data: Hash;
  readonly hasExcerpt: boolean;
  /** What that was rendered to, null where nobody knows. */
  readonly excerptOutput: string | null;
}

/** Tells which documents need not be read. */
export interface KnownFiles {
  /** What is known of the document of a file, if that is as it was. Ask before the file is read. */
  find(path: string, time: Time): KnownDocument | undefined;
  /** What is noted of the front matter of such a document. */
  recall(document: Document): RecalledData | undefined;
  /** Notes what was just read of a document. */
  note(document: Document): void;
  /** Sees to it that a file which was read late was still as it was known. */
  confirm(path: string): void;
}

/**
 * What a `Site` needs from rooms it must not know: converters decide extensions, the renderer renders excerpts.
 * Handed in by `build`, so that imports point one way.
 */
export interface Services {
  /** Notes what the item that is being rendered reads. */
  readonly reads: ReadNotes;
  /** What an earlier build knows of documents, or null where nothing is. */
  readonly known: KnownFiles | null;
  /** The extension of the output made from a file with this extension, as the converters say (`.md` → `.html`). */
  outputExtension(extension: string): string;
  /** An excerpt's text as Liquid and its converters make it, without a layout; made once. */
  renderExcerpt(excerpt: Excerpt): string;
  /** Whether a Liquid tag of this name has a body and an end tag. */
  isBlockTag(name: string): boolean;
  /** What a template sees of an item: Jekyll's `to_liquid`. */
  toLiquid(item: SiteItem): unknown;
}
