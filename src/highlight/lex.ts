import type { Emit, Lexer, LexerOptions } from './engine/lexer.ts';
import { Token } from './engine/token.ts';
import { LANGUAGES } from './lexers/languages.ts';

const byName = new Map<string, Lexer>(
  LANGUAGES.flatMap(({ lexer, aliases }) => [lexer.tag, ...aliases].map((name) => [name, lexer] as const)),
);

/** A lexer with the options its name carried. */
export interface ChosenLexer {
  readonly lexer: Lexer;
  readonly options: LexerOptions;
}

/**
 * Finds the lexer for a language as a fence names it, options included.
 *
 * @example
 * findLexer('console?lang=ruby') // the lexer `console` with the options lang → ruby
 * findLexer('nonsense') // undefined
 */
export function findLexer(name: string): ChosenLexer | undefined {
  const [tag = '', query] = name.split('?', 2);
  const lexer = byName.get(tag);
  return lexer === undefined ? undefined : { lexer, options: readOptions(query ?? '') };
}

function readOptions(query: string): LexerOptions {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const [key = '', value = '1'] = pair.split('=', 2);
      return [key, value] as const;
    }),
  );
}

/** Lexes a text, with neighbours of one kind joined into one token. */
export function lexWith({ lexer, options }: ChosenLexer, code: string, emit: Emit): void {
  let last: Token = Token.Text;
  let text = '';
  const run = lexer.start({ options, find: (name) => findLexer(name)?.lexer });
  run.feed(code, (token, piece) => {
    if (token === last) {
      text += piece;
      return;
    }
    if (text !== '') emit(last, text);
    last = token;
    text = piece;
  });
  if (text !== '') emit(last, text);
}
