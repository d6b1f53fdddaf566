import type { Hash } from './hash.ts';

/** A layout: a template that pages are placed in. */
export class Layout {
  readonly kind = 'layout';
  /** Its file's name below the layouts folder. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** From the source, or from the theme's root. */
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
