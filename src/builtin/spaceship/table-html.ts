import { UttersonError } from '../../plugin/plugin.ts';
import { elementsNamed, setChildren, setContent } from '../shared/html/edit.ts';
import { contentOf, type HtmlElement, type HtmlNode } from '../shared/html/node.ts';
import { writeDocument } from '../shared/html/write-document.ts';
import { writeContent } from '../shared/html/write-html.ts';
import { toInteger } from '../shared/to-integer.ts';
import { MARKS } from './exclusions.ts';
import { FIRST_LINE_START, LINE_END, SPACES } from './lines.ts';
import type { Processor, Turn } from './processor.ts';
import { applyAttributeLists, formatCell } from './table-cell.ts';
import { changeTableMarkdown } from './table-markdown.ts';

const SPANNED_COLUMNS = /(?<!\|)\|+(?=\n|(?![\s\S]))/g;
const CONTINUED = new RegExp(`(?<!\\\\)\\\\[${SPACES}]*${LINE_END}`, 'g');
const SPANNED_ROWS = new RegExp(`${FIRST_LINE_START}[${SPACES}]*\\^\\^`, 'g');
const LEFT_COLON = new RegExp(`${FIRST_LINE_START}[${SPACES}]*:`, 'g');
const LEFT = new RegExp(`${FIRST_LINE_START}[${SPACES}]*:(?!:)`);
const RIGHT_COLON = new RegExp(`:[${SPACES}]*${LINE_END}`, 'g');
const RIGHT = new RegExp(`(?<!\\\\):[${SPACES}]*${LINE_END}`);
const ALIGNMENT = /text-align:[^\n]+/g;

/** Tables whose cells reach into other columns and rows, are aligned one by one, and hold Markdown. */
export const TABLES: Processor = { mark: MARKS.table, changeMarkdown: changeTableMarkdown, changeHtml: changeTables };

/** Joins cells and rows of the tables of a page, aligns cells, and reads them as Markdown. */
function changeTables(html: string, turn: Turn): string {
  if (tablesOutsideCode(turn.page.look(html).nodes).length === 0) return turn.page.rewrite(html);
  const document = turn.page.take(html);
  const parents = parentsIn(document.nodes);
  for (const table of tablesOutsideCode(document.nodes)) new TableEditor(table, parents, turn).edit();
  turn.isHandled = true;
  return writeDocument(document);
}

const isCell = ({ name }: HtmlElement): boolean => name === 'th' || name === 'td';

/** Of tables in the cells of other tables nothing is left once these have been read as Markdown. */
function tablesOutsideCode(nodes: readonly HtmlNode[], isInTable = false, isInRow = false): HtmlElement[] {
  return nodes.flatMap((node): HtmlElement[] => {
    if (node.kind !== 'element' || node.name === 'code' || node.name === 'pre' || (isInRow && isCell(node))) return [];
    const isTable = node.name === 'table';
    const inside = tablesOutsideCode(node.children, isInTable || isTable, isInRow || (isInTable && node.name === 'tr'));
    return isTable ? [node, ...inside] : inside;
  });
}

/** The cells of rows that are not in other cells. */
function outerCells(nodes: readonly HtmlNode[], isInRow = false): HtmlElement[] {
  return nodes.flatMap((node): HtmlElement[] => {
    if (node.kind !== 'element') return [];
    return isInRow && isCell(node) ? [node] : outerCells(node.children, isInRow || node.name === 'tr');
  });
}

function parentsIn(nodes: readonly HtmlNode[], parents = new Map<HtmlNode, HtmlElement>()): Map<HtmlNode, HtmlElement> {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    for (const child of node.children) parents.set(child, node);
    parentsIn(node.children, parents);
  }
  return parents;
}

/** What has been seen of the row so far. */
interface RowState {
  /** How many columns cells of the row reach into, besides their own. */
  spanned: number;
  column: number;
}

class TableEditor {
  readonly #table: HtmlElement;
  readonly #parents: Map<HtmlNode, HtmlElement>;
  readonly #turn: Turn;
  /** The cells of the row that the rows after it continue. */
  #continued: readonly HtmlElement[] | undefined;
  #isContinued = false;
  /** By column, the cell that the cells below it may be joined with. */
  readonly #above = new Map<number, HtmlElement>();

  constructor(table: HtmlElement, parents: Map<HtmlNode, HtmlElement>, turn: Turn) {
    this.#table = table;
    this.#parents = parents;
    this.#turn = turn;
  }

  edit(): void {
    for (const row of elementsNamed(this.#table.children, 'tr')) {
      const cells = cellsOf(row);
      const state: RowState = { spanned: 0, column: 0 };
      for (const cell of cells) {
        this.#spanColumns(cell, cells, state);
        if (cell === cells.at(-1)) this.#continueRow(cell, cells, row);
        align(cell);
        this.#spanRows(cell, state);
      }
    }
    for (const cell of outerCells(this.#table.children)) {
      formatCell(cell, this.#turn.tools);
      applyAttributeLists(cell, this.#turn.attributeLists);
    }
  }

  #remove(element: HtmlElement): void {
    const parent = this.#parents.get(element);
    const index = parent?.children.indexOf(element) ?? -1;
    if (index !== -1) parent?.children.splice(index, 1);
  }

  /** Pipes at the end of a cell make it as many columns wider; the cells that Markdown filled the row up with go. */
  #spanColumns(cell: HtmlElement, cells: readonly HtmlElement[], state: RowState): void {
    if (cell === cells.at(-1)) {
      for (let count = 1; count <= state.spanned; count++) {
        const filler = cells.at(-count);
        if (filler === undefined || filler.attributes.has('colspan')) return;
        this.#remove(filler);
      }
    }
    const content = writeContent(cell);
    const pipes = content.match(SPANNED_COLUMNS)?.[0].length ?? 0;
    if (pipes === 0) return;
    setContent(cell, content.replace(SPANNED_COLUMNS, ''));
    state.spanned += pipes;
    cell.attributes.set('colspan', String(pipes + 1));
  }

  /** A backslash at the end of a row joins the next row with it. */
  #continueRow(cell: HtmlElement, cells: readonly HtmlElement[], row: HtmlElement): void {
    const text = contentOf(cell);
    const continues = text.search(CONTINUED) !== -1;
    if (continues) {
      setText(cell, text.replace(CONTINUED, ''));
      if (!this.#isContinued) this.#continued = cells;
      this.#isContinued = true;
    }
    if (this.#isContinued && this.#continued !== undefined && !isSame(this.#continued, cells)) {
      for (const [index, above] of this.#continued.entries()) {
        const below = cells[index];
        if (below === undefined) throw tooFewCells();
        appendLine(above, writeContent(below));
      }
      this.#remove(row);
    }
    if (!continues) this.#isContinued = false;
  }

  /** `^^` at the beginning of a cell joins it with the cell above it. */
  #spanRows(cell: HtmlElement, state: RowState): void {
    const above = this.#above.get(state.column);
    const content = writeContent(cell);
    if (above !== undefined && content.search(SPANNED_ROWS) !== -1) {
      setContent(cell, content.replace(SPANNED_ROWS, ''));
      appendLine(above, writeContent(cell));
      above.attributes.set('rowspan', String(toInteger(above.attributes.get('rowspan') ?? '1') + 1));
      this.#remove(cell);
    } else this.#above.set(state.column, cell);
    state.column += Math.max(toInteger(cell.attributes.get('colspan') ?? ''), 1);
  }
}

const cellsOf = (row: HtmlElement): HtmlElement[] => elementsNamed(row.children, 'th', 'td');

const isSame = (a: readonly HtmlElement[], b: readonly HtmlElement[]): boolean =>
  a.length === b.length && a.every((element, index) => element === b[index]);

function setText(element: HtmlElement, text: string): void {
  setChildren(element, text === '' ? [] : [{ kind: 'text', text }]);
}

function appendLine(cell: HtmlElement, line: string): void {
  setContent(cell, `${writeContent(cell)}\n<br>\n${line}`);
}

/** Colons at the ends of a cell align it. As in the gem, what is aligned becomes plain text. */
function align(cell: HtmlElement): void {
  let text = contentOf(cell);
  const isLeft = LEFT.test(text);
  if (isLeft) text = text.replace(LEFT_COLON, '');
  const isRight = RIGHT.test(text);
  if (isRight) text = text.replace(RIGHT_COLON, '');
  if (!isLeft && !isRight) return;
  setText(cell, text.replaceAll('\\:', ':'));
  const alignment = `text-align: ${!isRight ? 'left' : isLeft ? 'center' : 'right'}`;
  const style = cell.attributes.get('style') ?? '';
  const isAligned = style.search(ALIGNMENT) !== -1;
  cell.attributes.set('style', isAligned ? style.replace(ALIGNMENT, alignment) : alignment);
}

function tooFewCells(): UttersonError {
  return new UttersonError('TooFewCells', 'A row of a table continues the one above it, but has fewer cells.', {
    hint: 'A backslash at the end of a row joins the next row with it, which must have as many cells.',
  });
}
