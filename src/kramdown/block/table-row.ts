import { strip } from '../characters.ts';
import { Element, type RowOptions } from '../element.ts';
import type { Parser } from '../parser.ts';

/** The next pipe that is not escaped, at or after `from`; -1 if there is none. */
function nextPipe(text: string, from: number): number {
  let pipe = text.indexOf('|', from);
  while (pipe > 0 && text[pipe - 1] === '\\') pipe = text.indexOf('|', pipe + 1);
  return pipe;
}

/** The cells between the unescaped pipes of a text. */
function splitCells(text: string): string[] {
  const cells: string[] = [];
  let start = 0;
  for (let pipe = nextPipe(text, start); pipe !== -1; pipe = nextPipe(text, start)) {
    cells.push(text.slice(start, pipe).replaceAll('\\|', '|'));
    start = pipe + 1;
  }
  cells.push(text.slice(start).replaceAll('\\|', '|'));
  return cells;
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

/** Whether there may be code in a line, in which pipes do not count. */
function mayHoldCode(line: string): boolean {
  return line.includes('`') || line.includes('<code');
}

/** The texts of a row between its pipes. */
function splitLine(parser: Parser, line: string): string[] {
  if (!mayHoldCode(line)) return splitCells(line);
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

/** How many cells `splitRow` finds. */
export function countCells(parser: Parser, line: string, hasLeadingPipe: boolean): number {
  if (mayHoldCode(line)) return splitRow(parser, line, hasLeadingPipe).length;
  const first = nextPipe(line, 0);
  let count = 1;
  let last = -1;
  for (let pipe = first; pipe !== -1; pipe = nextPipe(line, pipe + 1)) {
    count++;
    last = pipe;
  }
  if (hasLeadingPipe && strip(line.slice(0, first === -1 ? undefined : first)) === '') count--;
  if (count > 0 && strip(line.slice(last + 1)) === '') count--;
  return count;
}

/** Makes cells of the text of a row, as many as the table has columns. */
export function addCells(parser: Parser, row: Element, { hasLeadingPipe, columns }: RowOptions): void {
  row.children = splitRow(parser, row.value, hasLeadingPipe).map((text) => new Element('td', strip(text)));
  while (row.children.length < columns) row.append(new Element('td'));
}
