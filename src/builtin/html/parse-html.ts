import { decodeReferences } from './character-references.ts';
import { ENDED_BY, RAW_TEXT_ELEMENTS, resistanceOf, VOID_ELEMENTS } from './elements.ts';
import type { HtmlElement, HtmlNode } from './node.ts';

/** Elements nested deeper than this become siblings, so that endless nesting cannot exhaust the stack. */
const MAX_DEPTH = 256;

const TAG = /<(\/?)([a-zA-Z_][^\s/>]*)/y;
const ATTRIBUTE = /[\s/]*([a-zA-Z_:.][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
/** What is no attribute's name goes, up to the next blank: `@click="go"`, `#ref`. */
const NO_ATTRIBUTE = /[\s/]*(?:(?!\/>)[^\s>])+/y;
const TAG_END = /[\s/]*>/y;
const SCRIPT_END = /<\/script/gi;
const STYLE_END = /<\/style/gi;

/**
 * Parses a piece of HTML as libxml2 does, which knows the elements of HTML 4 and has no rules for any others.
 *
 * @example
 * parseHtml('<p>a<p>b') // two `p` elements
 */
export function parseHtml(source: string): HtmlNode[] {
  return new HtmlParser(source).parse();
}

/** The parser of a piece of HTML, which that of a document extends. */
export class HtmlParser {
  protected readonly root: HtmlNode[] = [];
  /** The elements that are open, innermost last. */
  protected readonly open: HtmlElement[] = [];
  readonly #source: string;
  readonly #missing = new Set<string>();
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): HtmlNode[] {
    while (this.#at < this.#source.length) {
      if (this.#source[this.#at] !== '<' || !this.#parseMarkup()) this.#parseText();
    }
    return this.root;
  }

  protected get children(): HtmlNode[] {
    return this.open.at(-1)?.children ?? this.root;
  }

  /** What the next element is put into. */
  protected get siblings(): HtmlNode[] {
    return this.children;
  }

  /** Ends the open elements that a start tag ends. */
  protected endBefore(name: string): void {
    while (ENDED_BY.get(this.open.at(-1)?.name ?? '')?.has(name)) this.open.pop();
  }

  /** A doctype in the middle of a text is dropped. */
  protected takeDeclaration(_source: string): void {}

  /** What is kept of a text. */
  protected beginText(source: string): string {
    return source;
  }

  /** Whether an element is kept. */
  protected beginElement(_name: string): boolean {
    return true;
  }

  protected ignoresEndTag(_name: string): boolean {
    return false;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  /** Takes the text from `start`, which must be here, to `end`. An `end` that was not found once is not searched for again. */
  #takeBetween(start: string, end: string): string | undefined {
    if (!this.#source.startsWith(start, this.#at) || this.#missing.has(end)) return undefined;
    const found = this.#source.indexOf(end, this.#at + start.length);
    if (found === -1) {
      this.#missing.add(end);
      return undefined;
    }
    const taken = this.#source.slice(this.#at, found + end.length);
    this.#at += taken.length;
    return taken;
  }

  #parseMarkup(): boolean {
    const verbatim = this.#takeBetween('<!--', '-->') ?? this.#takeBetween('<?', '>');
    if (verbatim !== undefined) {
      this.children.push({ kind: 'verbatim', source: verbatim });
      return true;
    }
    const declaration = this.#takeBetween('<!', '>');
    if (declaration !== undefined) {
      this.takeDeclaration(declaration);
      return true;
    }
    const tag = this.#take(TAG);
    if (tag === null) return false;
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '') this.#parseStartTag(name);
    else this.#parseEndTag(name);
    return true;
  }

  /** Takes text up to the next `<`. A `<` that does not begin markup is text as well. */
  #parseText(): void {
    const next = this.#source.indexOf('<', this.#at + 1);
    const end = next === -1 ? this.#source.length : next;
    const source = this.#source.slice(this.#at, end);
    this.#at = end;
    const text = decodeReferences(this.beginText(source));
    if (text === '') return;
    const last = this.children.at(-1);
    if (last?.kind === 'text') last.text += text;
    else this.children.push({ kind: 'text', text });
  }

  #parseStartTag(name: string): void {
    const attributes = this.#parseAttributes();
    const end = this.#take(TAG_END)?.[0] ?? '';
    this.endBefore(name);
    if (!this.beginElement(name)) return;
    const element: HtmlElement = { kind: 'element', name, attributes, children: [] };
    this.siblings.push(element);
    if (VOID_ELEMENTS.has(name) || end.includes('/')) return;
    if (RAW_TEXT_ELEMENTS.has(name)) this.#parseRawText(element);
    else if (this.open.length < MAX_DEPTH) this.open.push(element);
  }

  #parseAttributes(): Map<string, string | null> {
    const attributes = new Map<string, string | null>();
    for (;;) {
      const match = this.#take(ATTRIBUTE);
      if (match === null) {
        if (this.#take(NO_ATTRIBUTE) === null) return attributes;
        continue;
      }
      const [, name = '', double, single, bare] = match;
      const value = double ?? single ?? bare;
      const key = name.toLowerCase();
      if (!attributes.has(key)) attributes.set(key, value === undefined ? null : decodeReferences(value));
    }
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
    if (this.ignoresEndTag(name)) return;
    const resistance = resistanceOf(name);
    for (let index = this.open.length - 1; index >= 0; index--) {
      const open = this.open[index]?.name ?? '';
      if (open === name) {
        this.open.length = index;
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
