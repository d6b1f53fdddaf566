import { SPACE } from './characters.ts';
import type { Parser } from './parser.ts';
import type { Scanner } from './scanner.ts';

/**
 * What a block rule says: it took the text and moved on, it does not apply (and left everything as it was), or it found
 * the end tag of the HTML element whose blocks are being parsed.
 */
export type BlockResult = boolean | 'stop';

export interface BlockRule {
  readonly name: string;
  /** The characters its first line can start with, after up to three spaces; without it, any but space and tab. */
  readonly first?: string;
  readonly parse: (parser: Parser) => BlockResult;
}

export interface SpanRule {
  readonly name: string;
  /** The characters it can start with; without it, any character before a quote. */
  readonly first?: string;
  /** Takes the text and moves on, or leaves everything as it was and returns false. */
  readonly parse: (parser: Parser) => boolean;
}

const ASCII = 128;

/** For rules that can start with any character at all. */
export const ANY = Array.from({ length: ASCII + 1 }, (_, code) => String.fromCharCode(code)).join('');

const QUOTES = '"\'';

interface Rule {
  readonly first?: string;
}

/** For every ASCII character the rules that can start with it, in order; the last entry is for all other characters. */
function listByCharacter<R extends Rule>(rules: readonly R[], accepts: (rule: R, character: string) => boolean): R[][] {
  return Array.from({ length: ASCII + 1 }, (_, code) =>
    rules.filter((rule) => accepts(rule, code === ASCII ? '\u0080' : String.fromCharCode(code))),
  );
}

function entryFor<R>(lists: readonly R[][], code: number): readonly R[] {
  return lists[code < ASCII ? code : ASCII] ?? [];
}

/** The rules for blocks, in order, by the first character of a line. */
export class BlockRuleTable {
  private readonly lists: readonly BlockRule[][];

  constructor(rules: readonly BlockRule[]) {
    this.lists = listByCharacter(rules, (rule, character) =>
      rule.first === undefined ? character !== ' ' && character !== '\t' : rule.first.includes(character),
    );
  }

  startingAt(scanner: Scanner): readonly BlockRule[] {
    const { text, pos } = scanner;
    let index = pos;
    while (index < pos + 3 && text.charCodeAt(index) === SPACE) index++;
    return entryFor(this.lists, text.charCodeAt(index));
  }
}

/** The rules for spans, in order, by their first character. */
export class SpanRuleTable {
  private readonly lists: readonly SpanRule[][];
  /** 0 for characters of plain text, 1 where a rule can start, 2 for quotes, whose rule starts one character earlier. */
  private readonly classes = new Uint8Array(ASCII);

  constructor(rules: readonly SpanRule[]) {
    this.lists = listByCharacter(rules, (rule, character) => rule.first?.includes(character) ?? character !== '\\');
    const hasQuotes = rules.some((rule) => rule.first === undefined);
    for (const rule of rules) {
      for (const character of rule.first ?? '') this.classes[character.charCodeAt(0)] = 1;
    }
    // Where the text of a link ends.
    this.classes[']'.charCodeAt(0)] = 1;
    if (hasQuotes) for (const quote of QUOTES) this.classes[quote.charCodeAt(0)] = 2;
  }

  startingAt(text: string, index: number): readonly SpanRule[] {
    return entryFor(this.lists, text.charCodeAt(index));
  }

  /** Where the next span can start, at or after `start`. */
  nextStart(text: string, start: number): number {
    const { classes } = this;
    for (let index = start; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code >= ASCII) continue;
      const kind = classes[code];
      if (kind === 0) continue;
      return kind === 2 && index > start ? index - 1 : index;
    }
    return text.length;
  }
}
