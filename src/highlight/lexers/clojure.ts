import type { Lexer } from '../engine/lexer.ts';
import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable } from '../engine/word-table.ts';
import { CLOJURE_WORDS } from './clojure-words.ts';

function call(words: WordTable) {
  return (lexing: Lexing<undefined>, [, bracket = '', space = '', name = '']: RegExpExecArray): void => {
    lexing.token(Token.Punctuation, bracket);
    lexing.token(Token.Whitespace, space);
    lexing.token(words.get(name) ?? Token.NameFunction, name);
  };
}

const states = (words: WordTable): States<undefined> => ({
  root: [
    [/\s+/, Token.Whitespace],
    [/;[^\n]*/, Token.CommentSingle],
    [/-?\d+\.\d+/, Token.NumberFloat],
    [/-?\d+/, Token.NumberInteger],
    [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
    [/'[\w!#$%*+,<=>?/.-]+/, Token.StringSymbol],
    [/::?[\w!$%*+,<=>?/.#-]+/, Token.NameConstant],
    [/\\./u, Token.StringChar],
    [/~@|[`'#^~&@]/, Token.Operator],
    [/(\()(\s*)([\w!$%*+,<=>?/.-]+)/, call(words)],
    [/[\w!$%*+,<=>?/.-]+/, byWord(words, Token.Name)],
    [/[()[\]{}]/, Token.Punctuation],
  ],
});

/** Clojure, or a language that is written as it is and only has other words. */
export function clojureLexer(tag: string, words: WordTable): Lexer {
  return defineLexer({ tag, states: () => states(words) });
}

/** Clojure and ClojureScript. */
export const clojure = clojureLexer('clojure', CLOJURE_WORDS);
