import { escapeMarkup } from '../../util/escape-html.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import { BLOCK_ELEMENTS, contentModelOf, VOID_ELEMENTS } from '../html/elements.ts';
import { takeMarkdownAttribute } from '../html/markdown-attribute.ts';
import { readEndTag, readTag, skipSpaces, type Tag } from '../html/tag.ts';
import { attributesOf } from '../html/tag-attributes.ts';
import { convertToNative } from '../native/native.ts';
import type { Parser } from '../parser.ts';
import type { Stop } from '../span-stop.ts';

/** The end tag of a span-level element. Without one, the element extends to the end of the text. */
class EndTag implements Stop {
  readonly key: string;
  readonly retries = false;
  end = -1;

  constructor(
    private readonly name: string,
    private readonly ignoresCase: boolean,
  ) {
    this.key = `</${name}`;
  }

  isMet({ scanner: { text, pos } }: Parser): boolean {
    if (text.charCodeAt(pos) !== 60 || text.charCodeAt(pos + 1) !== 47) return false;
    const nameEnd = pos + 2 + this.name.length;
    const written = text.slice(pos + 2, nameEnd);
    if (written !== this.name && !(this.ignoresCase && written.toLowerCase() === this.name)) return false;
    const close = skipSpaces(text, nameEnd);
    if (text[close] !== '>') return false;
    this.end = close + 1;
    return true;
  }
}

function parseComment(parser: Parser): boolean {
  const { scanner } = parser;
  if (!scanner.text.startsWith('<!--', scanner.pos)) return false;
  const end = scanner.find('-->', scanner.pos + 4);
  if (end === -1) return false;
  const comment = scanner.text.slice(scanner.pos, end + 3);
  parser.tree.append(new Element('xml_comment', comment, undefined, { category: 'span' }));
  scanner.pos = end + 3;
  return true;
}

const CDATA = '<![CDATA[';

function parseCdata(parser: Parser): boolean {
  const { scanner } = parser;
  if (!scanner.text.startsWith(CDATA, scanner.pos)) return false;
  const end = scanner.find(']]>', scanner.pos + CDATA.length);
  if (end === -1) return false;
  parser.addText(escapeMarkup(scanner.text.slice(scanner.pos + CDATA.length, end)));
  scanner.pos = end + 3;
  return true;
}

function parseStrayEndTag(parser: Parser): boolean {
  const { scanner } = parser;
  const tag = readEndTag(scanner.text, scanner.pos);
  if (tag === undefined) return false;
  const { pos } = scanner;
  parser.warn(() => `Found invalidly used HTML closing tag for '${tag.name}' on line ${scanner.lineAt(pos)}`);
  parser.addWritten(pos, tag.end);
  scanner.pos = tag.end;
  return true;
}

/** Whether the body is parsed into spans, which depends on the element, the options and its `markdown` attribute. */
function parsesBody(parser: Parser, element: Element, line: () => number): boolean {
  const isRaw = contentModelOf(element.value) === 'raw';
  const requested = takeMarkdownAttribute(element.attributes);
  if (requested === 'block') {
    parser.warn(() => `Cannot use block-level parsing in span-level HTML tag (line ${line()}) - using default mode`);
  }
  if (requested === 'span') return true;
  if (requested === 'default') return !isRaw;
  if (requested === 'raw' || isRaw || parser.tree.options.contentModel === 'raw') return false;
  return parser.settings.parse_span_html;
}

function parseBody(parser: Parser, element: Element, tag: Tag, line: () => number): void {
  const { scanner } = parser;
  const stop = new EndTag(element.value, tag.isKnown);
  const rules = element.options.contentModel === 'span' ? parser.dialect.spans : parser.dialect.htmlSpans;
  if (parser.parseSpans(element, stop, rules)) {
    scanner.pos = stop.end;
    return;
  }
  parser.warn(() => `Found no end tag for '${tag.name}' (line ${line()}) - auto-closing it`);
  scanner.terminate();
}

function parseElement(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const tag = readTag(scanner.text, scanner.pos, (needle, from) => scanner.find(needle, from));
  if (tag === undefined) return false;
  const { pos } = scanner;
  const line = (): number => scanner.lineAt(pos);
  const written = scanner.text.slice(pos, tag.end);
  scanner.pos = tag.end;
  if (BLOCK_ELEMENTS.has(tag.name)) {
    parser.warn(() => `Found block HTML tag '${tag.name}' in span-level text on line ${line()}`);
    parser.addText(written);
    return true;
  }
  const attributes = attributesOf(parser, tag, line);
  for (const [name, value] of attributes) attributes.set(name, value?.replace(/\n+/g, ' ') ?? null);
  const element = new Element('html_element', tag.name, undefined, undefined, attributes);
  const contentModel = parsesBody(parser, element, line) ? 'span' : 'raw';
  element.options = { category: 'span', contentModel, isClosed: tag.isClosed };
  tree.append(element);
  if (!tag.isClosed && !VOID_ELEMENTS.has(tag.name)) parseBody(parser, element, tag, line);
  if (parser.settings.html_to_native) convertToNative(element);
  return true;
}

function parseSpanHtml(parser: Parser): boolean {
  return parseComment(parser) || parseCdata(parser) || parseStrayEndTag(parser) || parseElement(parser);
}

/** HTML at span level. */
export const spanHtml: SpanRule = { name: 'span_html', starts: ['<'], parse: parseSpanHtml };
