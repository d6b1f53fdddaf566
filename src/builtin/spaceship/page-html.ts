import { type HtmlDocument, parseDocument } from '../shared/html/parse-document.ts';
import { writeDocument } from '../shared/html/write-document.ts';
import { unescapeAddresses } from './unescape-addresses.ts';

/**
 * A page between the processors. Each of them parses it and writes it anew, also if it finds nothing to change: that is done
 * only once for the same text.
 */
export class PageHtml {
  #source: string | undefined;
  #document: HtmlDocument | undefined;
  #written: string | undefined;
  #settled: string | undefined;

  /** The parsed page, to look at. */
  look(html: string): HtmlDocument {
    if (this.#source !== html) this.#written = undefined;
    if (this.#source !== html || this.#document === undefined) this.#document = parseDocument(html);
    this.#source = html;
    return this.#document;
  }

  /** The parsed page, to be changed. */
  take(html: string): HtmlDocument {
    const document = this.look(html);
    this.#document = undefined;
    return document;
  }

  /** What becomes of a page that is parsed and written without a change. */
  rewrite(html: string): string {
    if (this.#source !== html || this.#written === undefined) this.#written = writeDocument(this.look(html));
    return this.#written;
  }

  /** Unescapes addresses, unless that has been found to change nothing. */
  unescape(html: string): string {
    if (html === this.#settled) return html;
    const unescaped = unescapeAddresses(html);
    if (unescaped === html) this.#settled = html;
    return unescaped;
  }
}
