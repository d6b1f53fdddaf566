import { inspect } from '../util/values/inspect.ts';
import { type Token, type TokenKind, tokenize } from './lexer.ts';
import { LiquidError } from './liquid-error.ts';

/** Brackets and ranges nested more deeply than this are an error; in Ruby the stack would overflow. */
const MAX_DEPTH = 500;

/**
 * Reads the tokens of some markup one after the other (Liquid::Parser); every method throws a LiquidError
 * (`SyntaxError`) where it finds something else. Expressions are returned as normalised text, since Ruby too parses
 * that text again.
 */
export class TokenParser {
  private readonly tokens: readonly Token[];
  private position = 0;
  private depth = 0;

  constructor(markup: string) {
    this.tokens = tokenize(markup);
  }

  private get token(): Token {
    return this.tokens[Math.min(this.position, this.tokens.length - 1)] as Token;
  }

  /** Consumes the next token, which must be of this kind, and returns its text. */
  consume(kind: TokenKind): string {
    const token = this.token;
    if (token.kind !== kind) throw new LiquidError('SyntaxError', `Expected ${kind} but found ${token.kind}`);
    this.position++;
    return token.text;
  }

  /** Consumes the next token if it is of this kind. */
  consumeIf(kind: TokenKind): string | undefined {
    const token = this.token;
    if (token.kind !== kind) return undefined;
    this.position++;
    return token.text;
  }

  /** Consumes the next token if it is this word. */
  consumeWord(word: string): boolean {
    const token = this.token;
    if (token.kind !== 'id' || token.text !== word) return false;
    this.position++;
    return true;
  }

  /** Whether the token that many places ahead is of this kind. */
  look(kind: TokenKind, ahead = 0): boolean {
    return this.tokens[this.position + ahead]?.kind === kind;
  }

  /** An expression, as text. */
  expression(): string {
    const token = this.token;
    if (token.kind === 'id') return this.variable();
    if (token.kind === 'string' || token.kind === 'number') {
      this.position++;
      return token.text;
    }
    if (token.kind === 'open_round') return this.range();
    const text = token.kind === 'end_of_string' ? '' : `, ${inspect(token.text)}`;
    throw new LiquidError('SyntaxError', `[:${token.kind}${text}] is not a valid expression`);
  }

  private range(): string {
    this.position++;
    return this.nested(() => {
      const first = this.expression();
      this.consume('dotdot');
      const last = this.expression();
      this.consume('close_round');
      return `(${first}..${last})`;
    });
  }

  private nested(read: () => string): string {
    if (++this.depth > MAX_DEPTH) throw new LiquidError('SyntaxError', 'Nesting too deep');
    const text = read();
    this.depth--;
    return text;
  }

  /** An argument of a filter as text, with its keyword if it has one. */
  argument(): string {
    const keyword = this.look('id') && this.look('colon', 1) ? `${this.consume('id')}${this.consume('colon')} ` : '';
    return keyword + this.expression();
  }

  private variable(): string {
    let text = this.consume('id');
    for (;;) {
      if (this.consumeIf('open_square') !== undefined) {
        text += `[${this.nested(() => this.expression())}`;
        text += this.consume('close_square');
      } else if (this.consumeIf('dot') !== undefined) {
        text += `.${this.consume('id')}`;
      } else {
        return text;
      }
    }
  }
}
