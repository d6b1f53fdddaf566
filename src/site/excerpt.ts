import { joinPaths } from '../util/paths.ts';
import type { Document } from './document.ts';
import type { Hash } from './hash.ts';
import { hasLiquid } from './item-kinds.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';

/** The beginning of a document, rendered only when a template asks for it. */
export class Excerpt {
  readonly kind = 'excerpt';
  readonly document: Document | Page;
  /** What it is rendered to, as long as nothing but its document's file can change that; null where nobody knows that. */
  settledOutput: string | null;
  #content: string | (() => string);

  /**
   * @param content the text, or how to cut it out of the document once it is needed
   * @param settledOutput what it was rendered to in an earlier build
   */
  constructor(document: Document | Page, content: string | (() => string), settledOutput: string | null = null) {
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

  /** The document's data without its layout and without the excerpt itself. */
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

  get url(): string {
    return this.document.url;
  }

  get rendersWithLiquid(): boolean {
    if (this.document.value('render_with_liquid') === false) return false;
    if (this.document.kind === 'document' && (this.extension === '.coffee' || this.document.isYaml)) return false;
    return hasLiquid(this.content);
  }

  /** The rendered text: rendered when it is first asked for. */
  get output(): string {
    return this.site.services.renderExcerpt(this);
  }

  /** What a template sees: Jekyll's `to_liquid`. */
  toLiquid(): unknown {
    return this.site.services.toLiquid(this);
  }

  toString(): string {
    return this.output;
  }
}
