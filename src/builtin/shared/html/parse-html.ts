import { Scanner } from '../scanner.ts';
import { decodeReferences, decodeValue } from './character-references.ts';
import { ENDED_BY, resistanceOf, VOID_ELEMENTS } from './elements.ts';
import type { HtmlElement, HtmlNode } from './node.ts';

/** Elements nested deeper than this become siblings, so that endless nesting cannot exhaust the stack. */
const MAX_DEPTH = 256;

/** The characters that libxml2 drops, with an error in its log. */
const DROPPED = /[\x01-\x08\v\f\x0E-\x1F]+/g;
const TAG = /<([a-zA-Z][\w:.-]*)/y;
const END_TAG = /<\/([a-zA-Z_:.][\w:.-]*)/y;
const ATTRIBUTE = /[ \t\r\n]*([a-zA-Z_:.][\w:.-]*)(?:[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"?|'([^']*)'?|([^ \t\r\n>]*)))?/y;
/** What is no attribute's name goes, up to the next blank: `@click="go"`, `#ref`. */
const NO_ATTRIBUTE = /[ \t\r\n]*(?:(?!\/>)[^ \t\r\n>])+/y;
const START_TAG_END = /[ \t\r\n]*(\/?>)?/y;
const COMMENT = /<!--/y;
const COMMENT_END = /--!?>/g;
const DOCTYPE = /<!doctype/iy;
const INSTRUCTION = /<\?([a-zA-Z_:][\w:.-]*)[ \t\r\n]*/y;
/** The tags of a page's structure. */
export const STRUCTURE: ReadonlySet<string> = new Set(['html', 'head', 'body']);
/** What makes Nokogiri return the whole `body` of the page that a piece is parsed in, if it begins any line of the piece. */
const BODY = /^[ \t\r\n\f\v]*<body/im;
/** What is dropped where no markup follows. */
const FALSE_START = /<[/?]/y;
/** Where the elements end whose content is text up to their end tag. */
const RAW_ENDS: ReadonlyMap<string, RegExp> = new Map([
  ['script', /<\/script/gi],
  ['style', /<\/style/gi],
]);

/**
 * Parses a piece of HTML as libxml2 does, which knows the elements of HTML 4 and has no rules for any others.
 *
 * @example
 * parseHtml('<p>a<p>b') // two `p` elements
 */
export function parseHtml(source: string): HtmlNode[] {
  const children = new FragmentParser(source).parse();
  const isBody = BODY.test(source);
  return withPrefixedLast(isBody ? [{ kind: 'element', name: 'body', attributes: new Map(), children }] : children);
}

/**
 * Parses what is to become the content of an element. As in Nokogiri, it is parsed within a `div`, which an end tag of its own
 * ends too early: the rest goes.
 */
export function parseContent(source: string): HtmlNode[] {
  const [box] = new HtmlParser(`<div>${source}</div>`).parse();
  return box?.kind === 'element' ? withPrefixedLast(box.children) : [];
}

/** Where Nokogiri puts elements into others, it sets their attributes with a prefix anew, as in `xlink:href`. */
export function withPrefixedLast(nodes: HtmlNode[]): HtmlNode[] {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    for (const [key, value] of [...node.attributes]) {
      if (!key.includes(':')) continue;
      node.attributes.delete(key);
      node.attributes.set(key, value ?? '');
    }
  }
  return nodes;
}

/** The parser of a piece of HTML, which that of a document extends. */
export class HtmlParser extends Scanner {
  protected readonly root: HtmlNode[] = [];
  /** The elements that are open, innermost last. */
  protected readonly open: HtmlElement[] = [];
  /** Where the last `>` is. */
  readonly #lastEnd: number;

  constructor(source: string) {
    super(source.replace(DROPPED, ''));
    this.#lastEnd = this.source.lastIndexOf('>');
  }

  parse(): HtmlNode[] {
    while (!this.isAtEnd) {
      const raw = RAW_ENDS.get(this.open.at(-1)?.name ?? '');
      if (raw !== undefined && !this.#endsRawText()) this.#parseRawText(raw);
      else if (this.source[this.at] === '<') this.#parseMarkup();
      else this.#parseText();
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

  /** Whether there is an element that a `<` without markup can be put into. */
  protected get takesText(): boolean {
    return true;
  }

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

  #parseMarkup(): void {
    if (this.isAt(COMMENT)) this.#parseComment();
    else if (this.isAt(DOCTYPE)) this.takeDeclaration(this.#takeThrough('>'));
    else if (!this.#parseInstruction() && !this.#parseTag() && this.take(FALSE_START) === null) {
      this.at++;
      if (this.takesText) this.#addText('<');
    }
  }

  /** Right at the beginning of a script or style sheet, an end tag is one, whatever its name, and so is a start tag that ends it. */
  #endsRawText(): boolean {
    if (this.source[this.at] !== '<') return false;
    if (this.source[this.at + 1] === '/') return true;
    TAG.lastIndex = this.at;
    const name = TAG.exec(this.source)?.[1]?.toLowerCase() ?? '';
    return ENDED_BY.get(this.open.at(-1)?.name ?? '')?.has(name) === true;
  }

  #parseTag(): boolean {
    const start = this.take(TAG)?.[1];
    if (start !== undefined) {
      this.#parseStartTag(start.toLowerCase());
      return true;
    }
    const end = this.take(END_TAG)?.[1];
    if (end !== undefined) this.#parseEndTag(end.toLowerCase());
    return end !== undefined;
  }

  #parseInstruction(): boolean {
    if (this.at > this.#lastEnd) return false;
    const target = this.take(INSTRUCTION)?.[1];
    if (target === undefined) return false;
    const body = this.#takeThrough('>');
    this.children.push({ kind: 'verbatim', source: `<?${target}${body === '>' ? '' : ' '}${body}` });
    return true;
  }

  /** What follows a comment that is not closed goes. */
  #parseComment(): void {
    const start = this.at + '<!--'.length;
    COMMENT_END.lastIndex = start;
    const end = COMMENT_END.exec(this.source);
    this.at = end === null ? this.source.length : COMMENT_END.lastIndex;
    if (end !== null) this.children.push({ kind: 'verbatim', source: `<!--${this.source.slice(start, end.index)}-->` });
  }

  /** Takes everything up to and including `end`, or the rest. */
  #takeThrough(end: string): string {
    const found = this.source.indexOf(end, this.at);
    const start = this.at;
    this.at = found === -1 ? this.source.length : found + end.length;
    return this.source.slice(start, this.at);
  }

  #parseText(): void {
    const next = this.source.indexOf('<', this.at);
    const end = next === -1 ? this.source.length : next;
    const source = this.source.slice(this.at, end);
    this.at = end;
    this.#addText(decodeReferences(this.beginText(source)));
  }

  #addText(text: string): void {
    if (text === '') return;
    const last = this.children.at(-1);
    if (last?.kind === 'text') last.text += text;
    else this.children.push({ kind: 'text', text });
  }

  #parseStartTag(name: string): void {
    const attributes = this.#parseAttributes();
    const end = this.take(START_TAG_END)?.[1] ?? '';
    this.endBefore(name);
    if (!this.beginElement(name)) return;
    const element: HtmlElement = { kind: 'element', name, attributes, children: [] };
    this.siblings.push(element);
    if (VOID_ELEMENTS.has(name) || end === '/>') return;
    if (this.open.length < MAX_DEPTH || RAW_ENDS.has(name)) this.open.push(element);
  }

  #parseAttributes(): Map<string, string | null> {
    const attributes = new Map<string, string | null>();
    for (;;) {
      const match = this.take(ATTRIBUTE);
      if (match === null) {
        if (this.take(NO_ATTRIBUTE) === null) return attributes;
        continue;
      }
      const [, name = '', double, single, bare] = match;
      const value = double ?? single ?? bare;
      const key = name.toLowerCase();
      if (!attributes.has(key)) attributes.set(key, value === undefined ? null : decodeValue(value));
    }
  }

  /** Takes the content of a script or style sheet: everything up to its end tag. */
  #parseRawText(close: RegExp): void {
    close.lastIndex = this.at;
    const end = close.exec(this.source)?.index ?? this.source.length;
    if (end > this.at) this.children.push({ kind: 'verbatim', source: this.source.slice(this.at, end) });
    this.at = end;
  }

  #parseEndTag(name: string): void {
    this.#takeThrough('>');
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
}

/**
 * The parser of a piece of a page. It is in the `body` already, so that start tags of the page's structure are dropped, and as many end
 * tags with them; one more ends the `body`, and what follows it goes.
 */
class FragmentParser extends HtmlParser {
  #dropped = 0;

  protected override beginElement(name: string): boolean {
    const isDropped = STRUCTURE.has(name);
    if (isDropped) this.#dropped++;
    return !isDropped;
  }

  protected override ignoresEndTag(name: string): boolean {
    if (!STRUCTURE.has(name)) return false;
    if (this.#dropped > 0) this.#dropped--;
    else if (name !== 'head') this.at = this.source.length;
    return true;
  }
}
