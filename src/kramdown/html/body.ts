import { downcase } from '../../util/values/ruby-case.ts';
import { type ContentModel, Element, type ElementOptions } from '../element.ts';
import type { Parser } from '../parser.ts';
import { contentModelOf, isKnownElement, VOID_ELEMENTS } from './elements.ts';
import { takeMarkdownAttribute } from './markdown-attribute.ts';
import { findEndTag, nameEnd, readEndTag, readTag, type Tag } from './tag.ts';
import { attributesOf } from './tag-attributes.ts';

/** The options of block-level elements, shared by all elements of the same content model. */
const OPEN = optionsByModel(false);
const CLOSED = optionsByModel(true);

function optionsByModel(isClosed: boolean): Readonly<Record<ContentModel, ElementOptions>> {
  const options = (contentModel: ContentModel): ElementOptions => ({ category: 'block', contentModel, isClosed });
  return { raw: options('raw'), block: options('block'), span: options('span') };
}

const TRAILING_BLANKS = /[ \t]*\n/y;

/** Called with the element of a start tag that was just parsed, to parse its body. */
export type TagHandler = (parser: Parser, element: Element, isClosed: boolean, hasBody: boolean) => void;

/** Adds the element of a start tag to the tree, with its body parsed by kramdown's rules. */
export function handleHtmlTag(parser: Parser, tag: Tag, line: number): Element {
  return handleStartTag(parser, tag, line, parseBody);
}

function handleStartTag(parser: Parser, tag: Tag, line: number, handler: TagHandler): Element {
  const attributes = attributesOf(parser, tag, () => line);
  const element = new Element('html_element', tag.name, line, { category: 'block' }, attributes);
  parser.tree.append(element);
  if (tag.name === 'script' || tag.name === 'style') {
    takeRawBody(parser, element);
    handler(parser, element, false, false);
  } else {
    handler(parser, element, tag.isClosed || VOID_ELEMENTS.has(tag.name), true);
  }
  return element;
}

/** Takes the body of a script or a style, which contains no tags. */
function takeRawBody(parser: Parser, element: Element): void {
  const { scanner } = parser;
  const end = findEndTag(scanner.text, scanner.pos, element.value);
  if (end === -1) {
    parser.addText(scanner.rest(), element, 'raw');
    scanner.terminate();
    const { value: name } = element;
    parser.warn(() => `Found no end tag for '${name}' - auto-closing it`);
    return;
  }
  parser.addText(scanner.text.slice(scanner.pos, end), element, 'raw');
  scanner.pos = readEndTag(scanner.text, end)?.end ?? end;
}

function isInRawHtml(parser: Parser): boolean {
  return parser.tree.kind === 'html_element' && parser.tree.options.contentModel === 'raw';
}

function contentModelFor(parser: Parser, element: Element): ContentModel {
  const ownModel = contentModelOf(element.value);
  const requested = takeMarkdownAttribute(element.attributes);
  if (requested === 'default') return ownModel;
  if (requested !== undefined) return requested;
  return !isInRawHtml(parser) && parser.settings.parse_block_html ? ownModel : 'raw';
}

function warnOfMissingEnd(parser: Parser, { value: name, line }: Element): void {
  parser.warn(() => `Found no end tag for '${name}' (line ${line}) - auto-closing it`);
}

/** Takes the body as text to be parsed into spans, up to the next end tag of that name. */
function parseSpanBody(parser: Parser, element: Element): void {
  const { scanner } = parser;
  const end = findEndTag(scanner.text, scanner.pos, element.value);
  parser.addText(scanner.text.slice(scanner.pos, end === -1 ? undefined : end), element);
  scanner.pos = end === -1 ? scanner.text.length : (readEndTag(scanner.text, end)?.end ?? end);
  if (end === -1) warnOfMissingEnd(parser, element);
}

function parseBody(parser: Parser, element: Element, isClosed: boolean, hasBody: boolean): void {
  const { scanner } = parser;
  if (parser.blockIal !== undefined) {
    element.ial = parser.blockIal;
    parser.blockIal = undefined;
  }
  const contentModel = contentModelFor(parser, element);
  if (contentModel === 'block') scanner.skip(TRAILING_BLANKS);
  element.options = (isClosed ? CLOSED : OPEN)[contentModel];
  if (isClosed || !hasBody) return;
  if (contentModel === 'block') {
    if (!parser.parseBlocks(element)) warnOfMissingEnd(parser, element);
  } else if (contentModel === 'span') parseSpanBody(parser, element);
  else parseRawHtml(parser, element, parseBody);
  if (!isInRawHtml(parser)) scanner.skip(TRAILING_BLANKS);
}

/** The index of the next tag, comment, processing instruction or CDATA section in raw HTML; -1 if there is none. */
function findMarkup(text: string, from: number): number {
  let at = text.indexOf('<', from);
  while (at !== -1) {
    const next = text[at + 1];
    if (next === '/' || next === '?' || nameEnd(text, at + 1) !== -1) return at;
    if (text.startsWith('!--', at + 1) || text.startsWith('![CDATA[', at + 1)) return at;
    at = text.indexOf('<', at + 1);
  }
  return -1;
}

interface Section {
  readonly open: string;
  readonly close: string;
  readonly toElement: (whole: string, content: string) => Element;
}

/** What raw HTML may contain besides tags and text. */
const SECTIONS: readonly Section[] = [
  {
    open: '<!--',
    close: '-->',
    toElement: (whole) => new Element('xml_comment', whole, undefined, { category: 'block' }),
  },
  {
    open: '<?',
    close: '?>',
    toElement: (whole) => new Element('xml_pi', whole, undefined, { category: 'block' }),
  },
  { open: '<![CDATA[', close: ']]>', toElement: (_, content) => new Element('text', content) },
];

function parseSection(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const { text, pos } = scanner;
  for (const { open, close, toElement } of SECTIONS) {
    if (!text.startsWith(open, pos)) continue;
    const end = scanner.find(close, pos + open.length);
    if (end === -1) continue;
    scanner.pos = end + close.length;
    tree.append(toElement(text.slice(pos, scanner.pos), text.slice(pos + open.length, end)));
    return true;
  }
  return false;
}

/** Parses an end tag at the scanner's position: that of the element closes it, any other becomes text. */
function parseEndTag(parser: Parser, element: Element): 'closed' | 'text' | undefined {
  const { scanner } = parser;
  const { text, pos } = scanner;
  const tag = readEndTag(text, pos);
  if (tag === undefined) return undefined;
  const { line } = scanner;
  scanner.pos = tag.end;
  const name = isKnownElement(element.value) ? downcase(tag.name) : tag.name;
  if (element.kind === 'html_element' && element.value === name) return 'closed';
  parser.addText(text.slice(pos, tag.end), element, 'text');
  parser.warn(() => `Found invalidly used HTML closing tag for '${tag.name}' on line ${line} - ignoring it`);
  return 'text';
}

/** Parses HTML whose text is left alone, up to the end tag of the element or the end of the text. */
export function parseRawHtml(parser: Parser, element: Element, handler: TagHandler): void {
  const { scanner, tree } = parser;
  parser.tree = element;
  while (!scanner.atEnd && !parseMarkup(parser, element, handler));
  parser.tree = tree;
}

/** Parses text and the next tag; returns whether that ended the element. */
function parseMarkup(parser: Parser, element: Element, handler: TagHandler): boolean {
  const { scanner } = parser;
  const start = scanner.search('html markup', scanner.pos, findMarkup);
  parser.addText(start === -1 ? scanner.rest() : scanner.text.slice(scanner.pos, start), element, 'text');
  if (start === -1) {
    scanner.terminate();
    if (element.kind !== 'html_element') return true;
    const { value: name, line } = element;
    parser.warn(() => `Found no end tag for '${name}' on line ${line} - auto-closing it`);
    return true;
  }
  scanner.pos = start;
  if (parseSection(parser)) return false;
  const tag = readTag(scanner.text, start, (needle, from) => scanner.find(needle, from));
  if (tag !== undefined) {
    const { line } = scanner;
    scanner.pos = tag.end;
    handleStartTag(parser, tag, line, handler);
    return false;
  }
  const endTag = parseEndTag(parser, element);
  if (endTag === undefined) {
    parser.addText(scanner.text[start] ?? '', element, 'text');
    scanner.pos = start + 1;
  }
  return endTag === 'closed';
}
