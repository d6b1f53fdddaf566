import { strip } from '../characters.ts';
import { Element, type RowOptions } from '../element.ts';
import type { Parser } from '../parser.ts';

const UNESCAPED_PIPE = /(?<!\\)\|/;

/** The cells between the unescaped pipes of a text. */
function splitCells(text: string): string[] {
  return text.split(UNESCAPED_PIPE).map((cell) => cell.replaceAll('\\|', '|'));
}

/** Adds text to the last cell, or as the first one. */
function append(cells: string[], text: string): void {
  if (cells.length === 0) cells.push(text);
  else cells[cells.length - 1] += text;
}

/** A code span in backticks again, more of them than it holds itself. */
function quoteCode(code: string): string {
  const runs = code.match(/`+/g) ?? [''];
  const delimiter = `${runs.reduce((longest, run) => (run > longest ? run : longest), '')}\``;
  const space = delimiter.length > 1 ? ' ' : '';
  return `${delimiter}${space}${code}${space}${delimiter}`;
}

function splitText(parser: Parser, text: string, cells: string[]): void {
  const root = new Element('root');
  parser.parseSpanText(root, text, undefined, parser.dialect.tableRowSpans);
  for (const { kind, value } of root.children) {
    if (kind === 'codespan') {
      append(cells, quoteCode(value));
      continue;
    }
    const [first = '', ...others] = splitCells(value);
    append(cells, first);
    cells.push(...others);
  }
}

/** A `<code>` element in a line, in which pipes do not count. */
function findCode(line: string, from: number): { start: number; end: number } | undefined {
  const start = line.indexOf('<code', from);
  const open = start === -1 ? -1 : line.indexOf('>', start + 5);
  const close = open === -1 ? -1 : line.indexOf('</code>', open + 1);
  return close === -1 ? undefined : { start, end: close + 7 };
}

/** The texts of a row between its pipes. */
function splitLine(parser: Parser, line: string): string[] {
  if (!line.includes('`') && !line.includes('<code')) return splitCells(line);
  const cells: string[] = [];
  let from = 0;
  for (let code = findCode(line, from); code !== undefined; code = findCode(line, from)) {
    splitText(parser, line.slice(from, code.start), cells);
    append(cells, line.slice(code.start, code.end));
    from = code.end;
  }
  splitText(parser, line.slice(from), cells);
  return cells;
}

/** The texts of a row's cells; what stands before the first and behind the last pipe is none if it is blank. */
export function splitRow(parser: Parser, line: string, hasLeadingPipe: boolean): string[] {
  const cells = splitLine(parser, line);
  if (hasLeadingPipe && strip(cells[0] ?? '') === '') cells.shift();
  if (strip(cells[cells.length - 1] ?? '') === '') cells.pop();
  return cells;
}

/** Makes cells of the text of a row, as many as the table has columns. */
export function addCells(parser: Parser, row: Element, { hasLeadingPipe, columns }: RowOptions): void {
  row.children = splitRow(parser, row.value, hasLeadingPipe).map((text) => new Element('td', strip(text)));
  while (row.children.length < columns) row.append(new Element('td'));
}
