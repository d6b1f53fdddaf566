import { isDigit } from '../characters.ts';
import { skipIndent } from './boundary.ts';

export type ListKind = 'ul' | 'ol' | 'dl';

/** The first line of an item: its marker, and the rest of the line. */
interface MarkedLine {
  /** Includes the spaces before it. */
  readonly marker: string;
  readonly content: string;
  readonly end: number;
}

const MARKS: Readonly<Record<ListKind, RegExp>> = { ul: /[+*-]/y, ol: /\d+\./y, dl: /:/y };

/** Reads the marker of an item that is indented by at most `maxIndent` spaces and followed by a blank (or a `|`). */
export function readMarker(text: string, at: number, kind: ListKind, maxIndent = 3): MarkedLine | undefined {
  let start = at;
  while (start < at + maxIndent && text[start] === ' ') start++;
  const mark = MARKS[kind];
  mark.lastIndex = start;
  if (!mark.test(text)) return undefined;
  const next = text[mark.lastIndex];
  if (next !== ' ' && next !== '\t' && next !== '|') return undefined;
  const newline = text.indexOf('\n', mark.lastIndex);
  if (newline === -1) return undefined;
  const { lastIndex } = mark;
  return { marker: text.slice(at, lastIndex), content: text.slice(lastIndex, newline + 1), end: newline + 1 };
}

/** Whether an item of a list, ordered or not, starts at a line. */
export function startsList(text: string, at: number): boolean {
  const start = skipIndent(text, at);
  const code = text.charCodeAt(start);
  if (code === 42 || code === 43 || code === 45) return readMarker(text, at, 'ul') !== undefined;
  return isDigit(code) && readMarker(text, at, 'ol') !== undefined;
}
