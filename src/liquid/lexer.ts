import { LiquidError } from './liquid-error.ts';

/** The kinds of tokens, named as in Ruby's error messages. */
export type TokenKind =
  | 'comparison'
  | 'string'
  | 'number'
  | 'id'
  | 'dotdot'
  | 'pipe'
  | 'dot'
  | 'colon'
  | 'comma'
  | 'open_square'
  | 'close_square'
  | 'open_round'
  | 'close_round'
  | 'question'
  | 'dash'
  | 'end_of_string';

/** A token; `text` is as written in the markup. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const DASH = 45;
const DOT = 46;
const QUESTION_MARK = 63;
const UNDERSCORE = 95;

const DOTS: Token = { kind: 'dotdot', text: '..' };

const SPECIALS = tokensByText([
  ['|', 'pipe'],
  ['.', 'dot'],
  [':', 'colon'],
  [',', 'comma'],
  ['[', 'open_square'],
  [']', 'close_square'],
  ['(', 'open_round'],
  [')', 'close_round'],
  ['?', 'question'],
  ['-', 'dash'],
  ['<', 'comparison'],
  ['>', 'comparison'],
]);

/** Operators of two characters. */
const COMPARISONS = tokensByText(['==', '!=', '<>', '<=', '>='].map((text) => [text, 'comparison']));

function tokensByText(kinds: readonly (readonly [text: string, kind: TokenKind])[]): ReadonlyMap<string, Token> {
  return new Map(kinds.map(([text, kind]) => [text, { kind, text }]));
}

const END: Token = { kind: 'end_of_string', text: '' };

/**
 * Cuts the markup of a tag or an output into tokens (Liquid::Lexer). Written by hand rather than with a regular
 * expression because parsing spends most of its time here.
 *
 * @throws {LiquidError} a SyntaxError at a character that starts no token
 *
 * @example
 * tokenize('a | b').map((token) => token.kind) // ['id', 'pipe', 'id', 'end_of_string']
 */
export function tokenize(markup: string): Token[] {
  const tokens: Token[] = [];
  for (let position = skipSpace(markup, 0); position < markup.length; position = skipSpace(markup, position)) {
    const token = readToken(markup, position);
    tokens.push(token);
    position += token.text.length;
  }
  tokens.push(END);
  return tokens;
}

function skipSpace(markup: string, start: number): number {
  let position = start;
  while (isSpace(markup.charCodeAt(position))) position++;
  return position;
}

function readToken(markup: string, start: number): Token {
  const code = markup.charCodeAt(start);
  if (isLetter(code)) return readWord(markup, start);
  const next = markup.charCodeAt(start + 1);
  if (isDigit(code) || (code === DASH && isDigit(next))) return readNumber(markup, start);
  if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
    const end = markup.indexOf(code === SINGLE_QUOTE ? "'" : '"', start + 1);
    if (end !== -1) return { kind: 'string', text: markup.slice(start, end + 1) };
  }
  if (code === DOT && next === DOT) return DOTS;
  return COMPARISONS.get(markup.slice(start, start + 2)) ?? readSpecial(markup, start);
}

/** A name, which may end in a question mark; `contains` before white space is an operator. */
function readWord(markup: string, start: number): Token {
  let end = start + 1;
  while (isNameCharacter(markup.charCodeAt(end))) end++;
  if (markup.charCodeAt(end) === QUESTION_MARK) end++;
  const text = markup.slice(start, end);
  return { kind: text === 'contains' && isSpace(markup.charCodeAt(end)) ? 'comparison' : 'id', text };
}

function readNumber(markup: string, start: number): Token {
  let end = skipDigits(markup, start + 1);
  if (markup.charCodeAt(end) === DOT && isDigit(markup.charCodeAt(end + 1))) end = skipDigits(markup, end + 1);
  return { kind: 'number', text: markup.slice(start, end) };
}

function skipDigits(markup: string, start: number): number {
  let position = start;
  while (isDigit(markup.charCodeAt(position))) position++;
  return position;
}

function readSpecial(markup: string, index: number): Token {
  const special = SPECIALS.get(markup.charAt(index));
  if (special !== undefined) return special;
  const character = String.fromCodePoint(markup.codePointAt(index) ?? 0);
  throw new LiquidError('SyntaxError', `Unexpected character ${character}`);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === UNDERSCORE;
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === DASH;
}
