import type { Time } from '../util/time/time.ts';
import type { Collection } from './collection.ts';
import type { Document, KnownDocument } from './document.ts';
import type { Excerpt } from './excerpt.ts';
import type { Hash } from './hash.ts';
import type { Page } from './page.ts';
import type { ReadNotes } from './read-notes.ts';
import type { StaticFile } from './static-file.ts';

/** Anything of a site that a template may meet. */
export type SiteItem = Document | Page | StaticFile | Excerpt | Collection;

/** A document's data as an earlier build recorded it. */
export interface RecalledData {
  /** The value of `excerpt` is null if the excerpt was cut out of the text. */
  readonly data: Hash;
  readonly hasExcerpt: boolean;
  /** The excerpt's output, or null if it is not known. */
  readonly excerptOutput: string | null;
}

/** Knows which documents need not be read because their files have not changed since an earlier build. */
export interface KnownFiles {
  /** What is known of the document in a file, if the file is unchanged. To be called before the file is read. */
  find(path: string, time: Time): KnownDocument | undefined;
  /** The recorded data of such a document. */
  recall(document: Document): RecalledData | undefined;
  /** Records the data of a document that has just been read. */
  note(document: Document): void;
  /** Checks that a file that was read late had not changed since `find` looked at it. */
  confirm(path: string): void;
}

/**
 * What a `Site` needs from rooms it must not import: converters decide on extensions, the renderer renders excerpts.
 * `build` passes it in, so that imports point one way.
 */
export interface Services {
  /** Notes what the item being rendered reads. */
  readonly reads: ReadNotes;
  /** What an earlier build recorded about documents, or null if there is no usable record. */
  readonly known: KnownFiles | null;
  /** The extension that the converters give to the output of a file with this extension (`.md` → `.html`). */
  outputExtension(extension: string): string;
  /** Renders an excerpt through Liquid and the converters, without a layout. Each excerpt is rendered only once. */
  renderExcerpt(excerpt: Excerpt): string;
  /** The last excerpt that was asked for, if Ruby would have its output in US-ASCII; null if not. */
  readonly lastUsAscii: { text: string | null };
  /** Whether a Liquid tag of this name has a body and an end tag. */
  isBlockTag(name: string): boolean;
  /** What a template sees of an item: Jekyll's `to_liquid`. */
  toLiquid(item: SiteItem): unknown;
}
