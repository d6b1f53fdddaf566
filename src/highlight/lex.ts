import { isAscii } from '../util/values/ruby-text.ts';
import type { Emit, Lexer, LexerOptions } from './engine/lexer.ts';
import { Token } from './engine/token.ts';
import { guessLanguage } from './guess.ts';
import { LANGUAGES } from './lexers/languages.ts';

const byName = new Map<string, () => Lexer>();
for (const { tag, lexer, aliases } of LANGUAGES) {
  for (const name of [tag, ...aliases]) byName.set(name, lexer);
}

/** A lexer with the options that followed its name. */
export interface ChosenLexer {
  readonly lexer: Lexer;
  readonly options: LexerOptions;
}

/**
 * Finds the lexer for the name of a language at a fence, with options. Names are Rouge's and are case-sensitive. For `guess` it is the
 * language that the code declares.
 *
 * @example
 * findLexer('console?lang=ruby') // the lexer `console` with the options lang → ruby
 * findLexer('guess', '#!/bin/sh') // the lexer `shell`
 * findLexer('nonsense') // undefined
 */
export function findLexer(name: string, code = ''): ChosenLexer | undefined {
  const mark = name.indexOf('?');
  const tag = mark < 0 ? name : name.slice(0, mark);
  const lexer = byName.get(tag === 'guess' ? guessLanguage(code) : tag);
  return lexer === undefined
    ? undefined
    : { lexer: lexer(), options: readOptions(mark < 0 ? '' : name.slice(mark + 1)) };
}

function readOptions(query: string): LexerOptions {
  return query === '' ? new Map() : new Map(new URLSearchParams(query));
}

/** Lexes a text. Neighbours of one kind may be emitted separately. */
export function lexPieces({ lexer, options }: ChosenLexer, code: string, emit: Emit): void {
  lexer.start({ isAscii: isAscii(code), options, find: (name) => findLexer(name)?.lexer }).feed(code, emit);
}

/** Lexes a text. Neighbours of one kind are joined. */
export function lexWith(chosen: ChosenLexer, code: string, emit: Emit): void {
  let last: Token = Token.Text;
  let text = '';
  lexPieces(chosen, code, (token, piece) => {
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
