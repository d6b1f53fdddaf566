import { strip } from '../../util/values/ruby-text.ts';
import { blankLineEnd } from '../characters.ts';
import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';
import { isBeforeBlockBoundary, skipIndent } from './boundary.ts';

function parseBlockMath(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const { text, pos } = scanner;
  const start = skipIndent(text, pos);
  const isEscaped = text[start] === '\\';
  const open = isEscaped ? start + 1 : start;
  if (!text.startsWith('$$', open)) return false;
  const close = scanner.find('$$', open + 2);
  if (close === -1 || !parser.isAfterBlockBoundary()) return false;
  const lineEnd = blankLineEnd(text, close + 2);
  if (isEscaped) {
    // Only the backslash is dropped; the rest becomes a paragraph.
    if (lineEnd !== -1) scanner.pos = open;
    return false;
  }
  scanner.pos = lineEnd === -1 ? close + 2 : lineEnd;
  if (!isBeforeBlockBoundary(scanner, parser.dialect.hasAttributeLists)) {
    scanner.pos = pos;
    return false;
  }
  tree.append(parser.newBlock('math', strip(text.slice(open + 2, close)), undefined, { category: 'block' }));
  return true;
}

/** `$$formula$$` as a block of its own. */
export const blockMath: BlockRule = { name: 'block_math', first: '$\\', parse: parseBlockMath };
