import { defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `as assert begin class constraint do done downto else end exception external for fun function functor if in include
      inherit initializer lazy let match module mutable new nonrec object of open raise rec sig struct then to try type
      val virtual when while with`,
  ],
  [Token.OperatorWord, 'and asr land lor lsl lxor mod or'],
  [Token.KeywordType, 'array bool char float int list string unit'],
);

const COMMENTS: readonly Rule<undefined>[] = [[/\(\*(?!\))/, Token.Comment, 'comment']];

/** The states of OCaml, or of a language of its family with other words and comments. */
export const ocamlStates = (words: WordTable, comments: readonly Rule<undefined>[]): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    ...comments,
    // Even at the beginning of a longer name.
    [/false|true|\(\)|\[\]/, Token.NameBuiltinPseudo],
    [/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace, 'path'],
    [/`[A-Za-z_][\w']*/, Token.NameTag],
    [/[A-Z][\w']*/, Token.NameClass],
    [/[a-z_][\w']*/, byWord(words, Token.Name)],
    [/[(){}[\];]+/, Token.Punctuation],
    [/[-!#$%&*+,./:<=>?@^|~][-!#$%&*+,./:;<=>?@^_|~]*/, Token.Operator],
    // Before the exponent any one character will do as the point.
    [/\d[\d_]*(?:[^\d_\n][\d_]*)?[eE][+-]?\d[\d_]*/u, Token.NumberFloat],
    [/0[xX][\da-fA-F][\da-fA-F_]*/, Token.NumberHex],
    [/0[oO][0-7][0-7_]*/, Token.NumberOct],
    [/0[bB][01][01_]*/, Token.NumberBin],
    [/\d[\d_]*/, Token.NumberInteger],
    // No other character stands for itself between quotes.
    [/'(?:\\(?:[\\"'ntbr ]|\d{3}|x[\da-fA-F]{2})|\.)'/, Token.StringChar],
    [/'/, Token.Keyword],
    [/"/, Token.StringDouble, 'string'],
  ],
  path: [
    [/\s+/, Token.Text],
    [/\./, Token.Punctuation],
    [/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace],
    [/[A-Z][\w']*/, Token.NameClass, '#pop'],
    [/[a-z_][\w']*/, Token.Name, '#pop'],
    [/[({[]/, Token.Punctuation, '#pop'],
  ],
  string: [
    [/[^\\"]+|\\\n/, Token.StringDouble],
    [/\\(?:[\\"'ntbr]|\d{3}|x[\da-fA-F]{2})/, Token.StringEscape],
    [/"/, Token.StringDouble, '#pop'],
  ],
  comment: [
    [/\(\*/, Token.Comment, '#push'],
    [/\*\)/, Token.Comment, '#pop'],
    [/[^(*)]+|[(*)]/, Token.Comment],
  ],
});

/** OCaml. */
export const ocaml = defineLexer({ tag: 'ocaml', states: () => ocamlStates(WORDS, COMMENTS) });
