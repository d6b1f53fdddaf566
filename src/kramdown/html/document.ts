import { strip } from '../../util/values/ruby-text.ts';
import { Element } from '../element.ts';
import { convertToNative } from '../native/native.ts';
import type { Parser } from '../parser.ts';
import { Scanner } from '../scanner.ts';
import { parseRawHtml, type TagHandler } from './body.ts';
import { skipSpaces } from './tag.ts';

const DOCTYPE = /<!DOCTYPE[^>]*>/iy;

/** Takes a processing instruction, comment or doctype before the document; returns whether there was one. */
function readProlog({ scanner, root }: Parser): boolean {
  const { text, pos } = scanner;
  const start = skipSpaces(text, pos);
  for (const [open, close, kind] of [
    ['<?', '?>', 'xml_pi'],
    ['<!--', '-->', 'xml_comment'],
  ] as const) {
    const end = text.startsWith(open, start) ? scanner.find(close, start + open.length) : -1;
    if (end === -1) continue;
    scanner.pos = end + close.length;
    root.append(new Element(kind, strip(text.slice(start, scanner.pos)), undefined, { category: 'block' }));
    return true;
  }
  DOCTYPE.lastIndex = start;
  if (!DOCTYPE.test(text)) return false;
  scanner.pos = DOCTYPE.lastIndex;
  return true;
}

const readBody: TagHandler = (parser, element, isClosed, hasBody) => {
  if (!isClosed && hasBody) parseRawHtml(parser, element, readBody);
};

/** Parses a whole text as HTML, and turns its elements into kramdown's own where there are equivalents. */
export function parseHtmlDocument(parser: Parser, text: string): void {
  parser.scanner = new Scanner(text);
  while (readProlog(parser));
  parseRawHtml(parser, parser.root, readBody);
  convertToNative(parser.root);
}
