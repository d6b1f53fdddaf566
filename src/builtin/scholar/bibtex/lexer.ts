import { strip } from '../../../plugin/plugin.ts';
import { Scanner } from '../../shared/scanner.ts';

/** The kinds of tokens. `error` stands for an object that could not be read. */
export type TokenKind =
  | 'at'
  | 'comma'
  | 'comment'
  | 'content'
  | 'end'
  | 'equals'
  | 'error'
  | 'key'
  | 'left-brace'
  | 'literal'
  | 'meta'
  | 'name'
  | 'number'
  | 'preamble'
  | 'right-brace'
  | 'sharp'
  | 'string';

/** A piece of BibTeX: a sign, a word, or the text between braces. */
export interface Token {
  readonly kind: TokenKind;
  text: string;
  /** The offset of its beginning, in UTF-16 code units. */
  readonly at: number;
}

/** Something that is no BibTeX, because of which an object is left out. */
export interface LexicalProblem {
  readonly what: string;
  /** In UTF-16 code units from the beginning of the file. */
  readonly at: number;
}

/** How lenient the reader is, by the setting `bibtex_options`. */
export interface LexerOptions {
  /** Whether an object may begin anywhere, and not only at the beginning of a line. */
  readonly isStrict: boolean;
  /** Whether line breaks in values become blanks. */
  readonly strips: boolean;
  /** Whether an object need not have a key. */
  readonly allowsMissingKeys: boolean;
}

const LEFT_BRACE = /[ \t-\r]*\{/y;
const RIGHT_BRACE = /[ \t-\r]*\}[ \t-\r]*/y;
const EQUALS = /[ \t-\r]*=[ \t-\r]*/y;
const COMMA = /[ \t-\r]*,[ \t-\r]*/y;
const NUMBER = /\p{Nd}+/uy;
const NAME = /[\p{Alphabetic}\p{Nd}/:_!$?.%+&*-]+/uy;
const QUOTE = /[ \t-\r]*"/y;
const SHARP = /[ \t-\r]*#[ \t-\r]*/y;
const OBJECT = /@/y;
const SPACE = /[ \t-\r]+/y;
const ENTRY = /[a-z\d:_!.$%&*-]+/iy;
const KEY = /[ \t-\r]*[\p{Alphabetic}\p{Nd} /:_!$?.%+;&*'"{}-]+,/uy;
const OPTIONAL_KEY = /[ \t-\r]*[\p{Alphabetic}\p{Nd} /:_!$?.%+;&*'"-]*,/uy;
const STRING = /string/iy;
const COMMENT = /comment\b/iy;
const PREAMBLE = /preamble\b/iy;
const NEXT_STRICT = /@[\t ]*/g;
const NEXT = /(?:^|\n)[\t ]*@[\t ]*/gm;
const BRACE = /[{}]/g;
const UNQUOTE = /[{}"]/g;

/** What stands between the parts of an object; the first that matches is taken. */
const PARTS: readonly (readonly [RegExp, TokenKind])[] = [
  [EQUALS, 'equals'],
  [COMMA, 'comma'],
  [NUMBER, 'number'],
  [NAME, 'name'],
];

const KEYWORDS: readonly (readonly [RegExp, TokenKind])[] = [
  [STRING, 'string'],
  [PREAMBLE, 'preamble'],
  [COMMENT, 'comment'],
];

/**
 * Splits BibTeX into tokens, as bibtex-ruby does: an object in which something unexpected stands becomes one token
 * `error`, and is left out later.
 */
export class Lexer extends Scanner {
  readonly #options: LexerOptions;
  readonly #tokens: Token[] = [];
  readonly problems: LexicalProblem[] = [];
  #depth = 0;
  #mode: 'meta' | 'object' | 'content' | 'literal' = 'meta';
  #isComment = false;

  constructor(source: string, options: LexerOptions) {
    super(source);
    this.#options = options;
  }

  read(): readonly Token[] {
    while (!this.isAtEnd) {
      if (this.#mode === 'meta') this.#readMeta();
      else if (this.#mode === 'object') this.#readObject();
      else if (this.#mode === 'content') this.#readContent();
      else this.#readLiteral();
    }
    this.#push('end', '', this.at);
    return this.#tokens;
  }

  /** The text up to and including the next match; undefined if there is none. */
  #takeUntil(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match === null) return undefined;
    const start = this.at;
    this.at = match.index + match[0].length;
    return this.source.slice(start, this.at);
  }

  #push(kind: TokenKind, text: string, at: number): void {
    const isText = kind === 'content' || kind === 'literal';
    const own = isText && this.#options.strips && !this.#isComment ? text.replace(/\n[ \t-\r]*/g, ' ') : text;
    const last = this.#tokens.at(-1);
    if (isText && last?.kind === kind) last.text += own;
    else this.#tokens.push({ kind, text: own, at });
  }

  #readMeta(): void {
    const start = this.at;
    const text = this.#takeUntil(this.#options.isStrict ? NEXT_STRICT : NEXT);
    if (text === undefined) {
      this.at = this.source.length;
      this.#push('meta', this.source.slice(start), start);
      return;
    }
    this.#push('meta', text.slice(0, -1), start);
    this.#enterObject();
  }

  #enterObject(): void {
    this.#depth = 0;
    const start = this.at;
    this.#push('at', '@', Math.max(0, this.source.lastIndexOf('@', start - 1)));
    const keyword = KEYWORDS.find(([pattern]) => {
      pattern.lastIndex = start;
      return pattern.test(this.source);
    });
    if (keyword !== undefined) {
      const [pattern, kind] = keyword;
      this.#isComment = kind === 'comment';
      this.#mode = 'object';
      this.#push(kind, this.take(pattern)?.[0] ?? '', start);
      return;
    }
    const name = this.take(ENTRY)?.[0];
    if (name === undefined) {
      this.#fail('An object has no type');
      return;
    }
    this.#isComment = false;
    this.#mode = 'object';
    this.#push('name', name, start);
    this.#readKey();
  }

  #readKey(): void {
    const start = this.at;
    if (this.take(LEFT_BRACE) === null) return;
    this.#depth++;
    this.#push('left-brace', '{', start);
    const keyStart = this.at;
    const key = this.take(this.#options.allowsMissingKeys ? OPTIONAL_KEY : KEY)?.[0];
    if (key !== undefined) this.#push('key', strip(key.slice(0, -1)), keyStart);
  }

  #readObject(): void {
    const start = this.at;
    if (this.take(LEFT_BRACE) !== null) {
      this.#depth++;
      this.#push('left-brace', '{', start);
      if (this.#depth > 1 || this.#isComment) this.#mode = 'content';
    } else if (this.take(RIGHT_BRACE) !== null) {
      this.#depth--;
      this.#push('right-brace', '}', start);
      if (this.#depth === 0) this.#leaveObject();
      else if (this.#depth < 0) this.#fail('A brace closes what was not opened');
    } else this.#readPart();
  }

  #readPart(): void {
    const start = this.at;
    for (const [pattern, kind] of PARTS) {
      const text = this.take(pattern)?.[0];
      if (text !== undefined) {
        this.#push(kind, strip(text), start);
        return;
      }
    }
    if (this.take(QUOTE) !== null) {
      this.#mode = 'literal';
    } else if (this.take(SHARP) !== null) this.#push('sharp', '#', start);
    else if (this.take(OBJECT) !== null) this.#enterObject();
    else if (this.take(SPACE) === null) {
      this.#fail(`Unexpected ${JSON.stringify(this.takeCharacter())}`, start);
    }
  }

  #readContent(): void {
    const start = this.at;
    const text = this.#takeUntil(BRACE);
    if (text === undefined) {
      this.#endInside('content', 'A brace is never closed');
      return;
    }
    this.#depth += text.endsWith('{') ? 1 : -1;
    const isEnd = text.endsWith('}') && (this.#depth === 0 || (this.#depth === 1 && !this.#isComment));
    this.#push('content', isEnd ? text.slice(0, -1) : text, start);
    if (!isEnd) return;
    this.#push('right-brace', '}', this.at - 1);
    if (this.#depth === 0) this.#leaveObject();
    else this.#mode = 'object';
  }

  #readLiteral(): void {
    const start = this.at;
    const text = this.#takeUntil(UNQUOTE);
    if (text === undefined) {
      this.#endInside('literal', 'A quotation mark is never closed');
      return;
    }
    if (text.endsWith('{')) this.#depth++;
    else if (text.endsWith('}')) this.#depth--;
    const isEnd = text.endsWith('"') && this.#depth === 1;
    this.#push('literal', isEnd ? text.slice(0, -1) : text, start);
    if (isEnd) this.#mode = 'object';
    else if (this.#depth < 1) this.#fail('A brace closes what was not opened', this.at - 1);
  }

  #endInside(kind: 'content' | 'literal', what: string): void {
    const start = this.at;
    this.#push(kind, this.source.slice(start), start);
    this.at = this.source.length;
    this.#fail(what, start);
  }

  #leaveObject(): void {
    this.#mode = 'meta';
    this.#isComment = false;
    this.#depth = 0;
  }

  /** Takes back the tokens of the object, and leaves it. */
  #fail(what: string, at: number = this.at): void {
    let start = at;
    for (;;) {
      const token = this.#tokens.pop();
      if (token === undefined) break;
      start = token.at;
      if (token.kind === 'at' || token.kind === 'meta') break;
    }
    this.problems.push({ what, at });
    this.#tokens.push({ kind: 'error', text: what, at: start });
    this.#leaveObject();
  }
}
