import { splitLines } from '../characters.ts';
import type { BlockRule } from '../dispatch.ts';
import { type Alignment, Element, type ElementOptions, type RowOptions } from '../element.ts';
import { skipSpaces } from '../html/tag.ts';
import type { Parser } from '../parser.ts';
import type { Scanner } from '../scanner.ts';
import { isBeforeBlockBoundary, skipIndent } from './boundary.ts';
import { countCells } from './table-row.ts';

const SEPARATOR_LINE = /[+|: \t-]+\n/y;
const FOOTER_LINE = /[+|: \t=]+\n/y;
const COLUMN = /[ \t]?(:?)-+(:?)[ \t]?/g;

/** Whether a line has a pipe that is not escaped. */
function hasPipe(line: string): boolean {
  for (let pipe = line.indexOf('|'); pipe !== -1; pipe = line.indexOf('|', pipe + 1)) {
    if (pipe === 0 || line[pipe - 1] !== '\\') return true;
  }
  return false;
}

/** Whether the line at a position is a row of a table. */
function isRow(scanner: Scanner, at: number): boolean {
  const newline = scanner.find('\n', at);
  const pipe = scanner.find('|', at);
  return pipe !== -1 && pipe < newline && hasPipe(scanner.text.slice(at, newline));
}

/** Takes a line that matches `pattern` and contains `mark`. */
function scanLine(scanner: Scanner, pattern: RegExp, mark: string): string | undefined {
  const line = scanner.check(pattern)?.[0];
  if (line?.includes(mark) !== true) return undefined;
  scanner.pos += line.length;
  return line;
}

/** The end of a line without its trailing blanks. */
function stripBlanks(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && (text[index - 1] === ' ' || text[index - 1] === '\t')) index--;
  return index;
}

function readAlignment(separators: string): Alignment[] {
  return [...separators.matchAll(COLUMN)].map(([, left, right]) => {
    if (left === '' && right === '') return 'default';
    if (right === '') return 'left';
    return left === '' ? 'right' : 'center';
  });
}

/** Collects the rows of a table. */
class TableReader {
  readonly table: Element;
  alignment: Alignment[] = [];
  private readonly rows: Element[] = [];
  private hasFooter = false;
  /** Shared by all rows. They get their cells only when they are resolved, so that long tables take little memory. */
  private readonly row: RowOptions;
  private readonly rowOptions: ElementOptions;

  constructor(private readonly parser: Parser) {
    const { scanner } = parser;
    this.table = parser.newBlock('table', '', scanner.line);
    const hasLeadingPipe = scanner.text[skipSpaces(scanner.text, scanner.pos)] === '|';
    this.row = { hasLeadingPipe, columns: 0 };
    this.rowOptions = { row: this.row };
  }

  readRows(): void {
    const { scanner } = this.parser;
    scanLine(scanner, SEPARATOR_LINE, '-');
    while (!scanner.atEnd && isRow(scanner, scanner.pos)) this.readLine();
  }

  private readLine(): void {
    const { scanner } = this.parser;
    const separator = scanLine(scanner, SEPARATOR_LINE, '-');
    if (separator !== undefined) this.addSeparator(separator);
    else if (scanLine(scanner, FOOTER_LINE, '=') !== undefined) {
      if (this.rows.length > 0) this.addSection('tbody', true);
      this.hasFooter = true;
    } else this.addRow();
  }

  private addSeparator(separators: string): void {
    if (this.rows.length === 0) return;
    if (this.alignment.length > 0 || this.hasFooter) {
      this.addSection('tbody', false);
      return;
    }
    this.addSection('thead', false);
    this.alignment = readAlignment(separators);
  }

  private addSection(kind: 'thead' | 'tbody' | 'tfoot', isForced: boolean): void {
    if (this.hasFooter && kind === 'tbody' && !isForced) return;
    const section = new Element(kind);
    // A copy takes only the memory it needs. The capacity of an array that grew adds up where there are many small tables.
    section.children = [...this.rows];
    this.rows.length = 0;
    this.table.append(section);
  }

  private addRow(): void {
    const { scanner } = this.parser;
    const start = scanner.pos;
    scanner.pos = scanner.lineEnd();
    const line = scanner.text.slice(start, stripBlanks(scanner.text, start, scanner.pos - 1));
    this.row.columns = Math.max(this.row.columns, countCells(line, this.row.hasLeadingPipe));
    this.rows.push(new Element('tr', line, undefined, this.rowOptions));
  }

  /** Closes the last section; returns false for a table without a body. */
  finish(): boolean {
    const { table } = this;
    if (this.rows.length > 0) this.addSection(this.hasFooter ? 'tfoot' : 'tbody', false);
    if (table.children.every(({ kind }) => kind !== 'tbody')) return false;
    if (this.alignment.length > 0) table.options = { alignment: this.alignment };
    return true;
  }
}

function hasPipeOnFirstAndLastLine(text: string): boolean {
  const newline = text.indexOf('\n');
  if (newline === -1) return hasPipe(text);
  return hasPipe(text.slice(0, newline)) && hasPipe(text.slice(text.lastIndexOf('\n') + 1));
}

/** Whether every line has a pipe outside of code and HTML: kramdown looks only at the ends of each piece of text. */
function hasPipeOnEachLine(parser: Parser, text: string): boolean {
  if (!text.includes('`') && !text.includes('<')) return hasPipeOnFirstAndLastLine(text);
  const root = new Element('root');
  parser.parseSpanText(root, text, parser.scanner.line, parser.dialect.tableCheckSpans);
  let hasSeen = false;
  for (const { kind, value } of root.children) {
    const lines = splitLines(value);
    if (kind === 'codespan') {
      if (lines.length > 2 || (lines.length === 2 && !hasSeen)) break;
      if (lines.length === 2) hasSeen = false;
    } else {
      const isLong = lines.length > 1;
      if (isLong && !hasSeen && !hasPipe(lines[0] ?? '')) break;
      hasSeen = (hasSeen && !isLong) || hasPipe(lines[lines.length - 1] ?? '');
    }
  }
  return hasSeen;
}

function parseTable(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const { text, pos } = scanner;
  if (!parser.isAfterBlockBoundary() || !isRow(scanner, skipIndent(text, pos))) return false;
  const reader = new TableReader(parser);
  reader.readRows();
  const isTable =
    isBeforeBlockBoundary(scanner, parser.dialect.hasAttributeLists) &&
    hasPipeOnEachLine(parser, text.slice(pos, scanner.pos - 1));
  if (isTable && reader.finish()) {
    tree.append(reader.table);
    return true;
  }
  if (isTable) {
    parser.warn(() => `Found table without body on line ${reader.table.line} - ignoring it`);
  }
  scanner.pos = pos;
  return false;
}

/** Rows of cells between pipes. */
export const table: BlockRule = { name: 'table', parse: parseTable };
