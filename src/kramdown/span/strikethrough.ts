import { isSpace } from '../characters.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';

const TILDE = 126;

function isBlankOrTilde(code: number): boolean {
  return code === TILDE || isSpace(code);
}

/** The next `~~` that can end the text: not after a space or another tilde. */
function findEnd(text: string, from: number): number {
  let end = text.indexOf('~~', from);
  while (end !== -1 && isBlankOrTilde(text.charCodeAt(end - 1))) end = text.indexOf('~~', end + 1);
  return end;
}

function parseStrikethrough(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const { text, pos } = scanner;
  const start = pos + 2;
  if (!text.startsWith('~~', pos) || start >= text.length || isBlankOrTilde(text.charCodeAt(start))) return false;
  const end = scanner.search('strikethrough', start + 1, findEnd);
  if (end === -1) return false;
  const { line } = scanner;
  scanner.pos = end + 2;
  const element = new Element('html_element', 'del', undefined, { category: 'span' });
  tree.append(element);
  parser.parseSpanText(element, text.slice(start, end), line);
  return true;
}

/** GFM's `~~deleted~~`. */
export const strikethrough: SpanRule = { name: 'strikethrough_gfm', starts: ['~~'], parse: parseStrikethrough };
