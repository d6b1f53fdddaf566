import { downcase } from '../../util/values/ruby-case.ts';
import type { BlockResult, BlockRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import { handleHtmlTag } from '../html/body.ts';
import { SPAN_ELEMENTS } from '../html/elements.ts';
import { readEndTag, readTag } from '../html/tag.ts';
import { convertToNative } from '../native/native.ts';
import type { Parser } from '../parser.ts';
import { skipIndent } from './boundary.ts';

const TRAILING_BLANKS = /[ \t]*\n/y;

function parseComment(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  if (!text.startsWith('<!--', pos)) return false;
  const end = scanner.find('-->', pos + 4);
  if (end === -1) return false;
  scanner.pos = end + 3;
  parser.tree.append(new Element('xml_comment', text.slice(pos, end + 3), undefined, { category: 'block' }));
  scanner.skip(TRAILING_BLANKS);
  return true;
}

function parseBlockHtml(parser: Parser): BlockResult {
  if (parseComment(parser)) return true;
  const { scanner, tree } = parser;
  const { text, pos } = scanner;
  const start = skipIndent(text, pos);
  const tag = readTag(text, start, (needle, from) => scanner.find(needle, from));
  if (tag !== undefined && !SPAN_ELEMENTS.has(downcase(tag.name))) {
    const { line } = scanner;
    scanner.pos = tag.end;
    const element = handleHtmlTag(parser, tag, line);
    if (parser.settings.html_to_native) convertToNative(element);
    return true;
  }
  const endTag = readEndTag(text, start);
  const name = downcase(endTag?.name ?? '');
  if (endTag === undefined || tree.kind !== 'html_element' || tree.value !== name || SPAN_ELEMENTS.has(name))
    return false;
  scanner.pos = endTag.end;
  return 'stop';
}

/** HTML at block level. */
export const blockHtml: BlockRule = { name: 'block_html', first: '<', parse: parseBlockHtml };
