import type { BlockRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';
import { blankLinesEnd } from './boundary.ts';

/** Documents are full of single blank lines, which are never changed: one element serves them all. */
const ONE_LINE = new Element('blank', '\n');
Object.freeze(ONE_LINE);

function blankOf(lines: string): Element {
  return lines === '\n' ? ONE_LINE : new Element('blank', lines);
}

function parseBlankLine(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  const end = blankLinesEnd(text, pos);
  if (end === -1) return false;
  scanner.pos = end;
  const { children } = parser.tree;
  const last = children[children.length - 1];
  if (last?.kind === 'blank') {
    children[children.length - 1] = blankOf(last.value + text.slice(pos, end));
    return true;
  }
  parser.blockIal = undefined;
  parser.tree.append(blankOf(text.slice(pos, end)));
  return true;
}

/** One or more blank lines. */
export const blankLine: BlockRule = { name: 'blank_line', first: ' \t\n\v\f\r', parse: parseBlankLine };
