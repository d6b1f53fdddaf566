import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';
import type { Scanner } from '../scanner.ts';
import { blankLinesEnd, isEndOfBlock, readBlockIal, skipIndent, startsHtmlBlock } from './boundary.ts';

const INDENTED_LINE = /(?:\t| {4})[ \t]*[^ \t\n\v\f\r][^\n]*\n/y;
const TEXT_LINE = /[ \t]*[^ \t\n\v\f\r][^\n]*\n/y;

function lineEnd(text: string, at: number, line: RegExp): number {
  line.lastIndex = at;
  return line.test(text) ? line.lastIndex : at;
}

function canContinue(scanner: Scanner, at: number): boolean {
  const { text } = scanner;
  const start = skipIndent(text, at);
  return !isEndOfBlock(text, at) && !startsHtmlBlock(text, start) && readBlockIal(scanner, start) === undefined;
}

/**
 * The end of a block of indented lines with, if `isLazy`, unindented lines after them, and more of both after blank
 * lines.
 */
export function findCodeEnd(scanner: Scanner, start: number, isLazy: boolean): number {
  const { text } = scanner;
  let end = start;
  for (;;) {
    const blanks = blankLinesEnd(text, end);
    let index = blanks === -1 ? end : blanks;
    const first = index;
    for (let next = lineEnd(text, index, INDENTED_LINE); next > index; next = lineEnd(text, index, INDENTED_LINE))
      index = next;
    if (index === first) return end;
    end = index;
    while (isLazy && end < text.length && canContinue(scanner, end)) {
      const next = lineEnd(text, end, TEXT_LINE);
      if (next === end) break;
      end = next;
    }
  }
}

const INDENT = /(^|\n)(?:\t| {4})/g;

/** The text with one level of indentation removed from each line. */
export function unindent(text: string): string {
  return text.replace(INDENT, '$1');
}

function parseCodeblock(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  if (text[pos] !== '\t' && !text.startsWith('    ', pos)) return false;
  const end = findCodeEnd(scanner, pos, parser.dialect.hasAttributeLists);
  if (end === pos) return false;
  scanner.pos = end;
  // A line that continues lazily is joined to the one before it.
  const code = text.slice(pos, end).replace(/\n( {0,3}[^ \t\n\v\f\r])/g, ' $1');
  parser.tree.append(parser.newBlock('codeblock', unindent(code)));
  return true;
}

/** Code that is indented by four spaces or a tab. */
export const codeblock: BlockRule = { name: 'codeblock', first: ' \t', parse: parseCodeblock };
