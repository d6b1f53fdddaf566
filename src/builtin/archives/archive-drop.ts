import { Drop, dig, type ReadonlyHash } from '../../plugin/plugin.ts';

/** The drop's own keys, in the order in which jekyll-archives lists them. */
const KEYS = ['name', 'title', 'posts', 'date', 'path', 'url', 'type', 'permalink'];

interface ArchiveValues {
  readonly data: ReadonlyHash;
  /** The same as a hash that records what is read. */
  readonly hash: unknown;
}

/** What templates see of an archive from version 2.3 of the gem on. */
export class ArchiveDrop extends Drop {
  readonly #rubyClass: string;
  readonly #values: ArchiveValues;

  constructor(rubyClass: string, values: ArchiveValues) {
    super();
    this.#rubyClass = rubyClass;
    this.#values = values;
  }

  override get rubyClass(): string {
    return this.#rubyClass;
  }

  get(key: unknown): unknown {
    return this.has(key) ? dig(this.#values.hash, String(key)) : null;
  }

  override has(key: unknown): boolean {
    return this.#values.data.has(key);
  }

  override keys(): readonly string[] {
    const keys = [...this.#values.data.keys()].map(String);
    return [...new Set([...KEYS.filter((key) => keys.includes(key)), ...keys])];
  }
}
