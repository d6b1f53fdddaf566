import { UttersonError } from '../errors.ts';
import { joinPaths } from '../util/files/paths.ts';
import { KeyIndex } from '../util/record/key-index.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import type { Document } from './document.ts';
import { asHash, type ReadonlyHash } from './hash.ts';
import { readPermalinkStyle } from './permalink-style.ts';
import type { Site } from './site.ts';
import { internalsOf } from './site-internals.ts';
import type { StaticFile } from './static-file.ts';
import { addPermalinkSuffix } from './url.ts';

/** A collection of documents: the posts, or one that `collections:` names. */
export class Collection {
  readonly kind = 'collection';
  readonly site: Site;
  readonly label: string;
  /** Its settings under `collections:`. */
  readonly metadata: ReadonlyHash;
  docs: Document[] = [];
  readonly files: StaticFile[] = [];

  /** Where documents are in a list, which had this length. */
  #places: { readonly docs: readonly Document[]; readonly length: number; readonly of: KeyIndex<Document> } | undefined;

  constructor(site: Site, name: string) {
    this.site = site;
    this.label = name.replace(/[^a-z0-9_\-.]/gi, '');
    // As in Jekyll the settings are looked up by the cleaned label, so a name that needed cleaning has none.
    this.metadata = asHash(asHash(site.config.get('collections')).get(this.label));
  }

  /** `_label`. */
  get relativeDirectory(): string {
    return `_${this.label}`;
  }

  /** Absolute. */
  get directory(): string {
    return joinPaths(internalsOf(this.site).collectionsFolder.path, this.relativeDirectory);
  }

  /** Whether its documents and files are written to the destination. */
  get isWritten(): boolean {
    return isTruthy(this.metadata.get('output'));
  }

  get urlTemplate(): string {
    if (this.metadata.has('permalink')) return this.#ownTemplate(this.metadata.get('permalink'));
    return addPermalinkSuffix('/:collection/:path', readPermalinkStyle(this.site.config.get('permalink')));
  }

  #ownTemplate(permalink: unknown): string {
    if (typeof permalink === 'string') return permalink;
    throw new UttersonError('InvalidConfiguration', `The permalink of the collection ${this.label} is not a string.`, {
      hint: 'Give it a template such as /:collection/:path, or leave it out.',
    });
  }

  /** What a template sees: Jekyll's `to_liquid`. */
  toLiquid(): unknown {
    return internalsOf(this.site).services.toLiquid(this);
  }

  /** The document before (-1) or after (1) another. The positions of all documents are found once, not for each. */
  neighbour(document: Document, step: 1 | -1): Document | null {
    const position = this.#positions().find(document);
    return position === undefined ? null : (this.docs[position + step] ?? null);
  }

  #positions(): KeyIndex<Document> {
    const { docs } = this;
    if (this.#places?.docs !== docs || this.#places.length !== docs.length)
      this.#places = { docs, length: docs.length, of: new KeyIndex(docs) };
    return this.#places.of;
  }
}
