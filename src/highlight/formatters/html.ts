import { Token } from '../engine/token.ts';

/** A token of a lexed text. */
export interface Lexeme {
  readonly token: Token;
  readonly text: string;
}

const SPECIAL = /[&<>]/;
/** Most tokens are short: their characters are looked at one by one, which is faster than a pattern. */
const SHORT = 12;

function isPlain(text: string): boolean {
  if (text.length > SHORT) return !SPECIAL.test(text);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x26 || code === 0x3c || code === 0x3e) return false;
  }
  return true;
}

/** Escapes code for the inside of an element; quotes stay as they are. */
export function escapeCode(text: string): string {
  if (isPlain(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** One token as themes style it: a span with its short class, or bare text where there is nothing to style. */
export function span(token: Token, text: string): string {
  if (token === Token.Text) return escapeCode(text);
  if (token === Token.Escape) return text;
  return `${OPENINGS.get(token)}${escapeCode(text)}</span>`;
}

const OPENINGS: ReadonlyMap<Token, string> = new Map(
  Object.values(Token).map((token) => [token, `<span class="${token}">`]),
);

/** So many pieces are joined at once: growing one string by each would leave the garbage collector most of the work. */
const PIECES = 4096;

/** Spans written one after the other. */
export class HtmlWriter {
  private pieces: string[] = [];
  private html = '';

  write(token: Token, text: string): void {
    const { pieces } = this;
    if (token === Token.Text) pieces.push(escapeCode(text));
    else if (token === Token.Escape) pieces.push(text);
    else pieces.push(OPENINGS.get(token) ?? '', escapeCode(text), '</span>');
    if (pieces.length >= PIECES) this.join();
  }

  toString(): string {
    this.join();
    return this.html;
  }

  private join(): void {
    this.html += this.pieces.join('');
    this.pieces = [];
  }
}
