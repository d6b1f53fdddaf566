import { SPACE } from './characters.ts';
import type { Parser } from './parser.ts';
import type { Scanner } from './scanner.ts';

/**
 * The result of a block rule: `true` if it consumed text, `false` if it does not apply (and changed nothing), `stop` if
 * it found the end tag of the HTML element whose blocks are being parsed.
 */
export type BlockResult = boolean | 'stop';

/** A rule that parses one kind of block. */
export interface BlockRule {
  readonly name: string;
  /** The characters its first line can start with, after up to three spaces; by default any except space and tab. */
  readonly first?: string;
  readonly parse: (parser: Parser) => BlockResult;
}

/** A rule that parses one kind of span. */
export interface SpanRule {
  readonly name: string;
  /** What it can start with, one or two characters each; without `starts`, any character before a quote. */
  readonly starts?: readonly string[];
  /** Consumes text, or changes nothing and returns false. */
  readonly parse: (parser: Parser) => boolean;
}

const ASCII = 128;

/** The `first` of rules that can start with any character at all; the last one stands for everything beyond ASCII. */
export const ANY = Array.from({ length: ASCII + 1 }, (_, code) => String.fromCharCode(code)).join('');

const QUOTES = '"\'';

/**
 * The rules that can start with each ASCII character, in order; one more list is for all others. Lists are made on
 * demand.
 */
class RuleLists<R> {
  private readonly lists: (readonly R[] | undefined)[] = Array.from({ length: ASCII + 1 }, () => undefined);
  private readonly rules: readonly R[];
  private readonly accepts: (rule: R, character: string) => boolean;

  constructor(rules: readonly R[], accepts: (rule: R, character: string) => boolean) {
    this.rules = rules;
    this.accepts = accepts;
  }

  /** @param code NaN at the end of a text, which counts as a character beyond ASCII */
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

/** The classes of characters, for finding the next span: this one starts none. */
const TEXT = 0;
/** Starts a span. */
const START = 1;
/** Starts a span only before certain characters. */
const START_OF_PAIR = 2;
/** A quote: its span starts one character earlier. */
const QUOTE = 3;

/** The rules for spans, in order, by their first character. */
export class SpanRuleTable {
  private readonly lists: RuleLists<SpanRule>;
  private readonly classes = new Uint8Array(ASCII);
  /** For each START_OF_PAIR, the characters that complete the pair. */
  private readonly followers: (Uint8Array | undefined)[] = Array.from({ length: ASCII }, () => undefined);

  constructor(rules: readonly SpanRule[]) {
    this.lists = new RuleLists(rules, ({ starts }, character) =>
      starts === undefined ? character !== '\\' : starts.some((start) => start.startsWith(character)),
    );
    for (const { starts = [] } of rules) for (const start of starts) this.addStart(start);
    // No rule starts with it, but the text of a link ends with it.
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

  /** The next index, at or after `start`, at which a span can start; the length of the text if there is none. */
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
