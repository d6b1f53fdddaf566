import { joinPaths } from '../util/files/paths.ts';
import type { Hash } from './hash.ts';
import type { Item } from './item.ts';
import { hasLiquid } from './item-kinds.ts';
import type { Site } from './site.ts';
import { internalsOf } from './site-internals.ts';

/** The beginning of a document, rendered only when a template asks for it. */
export class Excerpt {
  readonly kind = 'excerpt';
  readonly document: Item;
  /** Its output, if that is known and depends on nothing but the document's file; otherwise null. */
  settledOutput: string | null;
  #content: string | (() => string);

  /**
   * @param content the text, or a function that cuts it out of the document once it is needed
   * @param settledOutput its output in an earlier build
   */
  constructor(document: Item, content: string | (() => string), settledOutput: string | null = null) {
    this.document = document;
    this.#content = content;
    this.settledOutput = settledOutput;
  }

  get site(): Site {
    return this.document.site;
  }

  get content(): string {
    if (typeof this.#content === 'function') this.#content = this.#content();
    return this.#content;
  }

  /** The document's data without the layout and without the excerpt itself. */
  get data(): Hash {
    const data = new Map(this.document.data);
    data.delete('layout');
    data.delete('excerpt');
    return data;
  }

  get extension(): string {
    return this.document.extension;
  }

  get path(): string {
    return joinPaths(this.document.path, '#excerpt');
  }

  get relativePath(): string {
    return joinPaths(this.document.relativePath, '#excerpt');
  }

  get id(): string {
    return this.document.kind === 'document' ? `${this.document.id}#excerpt` : this.relativePath;
  }

  get rendersWithLiquid(): boolean {
    if (this.document.value('render_with_liquid') === false) return false;
    if (this.document.kind === 'document' && (this.extension === '.coffee' || this.document.isYaml)) return false;
    return hasLiquid(this.content);
  }

  /** The rendered text. It is rendered when first asked for. */
  get output(): string {
    return internalsOf(this.site).services.renderExcerpt(this);
  }

  /** What a template sees: Jekyll's `to_liquid`. */
  toLiquid(): unknown {
    return internalsOf(this.site).services.toLiquid(this);
  }

  toString(): string {
    return this.output;
  }

  /** What Ruby prints for the excerpt inside a hash: in a page's own excerpt, `page.excerpt` is the hash of the page. */
  inspect(): string {
    return this.document.kind === 'page' ? `#<Jekyll::PageExcerpt id="${this.id}">` : `<Jekyll::Excerpt id=${this.id}>`;
  }
}
