import { UttersonError } from '../errors.ts';
import { isTruthy } from '../util/is-truthy.ts';
import { joinPaths } from '../util/paths.ts';
import type { Document } from './document.ts';
import { asHash, type ReadonlyHash } from './hash.ts';
import type { Site } from './site.ts';
import type { StaticFile } from './static-file.ts';
import { addPermalinkSuffix } from './url.ts';

/** A collection: posts, or any that `collections:` names. */
export class Collection {
  readonly kind = 'collection';
  readonly site: Site;
  readonly label: string;
  /** What the configuration says about it. */
  readonly metadata: ReadonlyHash;
  docs: Document[] = [];
  readonly files: StaticFile[] = [];

  #positions = new Map<Document, number>();
  #positionsOf: { readonly docs: readonly Document[]; readonly length: number } | undefined;

  constructor(site: Site, name: string) {
    this.site = site;
    this.label = name.replace(/[^a-z0-9_\-.]/gi, '');
    // The metadata is looked up by the cleaned label: a label that needed cleaning has none.
    this.metadata = asHash(asHash(site.config.get('collections')).get(this.label));
  }

  /** `_label`. */
  get relativeDirectory(): string {
    return `_${this.label}`;
  }

  /** Absolute. */
  get directory(): string {
    return joinPaths(this.site.collectionsPath, this.relativeDirectory);
  }

  /** Whether its documents and files are written to the destination. */
  get isWritten(): boolean {
    const output = this.metadata.get('output');
    return isTruthy(output);
  }

  get urlTemplate(): string {
    if (this.metadata.has('permalink')) return this.#ownTemplate(this.metadata.get('permalink'));
    return addPermalinkSuffix('/:collection/:path', this.site.permalinkStyle);
  }

  #ownTemplate(permalink: unknown): string {
    if (typeof permalink === 'string') return permalink;
    throw new UttersonError('InvalidConfiguration', `The permalink of the collection ${this.label} is not a string.`, {
      hint: 'Leave it out, or give it a template.',
    });
  }

  /** What a template sees: Jekyll's `to_liquid`. */
  toLiquid(): unknown {
    return this.site.services.toLiquid(this);
  }

  /** The document before (-1) or after (1) another. Positions are counted once, not searched for each document. */
  neighbour(document: Document, step: 1 | -1): Document | null {
    const known = this.#positionsOf;
    if (known?.docs !== this.docs || known.length !== this.docs.length) this.#countPositions();
    const position = this.#positions.get(document);
    return position === undefined ? null : (this.docs[position + step] ?? null);
  }

  #countPositions(): void {
    this.#positions = new Map(this.docs.map((document, index) => [document, index]));
    this.#positionsOf = { docs: this.docs, length: this.docs.length };
  }
}
