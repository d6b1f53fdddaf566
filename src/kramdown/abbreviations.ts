import { Element, isSpan } from './element.ts';
import type { AbbreviationDefinition } from './parser.ts';

type Definitions = ReadonlyMap<string, AbbreviationDefinition>;

/** The definition of an abbreviation, in whose occurrences any white space may stand for a space. */
export function findAbbreviation(definitions: Definitions, name: string): AbbreviationDefinition | undefined {
  return definitions.get(name) ?? definitions.get(name.replace(/[ \t\n\v\f\r\p{Z}]+/gu, ' '));
}

interface Patterns {
  /** Sticky: any name. */
  readonly name: RegExp;
  /** Sticky: any name that ends at the end of a word. */
  readonly wholeName: RegExp;
  /** The character before the next name that stands as a whole word. */
  readonly beforeName: RegExp;
}

function escapeName(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '[ \\t\\n\\v\\f\\r\\p{Z}]+');
}

function compile(definitions: Definitions): Patterns {
  const names = [...definitions.keys()].sort((a, b) => [...b].length - [...a].length);
  const union = `(?:${names.map(escapeName).join('|')})`;
  return {
    name: new RegExp(union, 'uy'),
    wholeName: new RegExp(`${union}(?![A-Za-z0-9_])`, 'uy'),
    beforeName: new RegExp(`[^A-Za-z0-9_](?=${union}(?![A-Za-z0-9_]))`, 'gu'),
  };
}

interface Occurrence {
  readonly start: number;
  readonly end: number;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * The next name that stands as a whole word at or after a position; the position itself counts as the start of a word.
 */
function findNext(text: string, from: number, patterns: Patterns): Occurrence | undefined {
  if (matchEnd(patterns.wholeName, text, from) !== -1) {
    return { start: from, end: matchEnd(patterns.name, text, from) };
  }
  patterns.beforeName.lastIndex = from;
  const match = patterns.beforeName.exec(text);
  if (match === null) return undefined;
  // The character before may itself be where a name starts, one that begins with punctuation.
  const direct = matchEnd(patterns.name, text, match.index);
  if (direct !== -1) return { start: match.index, end: direct };
  const start = match.index + match[0].length;
  return { start, end: matchEnd(patterns.name, text, start) };
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

/** Replaces the words of a text that are defined as abbreviations with abbreviation elements. */
export class AbbreviationReplacer {
  private readonly patterns: Patterns;

  constructor(definitions: Definitions) {
    this.patterns = compile(definitions);
  }

  /** Replaces abbreviations in the text of a block and its spans. */
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
