import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `and as assert constraint downto else exception export external for if import in include lazy let module mutable of
    open private rec switch to try type when while with`,
  ],
  [Token.OperatorWord, 'asr land lor lsl lsr lxor mod or'],
  [Token.KeywordType, 'array bool char exn float format int list option ref string unit'],
);

/** ReScript. */
export const rescript = defineLexer({
  tag: 'rescript',
  states: () => ({
    root: [
      [/[\s:,.?~\\]+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*/, Token.CommentMultiline, 'comment'],
      [/@[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/, Token.NameDecorator],
      // Even at the beginning of a longer name.
      [/true|false\b/, Token.KeywordConstant],
      [/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace, 'path'],
      [/#[A-Za-z_][\w']*|[A-Z][\w']*/, Token.NameClass],
      [/[a-z_][\w']*/, byWord(WORDS, Token.Name)],
      [/[()[\]{};]/, Token.Punctuation],
      [/[-!%&*+/<=>@^|$][-!%&*+/;<=>@^|$_]*/, Token.Operator],
      [/0[xX][\da-fA-F][\da-fA-F_]*/, Token.NumberHex],
      [/0[oO][0-7][0-7_]*/, Token.NumberOct],
      [/0[bB][01][01_]*/, Token.NumberBin],
      [/\d[\d_]*(?:\.[\d_]*)?[eE][+-]?\d[\d_]*/, Token.NumberFloat],
      [/\d[\d_]*/, Token.NumberInteger],
      [/'(?:\\.|[^\\'])'/, Token.StringChar],
      [/'/, Token.Keyword],
      [/"/, Token.StringDouble, 'string'],
      [/`/, Token.StringDouble, 'template'],
    ],
    path: [
      [/\s+/, Token.Text],
      [/\./, Token.Punctuation],
      [/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace],
      [/[A-Z][\w']*/, Token.NameClass, '#pop'],
      [/[a-z_][\w']*/, Token.Name, '#pop'],
      [/[({[]/, Token.Punctuation, '#pop'],
    ],
    comment: [
      [/\/\*/, Token.CommentMultiline, '#push'],
      [/\*\//, Token.CommentMultiline, '#pop'],
      [/[^*/]+|[*/]/, Token.CommentMultiline],
    ],
    string: [
      [/"/, Token.StringDouble, '#pop'],
      [/\\[\\"'ntbr]/, Token.StringEscape],
      [/[^"\\]+|\\\n/, Token.StringDouble],
    ],
    template: [
      [/`/, Token.StringDouble, '#pop'],
      [/\\`/, Token.StringEscape],
      [/\$\{/, Token.Punctuation, 'interpolation'],
      [/[^`\\$]+|[\\$]/, Token.StringDouble],
    ],
    interpolation: [[/\}/, Token.Punctuation, '#pop'], include('root')],
  }),
});
