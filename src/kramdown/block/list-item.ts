import { AttributeList, findListEnd, readAttributeList } from '../attribute-list.ts';
import { isSpace } from '../characters.ts';
import type { Element } from '../element.ts';
import { skipSpaces } from '../html/tag.ts';
import type { Parser } from '../parser.ts';
import { Scanner } from '../scanner.ts';
import { readBlockIal, startsHtmlBlock } from './boundary.ts';

const TAB_WIDTH = 4;

interface ItemIal {
  readonly content: string;
  readonly end: number;
}

const DEFINITION_OR_EXTENSION = /(?:\w[\w-]*)?:|\//y;

/** An attribute list at the start of an item's text, neither a definition nor an extension, with the spaces around it. */
function readItemIal(text: string): ItemIal | undefined {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start++;
  if (!text.startsWith('{:', start)) return undefined;
  DEFINITION_OR_EXTENSION.lastIndex = start + 2;
  if (DEFINITION_OR_EXTENSION.test(text)) return undefined;
  const close = findListEnd(new Scanner(text), start + 2, 'item', (end) => end > start + 2);
  if (close === -1) return undefined;
  let end = close + 1;
  while (isSpace(text.charCodeAt(end))) end++;
  return { content: text.slice(start + 2, close), end };
}

/** Applies the attribute list at the start of an item's text to the item, and returns the text after it. */
export function takeItemIal(parser: Parser, item: Element, text: string): string {
  if (!parser.dialect.hasAttributeLists) return text;
  const ial = readItemIal(text);
  if (ial === undefined) return text;
  item.ial ??= new AttributeList();
  if (!readAttributeList(ial.content, item.ial)) {
    parser.warn(() => `No or invalid attributes found in IAL/ALD content: ${ial.content}`);
  }
  return text.slice(ial.end);
}

/** Expands the tabs at the start of a text that begins in the given column. */
function expandTabs(text: string, column: number): string {
  let expanded = text;
  while (expanded.includes('\t')) {
    const match = /^( *)(\t+)/.exec(expanded);
    if (match === null) break;
    const [whole, spaces = '', tabs = ''] = match;
    const width = TAB_WIDTH - ((spaces.length + column) % TAB_WIDTH) + (tabs.length - 1) * TAB_WIDTH;
    expanded = spaces + ' '.repeat(width) + expanded.slice(whole.length);
  }
  return expanded;
}

/** The first line of an item, without its marker. */
interface FirstLine {
  readonly text: string;
  /** How far the item's other lines have to be indented. */
  readonly indentation: number;
}

/** Reads the first line of an item after a marker of the given width. */
export function readFirstLine(markerWidth: number, content: string): FirstLine {
  let text = content;
  let indentation = TAB_WIDTH;
  const isEmpty = skipSpaces(content, readItemIal(content)?.end ?? 0) === content.length;
  if (!isEmpty) {
    text = expandTabs(content, markerWidth);
    indentation = markerWidth + countSpaces(text);
  }
  return { text: text.slice(skipSpaces(text, 0)), indentation };
}

function countSpaces(text: string): number {
  let count = 0;
  while (text[count] === ' ') count++;
  return count;
}

/** Whether a line is indented far enough to belong to the item, and not blank. */
function isItemContent(text: string, at: number, indentation: number): boolean {
  const levels = Math.floor(indentation / TAB_WIDTH);
  const start = skipLevels(text, at, levels);
  if (start === -1) return false;
  const rest = indentation % TAB_WIDTH;
  if (countSpacesFrom(text, start, rest) === rest && hasText(text, start + rest)) return true;
  const deeper = skipLevels(text, start, 1);
  return deeper !== -1 && hasText(text, deeper);
}

/** The index after this number of levels, each a tab or four spaces; -1 if there are fewer. */
function skipLevels(text: string, at: number, levels: number): number {
  let index = at;
  for (let level = 0; level < levels; level++) {
    if (text[index] === '\t') index++;
    else if (text.startsWith('    ', index)) index += TAB_WIDTH;
    else return -1;
  }
  return index;
}

function countSpacesFrom(text: string, at: number, limit: number): number {
  let count = 0;
  while (count < limit && text[at + count] === ' ') count++;
  return count;
}

/** Whether the rest of the line is not blank and ends in a newline. */
function hasText(text: string, at: number): boolean {
  let index = at;
  while (isSpace(text.charCodeAt(index))) {
    if (text[index] === '\n') return false;
    index++;
  }
  return text.indexOf('\n', index) !== -1;
}

/** Whether a line continues the item's text although it is not indented. */
function isLazyContent(scanner: Scanner, at: number, indentation: number): boolean {
  const { text } = scanner;
  if (!hasText(text, at)) return false;
  const start = at + countSpacesFrom(text, at, Math.min(indentation, 3));
  return !startsHtmlBlock(text, start) && readBlockIal(scanner, start) === undefined;
}

interface ItemLine {
  readonly text: string;
  readonly isIndented: boolean;
}

/** Removes the item's indentation from a line, whose leading tabs become spaces. */
function removeIndentation(line: string, indentation: number): ItemLine {
  const text = line.startsWith('\t') ? line.replace(/^\t+/, (tabs) => ' '.repeat(TAB_WIDTH * tabs.length)) : line;
  const isIndented = countSpacesFrom(text, 0, indentation) === indentation;
  return { text: isIndented ? text.slice(indentation) : text, isIndented };
}

/** Takes the line at the scanner's position, if it belongs to the item or continues its text lazily. */
export function takeItemLine(scanner: Scanner, indentation: number, isAfterBlank: boolean): ItemLine | undefined {
  const { text, pos } = scanner;
  if (!isItemContent(text, pos, indentation) && (isAfterBlank || !isLazyContent(scanner, pos, indentation))) {
    return undefined;
  }
  scanner.pos = scanner.lineEnd();
  return removeIndentation(text.slice(pos, scanner.pos), indentation);
}
