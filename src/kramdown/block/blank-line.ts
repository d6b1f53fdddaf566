import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';
import { blankLinesEnd } from './boundary.ts';

function parseBlankLine(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  const end = blankLinesEnd(text, pos);
  if (end === -1) return false;
  scanner.pos = end;
  const { children } = parser.tree;
  const last = children[children.length - 1];
  if (last?.kind === 'blank') last.value += text.slice(pos, end);
  else parser.tree.append(parser.newBlock('blank', text.slice(pos, end)));
  return true;
}

/** One or more blank lines. */
export const blankLine: BlockRule = { name: 'blank_line', first: ' \t\n\v\f\r', parse: parseBlankLine };
