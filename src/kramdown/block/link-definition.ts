import { isSpace } from '../characters.ts';
import type { BlockRule } from '../dispatch.ts';
import { normalizeLinkId } from '../link-id.ts';
import type { Parser } from '../parser.ts';
import { skipIndent } from './boundary.ts';

interface Title {
  readonly title: string | undefined;
  readonly end: number;
}

interface Target extends Title {
  readonly url: string;
  readonly isBracketed: boolean;
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

function skipBlanks(text: string, at: number): number {
  let index = at;
  while (isBlank(text[index])) index++;
  return index;
}

/** The end of a line's text, without trailing blanks. */
function textEnd(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && isBlank(text[end - 1])) end--;
  return end;
}

/** A quoted title that extends from `start` to the end of the line. */
function readTitle(text: string, start: number, lineEnd: number): Title | undefined {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = textEnd(text, start, lineEnd);
  if (text[end - 1] !== quote || end - 1 < start + 2) return undefined;
  return { title: text.slice(start + 1, end - 1), end: lineEnd + 1 };
}

/** Reads what may follow the URL: nothing, or a title, on the same line after a blank or on the next line. */
function readRest(text: string, at: number, lineEnd: number): Title | undefined {
  const start = skipBlanks(text, at);
  if (start < lineEnd) return start > at ? readTitle(text, start, lineEnd) : undefined;
  const nextEnd = text.indexOf('\n', lineEnd + 1);
  const next = nextEnd === -1 ? undefined : readTitle(text, skipBlanks(text, lineEnd + 1), nextEnd);
  return next ?? { title: undefined, end: lineEnd + 1 };
}

/** `<url>`: ends at the first `>` after which the rest of the line is valid. */
function readBracketed(text: string, start: number, lineEnd: number): Target | undefined {
  if (text[start] !== '<') return undefined;
  for (let close = text.indexOf('>', start); close !== -1 && close < lineEnd; close = text.indexOf('>', close + 1)) {
    const rest = readRest(text, close + 1, lineEnd);
    if (rest !== undefined) return { url: text.slice(start + 1, close), isBracketed: true, ...rest };
  }
  return undefined;
}

/** A URL without brackets: the shortest one that leaves a title after it, or the whole line. */
function readBare(text: string, start: number, lineEnd: number): Target | undefined {
  let first = start;
  while (isSpace(text.charCodeAt(first)) && first < lineEnd) first++;
  if (first >= lineEnd) return undefined;
  const end = textEnd(text, first, lineEnd);
  const last = text[end - 1];
  for (let at = first + 1; at < end && (last === '"' || last === "'"); at++) {
    if (!isBlank(text[at])) continue;
    const quote = skipBlanks(text, at);
    const rest = text[quote] === last ? readTitle(text, quote, lineEnd) : undefined;
    if (rest !== undefined) return { url: text.slice(start, at), isBracketed: false, ...rest };
    at = quote - 1;
  }
  const rest = readRest(text, end, lineEnd);
  return rest === undefined ? undefined : { url: text.slice(start, end), isBracketed: false, ...rest };
}

const ID = /\[([^\n\]]+)\]:[ \t]*/y;

function parseLinkDefinition(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const { text, pos } = scanner;
  ID.lastIndex = skipIndent(text, pos);
  const match = ID.exec(text);
  const lineEnd = text.indexOf('\n', ID.lastIndex);
  if (match === null || lineEnd === -1) return false;
  const start = ID.lastIndex;
  const target = readBracketed(text, start, lineEnd) ?? readBare(text, start, lineEnd);
  if (target === undefined || (!target.isBracketed && /[ \t]["']/.test(target.url))) return false;
  scanner.pos = target.end;
  const id = normalizeLinkId(match[1] ?? '');
  const { line } = scanner;
  if (parser.links.has(id)) {
    parser.warn(() => `Duplicate link ID '${id}' on line ${line} - overwriting`);
  }
  const element = parser.newBlock('eob', 'link_def');
  tree.append(element);
  parser.links.set(id, { url: target.url, title: target.title, element });
  return true;
}

/** `[id]: url "title"` */
export const linkDefinition: BlockRule = { name: 'link_definition', first: '[', parse: parseLinkDefinition };
