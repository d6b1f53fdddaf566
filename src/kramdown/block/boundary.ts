import { findListEnd } from '../attribute-list.ts';
import { blankLineEnd, characterLength, isSpace, isWord, NEWLINE, SPACE } from '../characters.ts';
import { SPAN_ELEMENTS } from '../html/elements.ts';
import { nameEnd, skipSpaces } from '../html/tag.ts';
import type { Scanner } from '../scanner.ts';

/** The index after up to three spaces at the start of a line. */
export function skipIndent(text: string, at: number): number {
  let index = at;
  while (index < at + 3 && text.charCodeAt(index) === SPACE) index++;
  return index;
}

/** Whether the whole line is blank. */
function isBlankLine(text: string, at: number): boolean {
  return blankLineEnd(text, at) !== -1;
}

/** The end of the blank lines that start here; -1 if there are none. */
export function blankLinesEnd(text: string, at: number): number {
  let end = -1;
  let index = at;
  while (isSpace(text.charCodeAt(index))) {
    if (text.charCodeAt(index) === NEWLINE) end = index + 1;
    index++;
  }
  return end;
}

/** Whether the line is `^` alone, which ends a block. */
export function isEndOfBlock(text: string, at: number): boolean {
  return text[at] === '^' && blankLineEnd(text, at + 1) !== -1;
}

/** The text of an attribute list, and the index after its line. */
interface ListText {
  readonly content: string;
  readonly end: number;
}

/** The attribute list `{:…}` at a position, if it is no extension and the rest of its line is blank. */
export function readBlockIal(scanner: Scanner, at: number): ListText | undefined {
  const { text } = scanner;
  if (!text.startsWith('{:', at) || text[at + 2] === ':' || text[at + 2] === '/') return undefined;
  const close = findListEnd(scanner, at + 2, 'block list', (end) => end > at + 2 && blankLineEnd(text, end + 1) !== -1);
  return close === -1 ? undefined : { content: text.slice(at + 2, close), end: blankLineEnd(text, close + 1) };
}

/** Whether the name at a position is that of an element whose tags do not end a paragraph. */
function isSpanTag(text: string, at: number): boolean {
  let end = at;
  while (isWord(text, end)) end += characterLength(text, end);
  const name = text.slice(at, end);
  return SPAN_ELEMENTS.has(name) || name === 'script';
}

/** Whether a tag starts here that ends a paragraph: that of any element except the span-level ones. */
export function startsHtmlBlock(text: string, at: number): boolean {
  if (text[at] !== '<') return false;
  const isEndTag = text[at + 1] === '/';
  const start = isEndTag ? at + 2 : at + 1;
  const end = nameEnd(text, start);
  if (end === -1 || isSpanTag(text, start)) return false;
  return !isEndTag || text[skipSpaces(text, end)] === '>';
}

/** Whether the line at a position ends a text that continues lazily, without indentation or `>` of its own. */
export function endsLazyText(scanner: Scanner, at: number): boolean {
  const { text } = scanner;
  if (at >= text.length || isBlankLine(text, at)) return true;
  const start = skipIndent(text, at);
  switch (text[start]) {
    case '{':
      return readBlockIal(scanner, start) !== undefined;
    case '<':
      return startsHtmlBlock(text, start);
    case '^':
      return isEndOfBlock(text, at);
    default:
      return false;
  }
}

/** The same for Markdown without kramdown's attribute lists. */
export function endsLazyMarkdown(scanner: Scanner, at: number): boolean {
  const { text } = scanner;
  if (at >= text.length || isBlankLine(text, at) || isEndOfBlock(text, at)) return true;
  return startsHtmlBlock(text, skipIndent(text, at));
}

/** Whether a table or a formula may end before the line at the scanner's position. */
export function isBeforeBlockBoundary(scanner: Scanner, hasAttributeLists: boolean): boolean {
  const { text, pos } = scanner;
  if (pos >= text.length - 1 && (pos >= text.length || text[pos] === '\n')) return true;
  if (isBlankLine(text, pos) || isEndOfBlock(text, pos)) return true;
  return hasAttributeLists && readBlockIal(scanner, skipIndent(text, pos)) !== undefined;
}
