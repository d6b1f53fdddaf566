import { Drop } from '../../liquid/drop.ts';
import type { Document } from '../../site/document.ts';
import type { Excerpt } from '../../site/excerpt.ts';
import { itemName } from '../../site/item-name.ts';
import { readsOf } from '../../site/site-internals.ts';
import { DOCUMENT_GETTERS } from './document-drop.ts';
import { hasKey, listKeys } from './drop-keys.ts';
import { valueOrEnumerable } from './enumerable.ts';

/** The keys in the order in which Jekyll lists them. */
const KEYS = [
  'name',
  'date',
  'layout',
  'excerpt',
  'categories',
  'previous',
  'id',
  'next',
  'output',
  'tags',
  'collection',
  'url',
  'path',
  'relative_path',
  'content',
  'title',
] as const;

/** What a template sees as `page` while a document's excerpt is rendered. */
export class ExcerptDrop extends Drop {
  readonly excerpt: Excerpt;
  readonly #document: Document;
  readonly #data: ReadonlyMap<unknown, unknown>;

  constructor(excerpt: Excerpt, document: Document) {
    super();
    this.excerpt = excerpt;
    this.#document = document;
    this.#data = excerpt.data;
  }

  override get rubyClass(): string {
    return 'Jekyll::Drops::ExcerptDrop';
  }

  get(key: unknown): unknown {
    switch (key) {
      case 'excerpt':
        return null;
      case 'layout':
        return this.#document.value('layout');
      case 'id':
        return this.excerpt.id;
      case 'relative_path':
      case 'path':
        return this.excerpt.relativePath;
      case 'content':
        return this.excerpt.content;
      case 'output':
        return this.excerpt.output;
      case 'previous':
      case 'next':
        readsOf(this.#document.site).note(`neighbours:${itemName(this.#document)}`);
        return this.#document[key];
      default: {
        const getter = DOCUMENT_GETTERS.get(key);
        return getter === undefined ? valueOrEnumerable(this, this.#data, key) : getter(this.#document);
      }
    }
  }

  override has(key: unknown): boolean {
    return hasKey(KEYS, this.#data, key);
  }

  override keys(): readonly string[] {
    return listKeys(KEYS, this.#data);
  }

  override toString(): string {
    return this.excerpt.toString();
  }
}
