import { defineLexer, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { ocamlStates } from './ocaml.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `as assert begin class constraint do done downto else end exception external for fun function functor if in include
    inherit initializer lazy let module mutable new nonrec object of open rec sig struct switch then to try type val
    virtual when while with`,
  ],
  [Token.OperatorWord, 'and asr land lor lsl lxor mod or'],
  [Token.KeywordType, 'array bool char float int list string unit'],
);

/** What stands between quotes may be any character here but a slash. */
const OWN_RULES: readonly Rule<undefined>[] = [
  [/\/\/[^\n]*/, Token.CommentSingle],
  [/\/\*/, Token.CommentMultiline, 'nested comment'],
  [/'[^\\/\n]'/u, Token.StringChar],
];

/** Reason: OCaml with other comments. */
export const reasonml = defineLexer({
  tag: 'reasonml',
  states: () => ({
    ...ocamlStates(WORDS, OWN_RULES),
    'nested comment': [
      [/\/\*/, Token.CommentMultiline, '#push'],
      [/\*\//, Token.CommentMultiline, '#pop'],
      [/[^*/]+|[*/]/, Token.CommentMultiline],
    ],
  }),
});
