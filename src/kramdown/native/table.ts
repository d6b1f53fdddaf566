import { type Alignment, Element } from '../element.ts';
import { BLOCK_ELEMENTS } from '../html/elements.ts';
import { becomeNative } from './become-native.ts';

const isCell = ({ value }: Element): boolean => value === 'th' || value === 'td';

/** All matching descendants of an element, not looking inside those found. */
function findAll(element: Element, matches: (element: Element) => boolean): Element[] {
  return element.children.flatMap((child) => (matches(child) ? [child] : findAll(child, matches)));
}

function hasNoBlocks(element: Element): boolean {
  return element.children.every(
    (child) => (child.kind === 'text' || !BLOCK_ELEMENTS.has(child.value)) && hasNoBlocks(child),
  );
}

const isRow = ({ value }: Element): boolean => value === 'tr';

const ALIGNMENT = /text-align:[ \t\n\v\f\r]+(center|left|right|justify|inherit)/;

/** The alignments of a row's cells; undefined if one of them has no counterpart in kramdown's tables. */
function alignmentsOf(row: Element): string | undefined {
  const names = row.children.filter(isCell).map((cell) => ALIGNMENT.exec(cell.attributes.get('style') ?? '')?.[1]);
  return names.includes('justify') || names.includes('inherit') ? undefined : names.join(',');
}

function hasRowsOf(section: Element, name: string): boolean {
  return section.children.every(
    (row) =>
      (row.value === 'tr' || row.kind === 'text') &&
      row.children.every((cell) => cell.value === name || cell.kind === 'text'),
  );
}

function hasSections({ children }: Element): boolean {
  const isFine = (section: Element): boolean =>
    section.kind === 'text' ||
    (section.value === 'thead' && hasRowsOf(section, 'th')) ||
    ((section.value === 'tfoot' || section.value === 'tbody') && hasRowsOf(section, 'td'));
  return children.every(isFine) && children.some(({ value }) => value === 'tbody');
}

/** Whether a table can become one of kramdown's: no blocks in its cells, all rows of the same length and alignment. */
function isSimple(table: Element): boolean {
  if (!findAll(table, isCell).every(hasNoBlocks)) return false;
  const rows = findAll(table, isRow);
  const counts = new Set(rows.map((row) => row.children.filter(isCell).length));
  counts.delete(0);
  if (counts.size !== 1) return false;
  const alignments = new Set(rows.map(alignmentsOf));
  if (alignments.size !== 1 || alignments.has(undefined)) return false;
  return hasRowsOf(table, 'td') || hasSections(table);
}

const isAlignment = (name: string | undefined): name is Alignment =>
  name === 'left' || name === 'right' || name === 'center';

/** Removes the alignment from a cell's `style` and returns it. */
function takeAlignment(cell: Element): Alignment {
  const style = cell.attributes.get('style');
  if (typeof style !== 'string') return 'default';
  const match = /(?:;[ \t\n\v\f\r]*)?text-align:[ \t\n\v\f\r]+(center|left|right)/.exec(style);
  const rest = match === null ? style : style.replace(match[0], '');
  if (rest.trim() === '') cell.attributes.delete('style');
  else cell.attributes.set('style', rest);
  return isAlignment(match?.[1]) ? match[1] : 'default';
}

/** kramdown's tree has only `td`; the writer makes `th` of those in the head. */
function unifyCells(element: Element): void {
  if (element.kind === 'th') element.kind = 'td';
  else for (const child of element.children) unifyCells(child);
}

/** Turns a `<table>` into one of kramdown's if it is simple enough; returns whether it did. */
export function convertTable(table: Element, convertChildren: (element: Element) => void): boolean {
  if (!isSimple(table)) return false;
  table.children = table.children.filter(({ kind }) => kind !== 'text');
  convertChildren(table);
  becomeNative(table, 'table');
  for (const row of findAll(table, ({ kind }) => kind === 'tr')) {
    table.options = { alignment: row.children.map(takeAlignment) };
  }
  table.children = table.children.filter(({ kind }) => kind !== 'html_element');
  unifyCells(table);
  if (table.children[0]?.kind === 'tr') {
    const body = new Element('tbody');
    body.children = table.children;
    table.children = [body];
  }
  return true;
}
