import { strip } from '../../util/values/ruby-text.ts';
import { isSpace } from '../characters.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import { isLongerThan, normalizeLinkId } from '../link-id.ts';
import { INSIDE_A, INSIDE_IMG, type LinkDefinition, type Parser } from '../parser.ts';
import type { Scanner } from '../scanner.ts';
import { findParenthesisEnd } from '../span-memory.ts';
import type { Stop } from '../span-stop.ts';
import { removeEscapes } from './escaped-characters.ts';

const BANG = 33;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;

/** The closing bracket of a link's text, in which brackets must be balanced; an image's are once it has been parsed. */
class ClosingBracket implements Stop {
  readonly key = ']';
  readonly retries = true;
  /** Brackets opened minus brackets closed, except that parsing an image consumes its closing bracket unseen. */
  private count = 1;
  private images = 0;
  /** The number of children that were checked for images. */
  private counted = 0;

  constructor(
    private readonly parser: Parser,
    private readonly start: number,
  ) {}

  depth(element: Element): number {
    for (; this.counted < element.children.length; this.counted++) {
      if (element.children[this.counted]?.kind === 'img') this.images++;
    }
    return this.count - this.images;
  }

  isMet({ scanner }: Parser, element: Element): boolean {
    const { text, pos } = scanner;
    const code = text.charCodeAt(pos);
    if (code === CLOSE_BRACKET) this.count--;
    else if (code === OPEN_BRACKET || (code === BANG && text.charCodeAt(pos + 1) === OPEN_BRACKET)) this.count++;
    else return false;
    return this.depth(element) === 0;
  }

  /** Whether the text that ends here refers to no definition, so that it makes no link. */
  isPointless(end: number): boolean {
    const { scanner, links } = this.parser;
    if (scanner.text.charCodeAt(end + 1) === OPEN_PAREN) return false;
    const reference = readReference(scanner, end + 1);
    const id = reference?.id ?? scanner.text.slice(this.start, end);
    const longest = Math.max(0, ...[...links.keys()].map((known) => known.length));
    // An escaped character takes up two.
    return isLongerThan(id, 2 * longest) || !links.has(normalizeLinkId(removeEscapes(id)));
  }
}

interface Reference {
  readonly id: string | undefined;
  readonly end: number;
}

/** `[id]` or `[]` after a link's text, optionally with white space between. */
function readReference(scanner: Scanner, start: number): Reference | undefined {
  const { text } = scanner;
  let open = start;
  while (isSpace(text.charCodeAt(open))) open++;
  if (text.charCodeAt(open) !== OPEN_BRACKET) return undefined;
  const close = scanner.find(']', open + 1);
  if (close === -1) return undefined;
  return { id: close === open + 1 ? undefined : text.slice(open + 1, close), end: close + 1 };
}

/** A link whose text is parsed, but not its target. */
interface Attempt {
  readonly element: Element;
  /** Its text as written, without backslash escapes. */
  readonly alt: string;
  /** Where the link starts, for warnings. */
  readonly pos: number;
}

function addLink(parser: Parser, { element, alt }: Attempt, definition: LinkDefinition): boolean {
  const ial = definition.element?.ial;
  // As in kramdown, all links share the definition's list: what one of them adds to it, the others have too.
  element.ial = ial;
  const { attributes } = element;
  if (ial !== undefined) parser.applyIal(attributes, ial);
  if (element.kind === 'a') attributes.set('href', definition.url);
  else {
    attributes.set('src', definition.url);
    attributes.set('alt', alt);
    element.children = [];
  }
  if (definition.title !== undefined) attributes.set('title', definition.title);
  parser.tree.append(element);
  return true;
}

function addReference(parser: Parser, attempt: Attempt, reference: Reference | undefined): boolean {
  const { scanner } = parser;
  const id = normalizeLinkId(reference?.id ?? attempt.alt);
  const definition = parser.links.get(id);
  if (definition !== undefined) {
    if (reference !== undefined) scanner.pos = reference.end;
    return addLink(parser, attempt, definition);
  }
  if (reference?.id === undefined) {
    parser.warn(() => `No link definition for link ID '${id}' found on line ${scanner.lineAt(attempt.pos)}`);
  }
  return false;
}

/** The index after `<url>` behind the opening parenthesis; -1 if there is none. */
function bracketedUrlEnd(scanner: Scanner): number {
  const { text, pos } = scanner;
  if (text[pos + 1] !== '<') return -1;
  const close = scanner.find('>', pos + 2);
  if (close === -1) return -1;
  const newline = scanner.find('\n', pos + 2);
  return newline !== -1 && newline < close ? -1 : close + 1;
}

interface Url {
  readonly url: string;
  readonly isComplete: boolean;
}

/** Reads the URL in parentheses, which may contain balanced ones; it also ends at white space before a quote. */
function readUrl(parser: Parser): Url | undefined {
  const { scanner } = parser;
  const { text, pos } = scanner;
  const { memory } = scanner;
  const end = memory?.isActive === true ? memory.parenthesisEnd(text, pos) : findParenthesisEnd(text, pos);
  if (end === -1) {
    parser.noteWaste(text.length - pos);
    return undefined;
  }
  scanner.pos = end + 1;
  return { url: strip(text.slice(pos + 1, end)), isComplete: text.charCodeAt(end) === CLOSE_PAREN };
}

const TITLE_START = /[ \t\n\v\f\r]*(["'])/y;

/** The next quote that is followed by a closing parenthesis; the last character of `kind` is the quote. */
function findTitleEnd(text: string, from: number, kind: string): number {
  const quote = kind.slice(-1);
  let at = text.indexOf(quote, from);
  while (at !== -1) {
    let next = at + 1;
    while (isSpace(text.charCodeAt(next))) next++;
    if (text.charCodeAt(next) === CLOSE_PAREN) return at;
    at = text.indexOf(quote, at + 1);
  }
  return -1;
}

function readTitle(scanner: Scanner): string | undefined {
  const start = scanner.check(TITLE_START);
  if (start === null) return undefined;
  const quote = start[1] ?? '"';
  const from = scanner.pos + start[0].length;
  const end = scanner.search(`title ${quote}`, from + 1, findTitleEnd);
  if (end === -1) return undefined;
  scanner.pos = scanner.text.indexOf(')', end) + 1;
  return scanner.text.slice(from, end);
}

/** Parses the parentheses after a link's text, with URL and title. */
function addInlineLink(parser: Parser, attempt: Attempt): boolean {
  const { scanner } = parser;
  const bracketEnd = bracketedUrlEnd(scanner);
  let url: string;
  if (bracketEnd !== -1) {
    url = scanner.text.slice(scanner.pos + 2, bracketEnd - 1);
    scanner.pos = bracketEnd;
    if (scanner.text.charCodeAt(bracketEnd) === CLOSE_PAREN) {
      scanner.pos++;
      return addLink(parser, attempt, { url, title: undefined, element: undefined });
    }
  } else {
    const read = readUrl(parser);
    if (read === undefined) return false;
    url = read.url;
    if (read.isComplete) return addLink(parser, attempt, { url, title: undefined, element: undefined });
  }
  const title = readTitle(scanner);
  return title !== undefined && addLink(parser, attempt, { url, title, element: undefined });
}

function parseAttempt(parser: Parser, kind: 'a' | 'img', start: number): boolean {
  const { scanner } = parser;
  const { pos } = scanner;
  scanner.pos = start;
  if (parser.isWary && scanner.find(']', start) === -1) return false;
  const element = new Element(kind);
  if (!parser.parseSpans(element, new ClosingBracket(parser, start))) return false;
  const attempt = { element, alt: removeEscapes(scanner.text.slice(start, scanner.pos)), pos };
  scanner.pos++;
  const reference = readReference(scanner, scanner.pos);
  if (reference === undefined && scanner.text.charCodeAt(scanner.pos) === OPEN_PAREN) {
    return addInlineLink(parser, attempt);
  }
  return addReference(parser, attempt, reference);
}

function parseLink(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  const kind = text.charCodeAt(pos) === BANG ? 'img' : 'a';
  const start = kind === 'img' ? pos + 2 : pos + 1;
  if (text.charCodeAt(start - 1) !== OPEN_BRACKET || start >= text.length || text[start] === '^') return false;
  const isNested = kind === 'a' && (parser.inside & (INSIDE_A | INSIDE_IMG)) !== 0;
  if (!isNested && parseAttempt(parser, kind, start)) return true;
  if (!isNested) parser.noteWaste(Math.max(0, scanner.pos - start));
  scanner.pos = start;
  parser.addWritten(pos, start);
  return true;
}

/** `[text](url "title")`, `[text][id]`, `[text]` and the same with `!` for images. */
export const link: SpanRule = { name: 'link', starts: ['[', '!['], parse: parseLink };
