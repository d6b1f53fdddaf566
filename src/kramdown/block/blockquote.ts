import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';

const MARKS = /(^|\n) {0,3}> ?/g;

function parseBlockquote(parser: Parser): boolean {
  const { scanner, dialect } = parser;
  const { text, pos } = scanner;
  let end = scanner.lineEnd();
  while (!dialect.endsLazyText(scanner, end)) end = scanner.lineEnd(end);
  const element = parser.newBlock('blockquote', '', scanner.here);
  scanner.pos = end;
  parser.tree.children.push(element);
  parser.parseBlocks(element, text.slice(pos, end).replace(MARKS, '$1'));
  return true;
}

/** Lines that start with `>`. */
export const blockquote: BlockRule = { name: 'blockquote', first: '>', parse: parseBlockquote };
