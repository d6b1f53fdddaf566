import { between, defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord } from '../engine/word-table.ts';
import { MATLAB_WORDS } from './matlab-words.ts';
import { shell } from './shell.ts';

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [
      /^(!)([^%\n]*)/,
      (lexing, match) => {
        lexing.token(Token.Keyword, '!');
        lexing.delegate(shell, match[2] ?? '');
      },
    ],
    [between(/\{%/, '%}'), Token.CommentMultiline],
    [/%[^\n]*/, Token.CommentSingle],
    [/(\.\.\.)([^\n]*)/, [Token.Keyword, Token.Comment]],
    [/[A-Za-z]\w*/, byWord(MATLAB_WORDS, Token.Name)],
    [/[(){};:,/\\[\]]/, Token.Punctuation],
    [/\d+\.\d*(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/, Token.NumberFloat],
    [/\d+/, Token.NumberInteger],
    [/'(?=[^'\n]*')/, Token.StringSingle, 'string'],
    [/"(?=[^"\n]*")/, Token.StringDouble, 'double'],
    [/~=|==|<<|>>|[-~+/*=<>&^|.@']/, Token.Operator],
  ],
  string: [
    [/[^'\n]+/, Token.StringSingle],
    [/''/, Token.StringEscape],
    [/'/, Token.StringSingle, '#pop'],
  ],
  double: [
    [/[^"]+/, Token.StringDouble],
    [/""/, Token.StringEscape],
    [/"/, Token.StringDouble, '#pop'],
  ],
});

/** Matlab. */
export const matlab = defineLexer({ tag: 'matlab', states });
