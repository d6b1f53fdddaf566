import type { HtmlElement, HtmlNode } from './node.ts';
import { HtmlParser, STRUCTURE } from './parse-html.ts';

/** A page of HTML: its doctype, if it has one, and the element `html` with the comments around it. */
export interface HtmlDocument {
  readonly doctype: string | undefined;
  readonly nodes: readonly HtmlNode[];
}

const IN_HEAD: ReadonlySet<string> = new Set(['script', 'style', 'meta', 'link', 'title', 'base']);
const OUTSIDE_BODY: ReadonlySet<string> = new Set(['noframes', 'frame', 'frameset']);
const BLANK = /^[ \t\r\n]*$/;
const LEADING_BLANKS = /^[ \t\r\n]+/;

/**
 * Parses a whole page as libxml2 does: what is missing of `html`, `head` and `body` is added.
 *
 * @example
 * parseDocument('<title>a</title>b') // html with head and body; b is in a paragraph
 */
export function parseDocument(source: string): HtmlDocument {
  return new DocumentParser(source.replace(LEADING_BLANKS, '')).parseAll();
}

class DocumentParser extends HtmlParser {
  #doctype: string | undefined;
  #hasHead = false;
  #hasBody = false;
  /** Whether there was any tag, if only one that was dropped. */
  #hasTags = false;
  /** How many start tags of the page's structure were dropped: as many end tags go with them. */
  #dropped = 0;

  parseAll(): HtmlDocument {
    const nodes = this.parse();
    return { doctype: this.#doctype, nodes };
  }

  /** The first doctype counts, wherever it is. */
  protected override takeDeclaration(source: string): void {
    this.#doctype ??= source;
  }

  protected override get takesText(): boolean {
    return this.open.length > 0;
  }

  /** Text that is in no element, or beside `body`, becomes a paragraph; white space outside of `html` is dropped. */
  protected override beginText(source: string): string {
    const inner = this.open.at(-1)?.name;
    if (BLANK.test(source)) return inner === undefined ? '' : source;
    if (inner !== undefined && inner !== 'html' && inner !== 'head') return source;
    const isFirst = !this.#hasTags;
    this.endBefore('p');
    this.#addImplied('p');
    this.#push('p');
    return isFirst ? source.replace(LEADING_BLANKS, '') : source;
  }

  protected override beginElement(name: string): boolean {
    this.#hasTags = true;
    this.#addImplied(name);
    const isMisplaced =
      (name === 'html' && this.open.length > 0) ||
      (name === 'head' && this.open.length !== 1) ||
      (name === 'body' && this.open.some((element) => element.name === 'body'));
    if (isMisplaced) this.#dropped++;
    else this.#remember(name);
    return !isMisplaced;
  }

  protected override ignoresEndTag(name: string): boolean {
    this.#hasTags = true;
    if (this.#dropped === 0 || !STRUCTURE.has(name)) return false;
    this.#dropped--;
    return true;
  }

  /** What follows the end of a page without doctype is in its `html`, as an element of the same name. */
  protected override get siblings(): HtmlNode[] {
    const [first] = this.root;
    if (this.open.length > 0 || this.#doctype !== undefined || first?.kind !== 'element') return this.children;
    return first.children;
  }

  #remember(name: string): void {
    if (name === 'head') this.#hasHead = true;
    if (name === 'body') this.#hasBody = true;
  }

  #push(name: string): void {
    this.#remember(name);
    const element: HtmlElement = { kind: 'element', name, attributes: new Map(), children: [] };
    this.siblings.push(element);
    this.open.push(element);
  }

  /** Begins the elements that have to be around one of this name. */
  #addImplied(name: string): void {
    if (name === 'html') return;
    if (this.open.length === 0) this.#push('html');
    if (name === 'head' || name === 'body') return;
    if (this.open.length === 1 && IN_HEAD.has(name)) {
      if (!this.#hasHead && !this.#hasBody) this.#push('head');
    } else if (!OUTSIDE_BODY.has(name) && !this.#hasBody) {
      if (!this.open.some((element) => element.name === 'head')) this.#push('body');
    }
  }
}
