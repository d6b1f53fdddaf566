import { Token } from '../engine/token.ts';

/** A token of a lexed text. */
export interface Lexeme {
  readonly token: Token;
  readonly text: string;
}

const SPECIAL = /[&<>]/;

/** Escapes code for the inside of an element; quotes stay as they are. */
export function escapeCode(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** One token as themes style it: a span with its short class, or bare text where there is nothing to style. */
export function span(token: Token, text: string): string {
  if (token === Token.Text) return escapeCode(text);
  if (token === Token.Escape) return text;
  return `<span class="${token}">${escapeCode(text)}</span>`;
}
