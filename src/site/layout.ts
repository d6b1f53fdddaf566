import type { Hash } from './hash.ts';

/** A layout: a template into which pages are placed. */
export class Layout {
  /** The path of its file, relative to the layouts folder. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Relative to the source or to the theme's root, with a leading slash. */
  readonly relativePath: string;
  readonly data: Hash;
  readonly content: string;

  constructor(options: { name: string; path: string; relativePath: string; data: Hash; content: string }) {
    this.name = options.name;
    this.path = options.path;
    this.relativePath = options.relativePath;
    this.data = options.data;
    this.content = options.content;
  }
}
