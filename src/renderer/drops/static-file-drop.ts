import { Drop } from '../../liquid/drop.ts';
import { readsOf } from '../../site/site-internals.ts';
import type { StaticFile } from '../../site/static-file.ts';
import { prettyJson } from '../filters/json-filter.ts';
import { hasKey, listKeys } from './drop-keys.ts';
import { valueOrEnumerable } from './enumerable.ts';

const KEYS = ['name', 'modified_time', 'collection', 'basename', 'extname', 'path'] as const;

/** What a template sees of a static file: its names, its modification time, and its front matter defaults. */
export class StaticFileDrop extends Drop {
  readonly #file: StaticFile;

  constructor(file: StaticFile) {
    super();
    this.#file = file;
  }

  override get rubyClass(): string {
    return 'Jekyll::Drops::StaticFileDrop';
  }

  get(key: unknown): unknown {
    readsOf(this.#file.site).note('static-files');
    switch (key) {
      case 'name':
        return this.#file.name;
      case 'modified_time':
        return this.#file.modifiedTime;
      case 'basename':
        return this.#file.baseName;
      case 'extname':
        return this.#file.extension;
      case 'path':
        return this.#file.relativePath;
      case 'collection':
        return this.#file.type;
      default:
        return valueOrEnumerable(this, this.#file.data, key);
    }
  }

  override has(key: unknown): boolean {
    return hasKey(KEYS, this.#file.data, key);
  }

  override inspect(): string {
    return prettyJson(this);
  }

  override keys(): readonly string[] {
    return listKeys(KEYS, this.#file.data);
  }
}
