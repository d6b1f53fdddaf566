import { escapeMarkup } from '../../util/escape-html.ts';
import { Token } from '../engine/token.ts';

/** A token of a lexed text. */
export interface Lexeme {
  readonly token: Token;
  readonly text: string;
}

/** Most tokens are at most this long. Looking at their characters one by one is faster than a pattern. */
const SHORT = 12;

function isShortAndPlain(text: string): boolean {
  if (text.length > SHORT) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x26 || code === 0x3c || code === 0x3e) return false;
  }
  return true;
}

function escapeCode(text: string): string {
  return isShortAndPlain(text) ? text : escapeMarkup(text);
}

/** One token as HTML: a span with its short class, or only its text if it has no class. */
export function span(token: Token, text: string): string {
  if (token === Token.Text) return escapeCode(text);
  return `${OPENINGS.get(token)}${escapeCode(text)}</span>`;
}

/** Text that the lexer `escape` does not take for code is an error: it must not get into a page unescaped. */
const OPENINGS: ReadonlyMap<Token, string> = new Map(
  Object.values(Token).map((token) => [token, `<span class="${token === Token.Escape ? Token.Error : token}">`]),
);

const OPENING_BYTES: ReadonlyMap<Token, Buffer> = new Map(
  [...OPENINGS].map(([token, opening]) => [token, Buffer.from(opening, 'latin1')]),
);
const CLOSING_BYTES = Buffer.from('</span>', 'latin1');
const ESCAPED_BYTES: readonly (Buffer | undefined)[] = Array.from({ length: 0x3f }, (_, code) => {
  const escaped = escapeCode(String.fromCharCode(code));
  return escaped.length > 1 ? Buffer.from(escaped, 'latin1') : undefined;
});
const LONGEST_ESCAPE = '&amp;'.length;
const MAX_CAPACITY = 65_536;

/**
 * Writes spans one after the other; neighbours of one kind share a span. They are written into a buffer of Latin-1, because joining
 * strings would take longer than the lexing itself, most of it in the garbage collector. Other characters are added to the string directly.
 */
export class HtmlWriter {
  private readonly bytes: Buffer;
  private length = 0;
  private html = '';
  private last: Token = Token.Text;

  /** @param codeLength the length of the code, from which the size of the buffer is estimated */
  constructor(codeLength = 0) {
    this.bytes = Buffer.allocUnsafe(Math.min(MAX_CAPACITY, 64 + 8 * codeLength));
  }

  write(token: Token, text: string): void {
    if (text === '') return;
    if (token !== this.last) {
      this.close();
      this.open(token);
    }
    this.escape(text);
  }

  toString(): string {
    this.close();
    this.last = Token.Text;
    this.flush();
    return this.html;
  }

  private open(token: Token): void {
    this.last = token;
    const opening = OPENING_BYTES.get(token);
    if (isStyled(token) && opening !== undefined) this.copy(opening);
  }

  private close(): void {
    if (isStyled(this.last)) this.copy(CLOSING_BYTES);
  }

  private copy(source: Buffer): void {
    const { length } = source;
    if (this.length + length > this.bytes.length) this.flush();
    const { bytes } = this;
    const start = this.length;
    // For so few bytes a loop is faster than `set`.
    for (let index = 0; index < length; index++) bytes[start + index] = source[index] ?? 0;
    this.length = start + length;
  }

  private escape(text: string): void {
    if (this.length + LONGEST_ESCAPE * text.length > this.bytes.length) this.flush();
    if (LONGEST_ESCAPE * text.length > this.bytes.length) {
      this.append(escapeCode(text));
      return;
    }
    const { bytes } = this;
    let at = this.length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code > 0xff) {
        this.length = at;
        this.append(escapeCode(text.slice(index)));
        return;
      }
      const escaped = code > 0x3e ? undefined : ESCAPED_BYTES[code];
      if (escaped === undefined) bytes[at++] = code;
      else for (let byte = 0; byte < escaped.length; byte++) bytes[at++] = escaped[byte] ?? 0;
    }
    this.length = at;
  }

  private append(text: string): void {
    this.flush();
    this.html += text;
  }

  private flush(): void {
    this.html += this.bytes.toString('latin1', 0, this.length);
    this.length = 0;
  }
}

/** Whether a token is written in a span. */
function isStyled(token: Token): boolean {
  return token !== Token.Text;
}
