import type { ReadonlyHash } from './hash.ts';

/** The folder that contains the collections' folders: the source, or the `collections_dir` in it. */
export class CollectionsFolder {
  readonly #config: ReadonlyHash;
  readonly #inSource: (directory: string) => string;
  /** The path that `collections_dir` was last resolved to. */
  #resolved: { readonly directory: string; readonly path: string } | undefined;

  constructor(config: ReadonlyHash, inSource: (directory: string) => string) {
    this.#config = config;
    this.#inSource = inSource;
  }

  /** The configuration's `collections_dir`; empty if it is the source itself. */
  get directory(): string {
    const configured = this.#config.get('collections_dir');
    // Jekyll calls `empty?`, which lists and hashes have too. An empty list is '' as a string already.
    const isEmpty = configured instanceof Map && configured.size === 0;
    return isEmpty ? '' : String(configured ?? '');
  }

  /** Absolute. */
  get path(): string {
    const { directory } = this;
    // Every document asks for it, so it is resolved only once.
    if (this.#resolved?.directory !== directory) this.#resolved = { directory, path: this.#inSource(directory) };
    return this.#resolved.path;
  }
}
