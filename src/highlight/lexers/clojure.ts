import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord } from '../engine/word-table.ts';
import { CLOJURE_WORDS } from './clojure-words.ts';

function call(lexing: Lexing<undefined>, [, bracket = '', space = '', name = '']: RegExpExecArray): void {
  lexing.token(Token.Punctuation, bracket);
  lexing.token(Token.Whitespace, space);
  lexing.token(CLOJURE_WORDS.get(name) ?? Token.NameFunction, name);
}

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Whitespace],
    [/;[^\n]*/, Token.CommentSingle],
    [/-?\d+\.\d+/, Token.NumberFloat],
    [/-?\d+/, Token.NumberInteger],
    [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
    [/'[\w!$%*+,<=>?/.-]+/, Token.StringSymbol],
    [/::?[\w!$%*+,<=>?/.#-]+/, Token.NameConstant],
    [/\\./u, Token.StringChar],
    [/~@|[`'#^~&@]/, Token.Operator],
    [/(\()(\s*)([\w!$%*+,<=>?/.-]+)/, call],
    [/[\w!$%*+,<=>?/.-]+/, byWord(CLOJURE_WORDS, Token.Name)],
    [/[()[\]{}]/, Token.Punctuation],
  ],
});

/** Clojure and ClojureScript. */
export const clojure = defineLexer({ tag: 'clojure', states });
