import { escapePattern } from '../shared/escape-pattern.ts';
import { replaceAll } from '../shared/ruby-replace.ts';
import { findAttributeLists } from './attribute-lists.ts';
import { SPACES } from './lines.ts';
import { LiteralReplacer } from './literal-replacer.ts';
import type { Turn } from './processor.ts';

const PIPE = /(?<!\\)\|/;
const PIPES = new RegExp(PIPE, 'g');
const REFERENCE = new RegExp(`(\\[([^\\n]*)\\]:[${SPACES}]*([^${SPACES}]+(?:[${SPACES}]+"[^\\n]*?")?))`, 'y');
/** A bracket with nothing but white space before it on its line, which is looked at only where there is a bracket. */
const FIRST_BRACKET = /\[(?<=\n[ \t\r\f\v]*\[)/g;
/** The end of a row that continues in the next one: `\ |`. */
const ROW_END = new RegExp(`\\\\[${SPACES}]*(\\|[${SPACES}]*\\n)`, 'g');
const MATH = /((?<!\\)\${1,2})[^\n]*?\1/g;
/** What Markdown would read as markup, without a backslash that escapes it. */
const MARKUP = /(?<!(?<!\\)\\)(\*|\$|\[(?!\^)|\(|"|_)/g;

/** Changes the rows of tables in Markdown so that what this processor gives a meaning reaches the finished page. */
export function changeTableMarkdown(text: string, turn: Turn): string {
  const changed = escapeMarkup(escapeColons(escapePipes(continueRows(resolveReferences(text)))));
  turn.attributeLists.clear();
  for (const { name, list } of findAttributeLists(changed)) {
    if (name !== undefined) turn.attributeLists.set(name, (turn.attributeLists.get(name) ?? '') + list);
  }
  return changed;
}

/** The definitions of links: `[name]: /url "title"`. */
function findReferences(text: string): Map<string, string> {
  const references = new Map<string, string>();
  FIRST_BRACKET.lastIndex = 0;
  for (let bracket = FIRST_BRACKET.exec(text); bracket !== null; bracket = FIRST_BRACKET.exec(text)) {
    REFERENCE.lastIndex = bracket.index;
    const match = REFERENCE.exec(text);
    if (match === null) continue;
    references.set(match[2] ?? '', match[3] ?? '');
    FIRST_BRACKET.lastIndex = REFERENCE.lastIndex;
  }
  return references;
}

/** Replaces each row in the whole text: a text that is the same within another line is replaced too. */
function changeRows(text: string, change: (row: string) => string): string {
  const replacer = new LiteralReplacer(text, (character) => character === '\n');
  for (const row of text.split('\n')) {
    if (!PIPE.test(row)) continue;
    const changed = change(row);
    if (changed !== row) replacer.replace(row, changed);
  }
  return replacer.text;
}

/** Links in tables that refer to a definition get its address, because their brackets are escaped. */
function resolveReferences(text: string): string {
  const references = [...findReferences(text)].map(([name, value]) => ({
    name,
    named: new RegExp(`\\[([^\\n\\]]*?)\\][${SPACES}]*\\[${escapePattern(name)}\\]`, 'g'),
    bare: new RegExp(`\\[${escapePattern(name)}\\](?![${SPACES}]*\\([^\\n]*?\\))`, 'g'),
    value,
  }));
  if (references.length === 0) return text;
  return changeRows(text, (row) => {
    if (!row.includes('[')) return row;
    let changed = row;
    for (const { named, value } of references) changed = replaceAll(changed, named, `[\\1](${value})`);
    for (const { name, bare, value } of references) changed = replaceAll(changed, bare, `[${name}](${value})`);
    return changed;
  });
}

/** Takes the last pipe from a row that continues in the next one. */
function continueRows(text: string): string {
  let result = '';
  let done = 0;
  ROW_END.lastIndex = 0;
  for (let match = ROW_END.exec(text); match !== null; match = ROW_END.exec(text)) {
    const [source, tail = ''] = match;
    const start = Math.max(done, text.lastIndexOf('\n', match.index - 1) + 1);
    if (PIPE.test(text.slice(start, match.index))) {
      result += `${text.slice(done, match.index + source.length - tail.length)}\n`;
      done = ROW_END.lastIndex;
    } else ROW_END.lastIndex = match.index + 1;
  }
  return result + text.slice(done);
}

/** Of pipes in a row all but the last stand for a cell that reaches into the next columns. */
const escapePipes = (text: string): string => text.replace(/\|(?=\|)/g, '\\|');

/** A second backslash before escaped colons keeps the first one. */
function escapeColons(text: string): string {
  if (!text.includes('\\:')) return text;
  return text
    .split('\n')
    .map((line) => escapeColonsAfterPipes(escapeColonsBeforePipes(line)))
    .join('\n');
}

const lastPipe = (line: string): number => {
  let at = line.lastIndexOf('|');
  while (at > 0 && line[at - 1] === '\\') at = line.lastIndexOf('|', at - 1);
  return at;
};

function escapeColonsBeforePipes(line: string): string {
  const end = lastPipe(line);
  return end === -1 ? line : line.slice(0, end).replaceAll('\\:', '\\\\:') + line.slice(end);
}

/** Only the first colon after each pipe, counted from the last one that was escaped. */
function escapeColonsAfterPipes(line: string): string {
  let result = '';
  let done = 0;
  for (const { index } of line.matchAll(PIPES)) {
    if (index < done) continue;
    const colon = line.indexOf('\\:', index + 1);
    if (colon === -1) break;
    result += `${line.slice(done, colon)}\\\\:`;
    done = colon + 2;
  }
  return result + line.slice(done);
}

function escapeMarkup(text: string): string {
  return changeRows(text, (row) => (PIPE.test(row.replace(MATH, '')) ? row.replace(MARKUP, '\\\\$1') : row));
}
