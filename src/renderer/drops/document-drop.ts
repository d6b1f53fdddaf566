import { Drop } from '../../liquid/drop.ts';
import { printsUsAscii } from '../../liquid/first-piece.ts';
import type { Document } from '../../site/document.ts';
import { itemName } from '../../site/item-name.ts';
import { internalsOf, readsOf } from '../../site/site-internals.ts';
import { toText } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';
import { prettyJson } from '../filters/json-filter.ts';
import { listKeys } from './drop-keys.ts';
import { isEnumerableKey, valueOrEnumerable } from './enumerable.ts';

/** The keys of a document in the order in which Jekyll lists them; those of its front matter follow. */
const KEYS = [
  'categories',
  'name',
  'previous',
  'id',
  'next',
  'output',
  'tags',
  'collection',
  'url',
  'path',
  'relative_path',
  'excerpt',
  'date',
  'content',
  'title',
] as const;

/** What a document answers to a template by itself; the other keys are those of its front matter. */
export const DOCUMENT_GETTERS: ReadonlyMap<unknown, (document: Document) => unknown> = new Map<
  (typeof KEYS)[number],
  (document: Document) => unknown
>([
  ['name', (document) => document.value('name') ?? document.name],
  ['collection', (document) => document.collection.label],
  ['relative_path', (document) => document.relativePath],
  ['url', (document) => document.url],
  ['excerpt', (document) => excerptText(document)],
  ['id', (document) => document.id],
  ['title', (document) => document.value('title')],
  ['categories', (document) => document.value('categories')],
  ['previous', (document) => document.previous],
  ['content', (document) => document.content],
  ['next', (document) => document.next],
  ['path', (document) => document.relativePath],
  ['date', (document) => document.date],
  ['tags', (document) => document.value('tags')],
  ['output', (document) => document.output],
]);

/** Ruby has the text of what is no text, and of no excerpt at all, in US-ASCII; an excerpt notes its own encoding as it is rendered. */
function excerptText(document: Document): string {
  const excerpt = document.value('excerpt');
  const text = toText(excerpt);
  if (isNil(excerpt) || excerpt !== document.excerpt)
    internalsOf(document.site).services.lastUsAscii.text = printsUsAscii(excerpt) ? text : null;
  return text;
}

/** What a template sees of a document. Values are computed only when a template asks for them. */
export class DocumentDrop extends Drop {
  readonly document: Document;
  readonly #name: string;
  readonly #meta: number;

  constructor(document: Document) {
    super();
    this.document = document;
    this.#name = itemName(document);
    this.#meta = readsOf(document.site).id(`meta:${this.#name}`);
  }

  override get rubyClass(): string {
    return 'Jekyll::Drops::DocumentDrop';
  }

  get(key: unknown): unknown {
    this.#note(key);
    const getter = DOCUMENT_GETTERS.get(key);
    return getter === undefined ? valueOrEnumerable(this, this.document.data, key) : getter(this.document);
  }

  override has(key: unknown): boolean {
    readsOf(this.document.site).noteId(this.#meta);
    return DOCUMENT_GETTERS.has(key) || this.document.data.has(key) || isEnumerableKey(key);
  }

  override set(key: string, value: unknown): void {
    if (DOCUMENT_GETTERS.has(key)) super.set(key, value);
    this.document.data.set(key, value);
  }

  override keys(): readonly string[] {
    readsOf(this.document.site).noteId(this.#meta);
    return listKeys(KEYS, this.document.data);
  }

  override toString(): string {
    this.#note(this.document.output === null ? 'content' : 'output');
    return this.document.toString();
  }

  override get printsUsAscii(): boolean {
    return false;
  }

  #note(key: unknown): void {
    const { document } = this;
    const reads = readsOf(document.site);
    if (key === 'next' || key === 'previous') reads.note(`neighbours:${this.#name}`);
    // Before its turn to be rendered a document shows its source text, afterwards the result.
    else if (key === 'content' || key === 'output')
      reads.note(`${document.isRendered ? key : 'unrendered'}:${this.#name}`);
    else reads.noteId(this.#meta);
  }

  override inspect(): string {
    return prettyJson(this);
  }

  override compareTo(other: unknown): number | undefined {
    return other instanceof DocumentDrop ? this.document.compareTo(other.document) : undefined;
  }
}
