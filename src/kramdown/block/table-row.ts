import { strip } from '../../util/values/ruby-text.ts';
import { Element, type RowOptions } from '../element.ts';
import { Scanner } from '../scanner.ts';
import { readCodespan } from '../span/codespan.ts';

/** The next pipe that is not escaped, at or after `from`; -1 if there is none. */
function nextPipe(text: string, from: number): number {
  let pipe = text.indexOf('|', from);
  while (pipe > 0 && text[pipe - 1] === '\\') pipe = text.indexOf('|', pipe + 1);
  return pipe;
}

/** Appends text to the last cell, or adds it as the first one. */
function append(cells: string[], text: string): void {
  if (cells.length === 0) cells.push(text);
  else cells[cells.length - 1] += text;
}

/** Adds the cells between the unescaped pipes of a text; the first piece continues the last cell. */
function addCellsOf(text: string, cells: string[]): void {
  const hasEscapes = text.includes('\\|');
  const cell = (start: number, end: number | undefined): string => {
    const written = text.slice(start, end);
    return hasEscapes ? written.replaceAll('\\|', '|') : written;
  };
  let pipe = nextPipe(text, 0);
  append(cells, cell(0, pipe === -1 ? undefined : pipe));
  while (pipe !== -1) {
    const start = pipe + 1;
    pipe = nextPipe(text, start);
    cells.push(cell(start, pipe === -1 ? undefined : pipe));
  }
}

/** Writes code as a code span again, between one backtick more than any run inside it has. */
function quoteCode(code: string): string {
  const runs = code.match(/`+/g) ?? [''];
  const delimiter = `${runs.reduce((longest, run) => (run > longest ? run : longest), '')}\``;
  const space = delimiter.length > 1 ? ' ' : '';
  return `${delimiter}${space}${code}${space}${delimiter}`;
}

/** Adds the cells of a text, ignoring pipes inside code spans. */
function splitText(text: string, cells: string[]): void {
  const scanner = new Scanner(text);
  let from = 0;
  for (let backtick = text.indexOf('`'); backtick !== -1; ) {
    const { code, end } = readCodespan(scanner, backtick);
    if (code !== undefined) {
      if (backtick > from) addCellsOf(text.slice(from, backtick), cells);
      append(cells, quoteCode(code));
      from = end;
    }
    backtick = text.indexOf('`', end);
  }
  if (from < text.length) addCellsOf(text.slice(from), cells);
}

/** The next `<code>` element in a line; pipes inside it do not separate cells. */
function findCode(line: string, from: number): { start: number; end: number } | undefined {
  const start = line.indexOf('<code', from);
  const open = start === -1 ? -1 : line.indexOf('>', start + 5);
  const close = open === -1 ? -1 : line.indexOf('</code>', open + 1);
  return close === -1 ? undefined : { start, end: close + 7 };
}

/** Whether a line may contain code, inside which pipes do not separate cells. */
function mayHoldCode(line: string): boolean {
  return line.includes('`') || line.includes('<code');
}

/** The texts between the pipes of a row. */
function splitLine(line: string): string[] {
  const cells: string[] = [];
  if (!mayHoldCode(line)) {
    addCellsOf(line, cells);
    return cells;
  }
  let from = 0;
  for (let code = findCode(line, from); code !== undefined; code = findCode(line, from)) {
    splitText(line.slice(from, code.start), cells);
    append(cells, line.slice(code.start, code.end));
    from = code.end;
  }
  splitText(line.slice(from), cells);
  return cells;
}

/** The texts of a row's cells; blanks before a leading pipe or after the last pipe are not a cell. */
function splitRow(line: string, hasLeadingPipe: boolean): string[] {
  const cells = splitLine(line);
  if (hasLeadingPipe && strip(cells[0] ?? '') === '') cells.shift();
  if (strip(cells[cells.length - 1] ?? '') === '') cells.pop();
  return cells;
}

/** The number of cells that `splitRow` finds, without creating them where there is no code. */
export function countCells(line: string, hasLeadingPipe: boolean): number {
  if (mayHoldCode(line)) return splitRow(line, hasLeadingPipe).length;
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

/** Splits the text of a row into cells, and pads it to the table's number of columns. */
export function addCells(row: Element, { hasLeadingPipe, columns }: RowOptions): void {
  row.children = splitRow(row.value, hasLeadingPipe).map((text) => new Element('td', strip(text)));
  while (row.children.length < columns) row.append(new Element('td'));
}
