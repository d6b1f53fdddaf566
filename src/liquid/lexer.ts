import { LiquidError } from './liquid-error.ts';

/** The kinds of tokens, by the names that Ruby's error messages show. */
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

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const SPECIALS: ReadonlyMap<string, TokenKind> = new Map([
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
]);

/** In the order in which Liquid::Lexer tries them; each group is a kind. */
const TOKEN =
  /[ \t\r\n\f\v]*(?:(==|!=|<>|<=?|>=?|contains(?=[ \t\r\n\f\v]))|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|([a-zA-Z_][\w-]*\??)|(\.\.))/y;
const NOT_SPACE = /[^ \t\r\n\f\v]/g;

const END: Token = { kind: 'end_of_string', text: '' };

/**
 * Cuts the inside of a tag or an output into tokens (Liquid::Lexer).
 *
 * @example
 * tokenize('a | b').map((token) => token.kind) // ['id', 'pipe', 'id', 'end_of_string']
 */
export function tokenize(markup: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < markup.length) {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(markup);
    if (match !== null) {
      tokens.push(matchedToken(match));
      position = TOKEN.lastIndex;
      continue;
    }
    NOT_SPACE.lastIndex = position;
    const special = NOT_SPACE.exec(markup);
    if (special === null) break;
    tokens.push(specialToken(markup, special.index));
    position = special.index + 1;
  }
  tokens.push(END);
  return tokens;
}

function matchedToken(match: RegExpExecArray): Token {
  const [, comparison, quoted, number, id, dots] = match;
  if (id !== undefined) return { kind: 'id', text: id };
  if (quoted !== undefined) return { kind: 'string', text: quoted };
  if (comparison !== undefined) return { kind: 'comparison', text: comparison };
  if (number !== undefined) return { kind: 'number', text: number };
  return { kind: 'dotdot', text: dots ?? '..' };
}

function specialToken(markup: string, index: number): Token {
  const kind = SPECIALS.get(markup.charAt(index));
  if (kind !== undefined) return { kind, text: markup.charAt(index) };
  const character = String.fromCodePoint(markup.codePointAt(index) ?? 0);
  throw new LiquidError('SyntaxError', `Unexpected character ${character}`);
}
