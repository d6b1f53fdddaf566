import { toText } from '../../util/values/inspect.ts';
import { strip, stripLeft, stripRight } from '../../util/values/ruby-text.ts';
import type { Context } from '../context.ts';
import { argumentText, type FilterFunction } from '../filter.ts';
import { Register } from '../register.ts';
import { CutText, type Replacement } from './cut-text.ts';

/** A filter that works on its input's `to_s`. */
export function onText(change: (text: string) => unknown): FilterFunction {
  return (input) => change(toText(input));
}

/** The same, but nil stays nil. */
export function onTextUnlessNil(change: (text: string) => unknown): FilterFunction {
  return (input) => (input === null || input === undefined ? undefined : change(toText(input)));
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '>': '&gt;',
  '<': '&lt;',
  '"': '&quot;',
  "'": '&#39;',
};
const ESCAPED_ONCE = /["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g;

function entityOf(character: string): string {
  return HTML_ENTITIES[character] ?? character;
}

/** Escapes like `CGI.escapeHTML`, but leaves existing entities alone. */
export function escapeOnce(text: string): string {
  return text.replace(ESCAPED_ONCE, entityOf);
}

/** Constructs that `strip_html` removes with their content: how each starts and ends. */
const REMOVED_BLOCKS = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
] as const;
const BLOCK_START = /<(?:script|!--|style)/g;

/** `strip_html`: scripts, comments and styles with their content, then every tag. */
export function stripHtml(text: string): string {
  return removeTags(removeBlocks(text));
}

function removeBlocks(text: string): string {
  if (text.search(BLOCK_START) === -1) return text;
  // After the last end tag, each further start would scan the whole rest in vain.
  const lastEnds = new Map<string, number>(REMOVED_BLOCKS.map(([start, end]) => [start, text.lastIndexOf(end)]));
  let output = '';
  let position = 0;
  BLOCK_START.lastIndex = 0;
  for (let match = BLOCK_START.exec(text); match !== null; match = BLOCK_START.exec(text)) {
    if ((lastEnds.get(match[0]) ?? -1) < BLOCK_START.lastIndex) continue;
    const end = findBlockEnd(text, match[0], BLOCK_START.lastIndex);
    output += text.slice(position, match.index);
    position = end;
    BLOCK_START.lastIndex = end;
  }
  return output + text.slice(position);
}

function findBlockEnd(text: string, start: string, from: number): number {
  const close = REMOVED_BLOCKS.find(([open]) => open === start)?.[1] ?? '';
  return text.indexOf(close, from) + close.length;
}

function removeTags(text: string): string {
  let output = '';
  let position = 0;
  for (let start = text.indexOf('<'); start !== -1; start = text.indexOf('<', position)) {
    const end = text.indexOf('>', start);
    if (end === -1) break;
    output += text.slice(position, start);
    position = end + 1;
  }
  return output + text.slice(position);
}

/** `strip`, `lstrip`, `rstrip`. */
export const stripFilters = { strip: onText(strip), lstrip: onText(stripLeft), rstrip: onText(stripRight) } as const;

export const append: FilterFunction = (input, args) => toText(input) + argumentText(args, 0);
export const prepend: FilterFunction = (input, args) => argumentText(args, 0) + toText(input);

/** `replace` and `remove`: every occurrence. */
export const replaceAll: FilterFunction = (input, args) => {
  const text = toText(input);
  const searched = argumentText(args, 0);
  const replacement = argumentText(args, 1);
  if (searched === '') return insertBetween(text, replacement);
  if (!replacement.includes('\\')) return replacePlainly(text, searched, replacement);
  return text.replaceAll(searched, (match, at: number) => expandReplacement(replacement, { text, match, at }));
};

/**
 * JavaScript gives `$` in a replacement string a meaning of its own, so such a replacement is passed as a function.
 * Layouts that compress HTML look for a hundred tags in each page, most of which it does not have: finding that out is
 * quicker than replacing nothing.
 */
function replacePlainly(text: string, searched: string, replacement: string): string {
  if (!text.includes(searched)) return text;
  return replacement.includes('$')
    ? text.replaceAll(searched, () => replacement)
    : text.replaceAll(searched, replacement);
}

/** `replace_first` and `remove_first`. */
export const replaceFirst: FilterFunction = (input, args, context) => {
  const text = toText(input);
  const match = argumentText(args, 0);
  const replacement = argumentText(args, 1);
  if (CutText.suits(text, match) && !replacement.includes('\\')) return cutFirst(text, { match, replacement }, context);
  const at = text.indexOf(match);
  if (at === -1) return text;
  const expanded = expandReplacement(replacement, { text, match, at });
  return text.slice(0, at) + expanded + text.slice(at + match.length);
};

/** The result of the last call in this render, which in a loop is the input of the next one. */
const LAST_CUT = new Register<CutText>('last cut');

function cutFirst(text: string, change: Replacement, context: Context): string {
  const last = context.registerIfGiven(LAST_CUT);
  const cut = (last?.text === text ? last : new CutText(text)).replaceFirst(change);
  if (cut === null) return text;
  context.setRegister(LAST_CUT, cut);
  return cut.text;
}

/** Ruby finds the empty string before every character and at the end. */
function insertBetween(text: string, replacement: string): string {
  let output = '';
  let at = 0;
  for (const character of text) {
    output += expandReplacement(replacement, { text, match: '', at }) + character;
    at += character.length;
  }
  return output + expandReplacement(replacement, { text, match: '', at });
}

interface Occurrence {
  readonly text: string;
  readonly match: string;
  readonly at: number;
}

const BACK_REFERENCE = /\\(?:[0-9&+`'\\]|k<[^>]*>)/g;

/** Ruby expands back-references in a replacement even where the search is for a plain string. */
function expandReplacement(replacement: string, { text, match, at }: Occurrence): string {
  if (!replacement.includes('\\')) return replacement;
  return replacement.replace(BACK_REFERENCE, (reference) => {
    const name = reference.slice(1);
    if (name === '0' || name === '&') return match;
    if (name === '`') return text.slice(0, at);
    if (name === "'") return text.slice(at + match.length);
    if (name === '\\') return '\\';
    if (name.startsWith('k')) throw new TypeError(`undefined group name reference: ${name.slice(2, -1)}`);
    return '';
  });
}
