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
  /** What it can start with: a character, or two. Without it, any character before a quote. */
  readonly starts?: readonly string[];
  /** Takes the text and moves on, or leaves everything as it was and returns false. */
  readonly parse: (parser: Parser) => boolean;
}

const ASCII = 128;

/** For rules that can start with any character at all. */
export const ANY = Array.from({ length: ASCII + 1 }, (_, code) => String.fromCharCode(code)).join('');

const QUOTES = '"\'';

/** For every ASCII character the rules that can start with it, in order; the last list is for all other characters. Each is made when it is first asked for. */
class RuleLists<R> {
  private readonly lists: (readonly R[] | undefined)[] = Array.from({ length: ASCII + 1 }, () => undefined);
  private readonly rules: readonly R[];
  private readonly accepts: (rule: R, character: string) => boolean;

  constructor(rules: readonly R[], accepts: (rule: R, character: string) => boolean) {
    this.rules = rules;
    this.accepts = accepts;
  }

  /** @param code not a number behind the end of a text, where the rules of other characters may start */
  at(code: number): readonly R[] {
    const place = code < ASCII ? code : ASCII;
    return this.lists[place] ?? this.make(place);
  }

  private make(place: number): readonly R[] {
    const character = String.fromCharCode(place);
    const list = this.rules.filter((rule) => this.accepts(rule, character));
    this.lists[place] = list;
    return list;
  }
}

/** The rules for blocks, in order, by the first character of a line. */
export class BlockRuleTable {
  private readonly lists: RuleLists<BlockRule>;

  constructor(rules: readonly BlockRule[]) {
    this.lists = new RuleLists(rules, (rule, character) =>
      rule.first === undefined ? character !== ' ' && character !== '\t' : rule.first.includes(character),
    );
  }

  startingAt(scanner: Scanner): readonly BlockRule[] {
    const { text, pos } = scanner;
    let index = pos;
    while (index < pos + 3 && text.charCodeAt(index) === SPACE) index++;
    return this.lists.at(text.charCodeAt(index));
  }
}

/** What a character of the text means for the search for the next span. */
const TEXT = 0;
const START = 1;
/** A start only before certain characters. */
const START_OF_PAIR = 2;
/** A quote, whose rule starts one character earlier. */
const QUOTE = 3;

/** The rules for spans, in order, by their first character. */
export class SpanRuleTable {
  private readonly lists: RuleLists<SpanRule>;
  private readonly classes = new Uint8Array(ASCII);
  /** For characters that start a pair, the characters that end it. */
  private readonly followers: (Uint8Array | undefined)[] = Array.from({ length: ASCII }, () => undefined);

  constructor(rules: readonly SpanRule[]) {
    this.lists = new RuleLists(rules, ({ starts }, character) =>
      starts === undefined ? character !== '\\' : starts.some((start) => start.startsWith(character)),
    );
    for (const { starts = [] } of rules) for (const start of starts) this.addStart(start);
    // Where the text of a link ends.
    this.addStart(']');
    if (rules.some(({ starts }) => starts === undefined)) {
      for (const quote of QUOTES) this.classes[quote.charCodeAt(0)] = QUOTE;
    }
  }

  private addStart(start: string): void {
    const code = start.charCodeAt(0);
    if (start.length === 1) {
      this.classes[code] = START;
      return;
    }
    if (this.classes[code] === TEXT) this.classes[code] = START_OF_PAIR;
    const followers = this.followers[code] ?? new Uint8Array(ASCII);
    followers[start.charCodeAt(1)] = 1;
    this.followers[code] = followers;
  }

  startingAt(text: string, index: number): readonly SpanRule[] {
    return this.lists.at(text.charCodeAt(index));
  }

  /** Where the next span can start, at or after `start`. */
  nextStart(text: string, start: number): number {
    const { classes, followers } = this;
    const { length } = text;
    for (let index = start; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code >= ASCII) continue;
      const kind = classes[code];
      if (kind === TEXT) continue;
      if (kind === START) return index;
      if (kind === QUOTE) return index > start ? index - 1 : index;
      if (followers[code]?.[text.charCodeAt(index + 1)] === 1) return index;
    }
    return length;
  }
}
