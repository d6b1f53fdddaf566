import { AttributeList, findListEnd, readAttributeList } from '../attribute-list.ts';
import type { SpanRule } from '../dispatch.ts';
import { parseExtension } from '../extension.ts';
import type { Parser } from '../parser.ts';

/** Takes the brace as text. */
function addBrace(parser: Parser): void {
  parser.scanner.pos++;
  parser.addText('{');
}

/** An attribute list for the span before it. */
function parseSpanIal(parser: Parser): void {
  const { scanner, tree } = parser;
  const start = scanner.pos + 2;
  const last = tree.children[tree.children.length - 1];
  if (last === undefined || last.kind === 'text') {
    if (scanner.find('}', start) > start) parser.warn(() => 'Found span IAL after text - ignoring it');
    addBrace(parser);
    return;
  }
  const end = findListEnd(scanner, start, 'span list', (close) => close > start);
  if (end === -1) {
    addBrace(parser);
    return;
  }
  const content = scanner.text.slice(start, end);
  const list = new AttributeList();
  scanner.pos = end + 1;
  if (!readAttributeList(content, list)) {
    parser.warn(() => `No or invalid attributes found in IAL/ALD content: ${content}`);
  }
  last.ial ??= new AttributeList();
  last.ial.merge(list);
  parser.applyIal(last.attributes, list);
}

function parseSpanExtensions(parser: Parser): boolean {
  const { scanner } = parser;
  if (!scanner.text.startsWith('{:', scanner.pos)) return false;
  const result = parseExtension(parser, 'span');
  if (result === undefined) parseSpanIal(parser);
  return true;
}

/** `{:.class}` after a span, `{::comment}…{:/}` and the other extensions. */
export const spanExtensions: SpanRule = { name: 'span_extensions', starts: ['{:'], parse: parseSpanExtensions };
