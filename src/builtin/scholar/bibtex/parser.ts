import { UttersonError } from '../../../plugin/plugin.ts';
import { Entry } from './entry.ts';
import { Lexer, type LexerOptions, type LexicalProblem, type Token, type TokenKind } from './lexer.ts';
import { type FieldValue, StringName, Value, type ValueToken } from './value.ts';

/** What a file of BibTeX consists of. */
export type BibtexObject =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'string'; readonly name: string; readonly value: Value }
  | { readonly kind: 'meta'; readonly text: string }
  | { readonly kind: 'other' };

/** A file of BibTeX, object by object. */
export interface ParsedBibtex {
  readonly objects: readonly BibtexObject[];
  /** Objects that were left out. */
  readonly problems: readonly LexicalProblem[];
}

const OTHER: BibtexObject = { kind: 'other' };
/** How many characters of a token an error shows. */
const SHOWN = 40;

/** What errors call the tokens that have no text of their own. */
const DESCRIPTIONS: Partial<Record<TokenKind, string>> = {
  at: 'the beginning of another entry',
  end: 'the end of the file',
  error: 'something that is no BibTeX',
};

/** Reads BibTeX token by token. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): readonly BibtexObject[] {
    const objects: BibtexObject[] = [];
    while (this.#kind !== 'end') objects.push(this.#parseObject());
    return objects;
  }

  get #kind(): TokenKind {
    return this.#tokens[this.#at]?.kind ?? 'end';
  }

  #next(): Token {
    const token = this.#tokens[this.#at] ?? { kind: 'end', text: '', at: 0 };
    this.#at++;
    return token;
  }

  #expect(kind: TokenKind, expected: string): string {
    const token = this.#next();
    if (token.kind !== kind) throw syntaxError(token, expected);
    return token.text;
  }

  #takeIf(kind: TokenKind): boolean {
    const isThere = this.#kind === kind;
    if (isThere) this.#at++;
    return isThere;
  }

  #parseObject(): BibtexObject {
    const token = this.#next();
    if (token.kind === 'meta') return { kind: 'meta', text: token.text };
    if (token.kind === 'error') return OTHER;
    if (token.kind !== 'at') throw syntaxError(token, '@');
    const start = this.#next();
    switch (start.kind) {
      case 'comment':
        this.#parseBraces();
        return OTHER;
      case 'preamble':
        this.#expect('left-brace', '{');
        this.#parseTokens();
        this.#expect('right-brace', '}');
        return OTHER;
      case 'string':
        return this.#parseString();
      case 'name':
        return { kind: 'entry', entry: this.#parseEntry(start) };
      default:
        throw syntaxError(start, 'the type of an entry');
    }
  }

  #parseBraces(): string {
    this.#expect('left-brace', '{');
    const content = this.#kind === 'content' ? this.#next().text : '';
    this.#expect('right-brace', '}');
    return content;
  }

  #parseString(): BibtexObject {
    this.#expect('left-brace', '{');
    const name = this.#expect('name', 'the name of a string').toLowerCase();
    this.#expect('equals', '=');
    const value = new Value(this.#parseTokens());
    this.#expect('right-brace', '}');
    return { kind: 'string', name, value };
  }

  #parseEntry(type: Token): Entry {
    this.#expect('left-brace', '{');
    const key = this.#kind === 'key' ? this.#next().text : undefined;
    if (key === undefined) {
      const hint = 'Write @article{key, title = {…}}, with a comma after the key.';
      throw new BibtexSyntaxError(type.at, `The entry @${type.text} has no key.`, hint);
    }
    const fields = new Map<string, FieldValue>();
    if (!this.#takeIf('right-brace')) this.#parseFields(fields);
    return new Entry(type.text.toLowerCase(), key, fields);
  }

  #parseFields(fields: Map<string, FieldValue>): void {
    for (;;) {
      const name = this.#expect('name', 'the name of a field').toLowerCase();
      this.#expect('equals', '=');
      fields.set(name, new Value(this.#kind === 'number' ? [this.#next().text] : this.#parseTokens()));
      if (this.#takeIf('right-brace')) return;
      this.#expect('comma', ', or }');
      if (this.#takeIf('right-brace')) return;
    }
  }

  #parseTokens(): ValueToken[] {
    const tokens: ValueToken[] = [this.#parseToken()];
    while (this.#takeIf('sharp')) tokens.push(this.#parseToken());
    return tokens;
  }

  #parseToken(): ValueToken {
    if (this.#kind === 'left-brace') return this.#parseBraces();
    const token = this.#next();
    if (token.kind === 'name') return new StringName(token.text.toLowerCase());
    if (token.kind === 'literal') return token.text;
    throw syntaxError(token, 'a value');
  }
}

/** A syntax error at an offset of a text, whose file only the caller knows. */
export class BibtexSyntaxError extends UttersonError {
  /** In UTF-16 code units from the beginning of the text. */
  readonly at: number;

  constructor(at: number, message: string, hint: string) {
    super('BibtexSyntaxError', message, { hint });
    this.at = at;
  }
}

function syntaxError(token: Token, expected: string): BibtexSyntaxError {
  const text = token.text.length > SHOWN ? `${token.text.slice(0, SHOWN)}…` : token.text;
  const found = DESCRIPTIONS[token.kind] ?? JSON.stringify(text);
  const hint = 'Each field is written name = {value}, and a comma stands between two fields.';
  return new BibtexSyntaxError(token.at, `Found ${found} in BibTeX, where ${expected} is expected.`, hint);
}

/**
 * Parses a file of BibTeX.
 *
 * @throws {BibtexSyntaxError} where bibtex-ruby gives up as well
 */
export function parseBibtex(source: string, options: LexerOptions): ParsedBibtex {
  const lexer = new Lexer(source, options);
  return { objects: new Parser(lexer.read()).parse(), problems: lexer.problems };
}
