import { Element, isSpan } from './element.ts';
import type { AbbreviationDefinition } from './parser.ts';

type Definitions = ReadonlyMap<string, AbbreviationDefinition>;

/** The definition of a name; spaces in it may be written as any spaces. */
export function findAbbreviation(definitions: Definitions, name: string): AbbreviationDefinition | undefined {
  return definitions.get(name) ?? definitions.get(name.replace(/[ \t\n\v\f\r\p{Z}]+/gu, ' '));
}

interface Patterns {
  /** The names, at a position. */
  readonly here: RegExp;
  /** The names at a position, as words. */
  readonly wordHere: RegExp;
  /** A name as a word behind a character that is part of none. */
  readonly behind: RegExp;
}

function escapeName(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '[ \\t\\n\\v\\f\\r\\p{Z}]+');
}

function compile(definitions: Definitions): Patterns {
  const names = [...definitions.keys()].sort((a, b) => [...b].length - [...a].length);
  const union = `(?:${names.map(escapeName).join('|')})`;
  return {
    here: new RegExp(union, 'uy'),
    wordHere: new RegExp(`${union}(?![A-Za-z0-9_])`, 'uy'),
    behind: new RegExp(`[^A-Za-z0-9_](?=${union}(?![A-Za-z0-9_]))`, 'gu'),
  };
}

interface Found {
  readonly start: number;
  readonly end: number;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The next name that stands as a word, at or after a position; the position itself counts as the start of a word. */
function findNext(text: string, from: number, patterns: Patterns): Found | undefined {
  if (matchEnd(patterns.wordHere, text, from) !== -1) return { start: from, end: matchEnd(patterns.here, text, from) };
  patterns.behind.lastIndex = from;
  const match = patterns.behind.exec(text);
  if (match === null) return undefined;
  // A name that starts with a character that is part of no word may match there already.
  const direct = matchEnd(patterns.here, text, match.index);
  if (direct !== -1) return { start: match.index, end: direct };
  const start = match.index + match[0].length;
  return { start, end: matchEnd(patterns.here, text, start) };
}

function splitText(element: Element, patterns: Patterns): Element[] {
  const { value: text } = element;
  const parts: Element[] = [];
  let from = 0;
  for (let next = findNext(text, from, patterns); next !== undefined; next = findNext(text, from, patterns)) {
    parts.push(new Element('text', text.slice(from, next.start)));
    parts.push(new Element('abbreviation', text.slice(next.start, next.end)));
    from = next.end;
  }
  if (parts.length === 0) return [element];
  parts.push(new Element('text', text.slice(from)));
  return parts;
}

/** Puts abbreviation elements in the place of the words that are defined as such. */
export class AbbreviationReplacer {
  private readonly patterns: Patterns;

  constructor(definitions: Definitions) {
    this.patterns = compile(definitions);
  }

  /** Replaces them in the text of a block and its spans. */
  replaceIn(element: Element): void {
    if (element.children.length === 0) return;
    const isRaw = element.options.contentModel === 'raw';
    element.children = element.children.flatMap((child) => {
      if (child.kind === 'text' && !isRaw) return splitText(child, this.patterns);
      if (isSpan(child)) this.replaceIn(child);
      return [child];
    });
  }
}
