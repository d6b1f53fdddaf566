import { decodeReferences } from './character-references.ts';
import { ENDED_BY, RAW_TEXT_ELEMENTS, resistanceOf, VOID_ELEMENTS } from './elements.ts';
import type { HtmlElement, HtmlNode } from './node.ts';

const TAG = /<(\/?)([a-zA-Z_][^\s/>]*)/y;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
const TAG_END = /[\s/]*>/y;
const COMMENT = /<!--[\s\S]*?-->/y;
const INSTRUCTION = /<\?[^>]*>/y;
const SCRIPT_END = /<\/script/gi;
const STYLE_END = /<\/style/gi;
const DECLARATION = /<![^>]*>/y;

/**
 * Reads a piece of HTML as libxml2 does, which knows HTML 4 and takes any other element as it comes.
 *
 * @example
 * parseHtml('<p>a<p>b') // two `p` elements
 */
export function parseHtml(source: string): HtmlNode[] {
  return new HtmlParser(source).parse();
}

class HtmlParser {
  readonly #source: string;
  readonly #root: HtmlNode[] = [];
  readonly #open: HtmlElement[] = [];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): HtmlNode[] {
    while (this.#at < this.#source.length) {
      if (this.#source[this.#at] !== '<' || !this.#parseMarkup()) this.#parseText();
    }
    return this.#root;
  }

  get #children(): HtmlNode[] {
    return this.#open.at(-1)?.children ?? this.#root;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #parseMarkup(): boolean {
    const verbatim = this.#take(COMMENT) ?? this.#take(INSTRUCTION);
    if (verbatim !== null) {
      this.#children.push({ kind: 'verbatim', source: verbatim[0] });
      return true;
    }
    // A document type in the middle of a text is left out.
    if (this.#take(DECLARATION) !== null) return true;
    const tag = this.#take(TAG);
    if (tag === null) return false;
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '') this.#parseStartTag(name);
    else this.#parseEndTag(name);
    return true;
  }

  /** Text up to the next `<`; a `<` that begins no markup is text too. */
  #parseText(): void {
    const next = this.#source.indexOf('<', this.#at + 1);
    const end = next === -1 ? this.#source.length : next;
    const text = decodeReferences(this.#source.slice(this.#at, end));
    const last = this.#children.at(-1);
    if (last?.kind === 'text') last.text += text;
    else this.#children.push({ kind: 'text', text });
    this.#at = end;
  }

  #parseStartTag(name: string): void {
    const attributes = this.#parseAttributes();
    const end = this.#take(TAG_END)?.[0] ?? '';
    while (ENDED_BY.get(this.#open.at(-1)?.name ?? '')?.has(name)) this.#open.pop();
    const element: HtmlElement = { kind: 'element', name, attributes, children: [] };
    this.#children.push(element);
    if (VOID_ELEMENTS.has(name) || end.includes('/')) return;
    if (RAW_TEXT_ELEMENTS.has(name)) this.#parseRawText(element);
    else this.#open.push(element);
  }

  #parseAttributes(): Map<string, string | null> {
    const attributes = new Map<string, string | null>();
    for (let match = this.#take(ATTRIBUTE); match !== null; match = this.#take(ATTRIBUTE)) {
      const [, name = '', double, single, bare] = match;
      const value = double ?? single ?? bare;
      const key = name.toLowerCase();
      if (!attributes.has(key)) attributes.set(key, value === undefined ? null : decodeReferences(value));
    }
    return attributes;
  }

  #parseRawText(element: HtmlElement): void {
    const close = element.name === 'script' ? SCRIPT_END : STYLE_END;
    close.lastIndex = this.#at;
    const end = close.exec(this.#source)?.index ?? this.#source.length;
    if (end > this.#at) element.children.push({ kind: 'verbatim', source: this.#source.slice(this.#at, end) });
    this.#at = end;
    if (this.#take(TAG) !== null) this.#skipToTagEnd();
  }

  #parseEndTag(name: string): void {
    this.#skipToTagEnd();
    const resistance = resistanceOf(name);
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const open = this.#open[index]?.name ?? '';
      if (open === name) {
        this.#open.length = index;
        return;
      }
      if (resistanceOf(open) > resistance) return;
    }
  }

  #skipToTagEnd(): void {
    const end = this.#source.indexOf('>', this.#at);
    this.#at = end === -1 ? this.#source.length : end + 1;
  }
}
