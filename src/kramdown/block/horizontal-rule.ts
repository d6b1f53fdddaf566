import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';
import { skipIndent } from './boundary.ts';

/** The end of a line that consists of at least three `*`, `-` or `_` and blanks; -1 if it does not. */
export function horizontalRuleEnd(text: string, at: number): number {
  const start = skipIndent(text, at);
  const mark = text[start];
  if (mark !== '*' && mark !== '-' && mark !== '_') return -1;
  let marks = 0;
  let index = start;
  for (; text[index] === mark || text[index] === ' ' || text[index] === '\t'; index++) {
    if (text[index] === mark) marks++;
  }
  return marks >= 3 && text[index] === '\n' ? index + 1 : -1;
}

function parseHorizontalRule(parser: Parser): boolean {
  const { scanner } = parser;
  const end = horizontalRuleEnd(scanner.text, scanner.pos);
  if (end === -1) return false;
  scanner.pos = end;
  parser.tree.append(parser.newBlock('hr'));
  return true;
}

/** `* * *`, `---` or `___`. */
export const horizontalRule: BlockRule = { name: 'horizontal_rule', first: '*-_', parse: parseHorizontalRule };
