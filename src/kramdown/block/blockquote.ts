import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';
import { skipIndent } from './boundary.ts';

/** The lines of a quote without their `>`. Quotes may be nested a thousand deep, so this avoids regular expressions. */
function removeMarks(text: string): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline + 1;
    let start = skipIndent(text, at);
    if (text[start] === '>') start += text[start + 1] === ' ' ? 2 : 1;
    else start = at;
    lines.push(text.slice(start, end));
    at = end;
  }
  return lines.join('');
}

function parseBlockquote(parser: Parser): boolean {
  const { scanner, dialect } = parser;
  const { text, pos } = scanner;
  let end = scanner.lineEnd();
  while (!dialect.endsLazyText(scanner, end)) end = scanner.lineEnd(end);
  const element = parser.newBlock('blockquote', '', scanner.line);
  scanner.pos = end;
  parser.tree.append(element);
  parser.parseBlocks(element, removeMarks(text.slice(pos, end)));
  return true;
}

/** Lines that start with `>`. */
export const blockquote: BlockRule = { name: 'blockquote', first: '>', parse: parseBlockquote };
