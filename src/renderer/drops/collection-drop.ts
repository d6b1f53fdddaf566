import { Drop } from '../../liquid/drop.ts';
import type { Collection } from '../../site/collection.ts';
import { readsOf } from '../../site/site-internals.ts';
import { inspect } from '../../util/values/inspect.ts';
import { prettyJson } from '../filters/json-filter.ts';
import { hasKey, listKeys } from './drop-keys.ts';
import { valueOrEnumerable } from './enumerable.ts';

const KEYS = ['label', 'files', 'directory', 'docs', 'relative_directory', 'output'] as const;

/** What a template sees of a collection: its documents and files, and its settings in the configuration. */
export class CollectionDrop extends Drop {
  readonly #collection: Collection;

  constructor(collection: Collection) {
    super();
    this.#collection = collection;
  }

  override get rubyClass(): string {
    return 'Jekyll::Drops::CollectionDrop';
  }

  get(key: unknown): unknown {
    this.#note();
    switch (key) {
      case 'label':
        return this.#collection.label;
      case 'files':
        return this.#collection.files;
      case 'directory':
        return this.#collection.directory;
      case 'docs':
        return this.#collection.docs;
      case 'relative_directory':
        return this.#collection.relativeDirectory;
      case 'output':
        return this.#collection.isWritten;
      default:
        return valueOrEnumerable(this, this.#collection.metadata, key);
    }
  }

  override has(key: unknown): boolean {
    return hasKey(KEYS, this.#collection.metadata, key);
  }

  override inspect(): string {
    return prettyJson(this);
  }

  override keys(): readonly string[] {
    return listKeys(KEYS, this.#collection.metadata);
  }

  /** Jekyll prints the array of documents. */
  override toString(): string {
    this.#note();
    return inspect(this.#collection.docs);
  }

  #note(): void {
    readsOf(this.#collection.site).note(`collection:${this.#collection.label}`);
  }
}
