import { defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.Keyword, `arg classvar const super this var`],
  [Token.KeywordReserved, `case do for forBy if loop new newCopyArgs while`],
  [
    Token.KeywordConstant,
    `currentEnvironment false inf nil thisFunction thisFunctionDef thisMethod thisProcess thisThread topEnvironment true`,
  ],
);

/** SuperCollider. */
export const supercollider = defineLexer({
  tag: 'supercollider',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*/, Token.CommentMultiline, 'comment'],
      [/[-+]?(?:0x[\da-fA-F]+)/, Token.NumberHex],
      [/[-+]?(?:\d+r[\dA-Za-z]*(?:\.[\dA-Z]+)?|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?:pi)?|pi)/, Token.NumberFloat],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
      [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringOther],
      [/\\\w+/, Token.StringOther],
      [/\$(?:\\.|[^\\])/s, Token.StringChar],
      [/~[A-Za-z]\w*/, Token.NameVariableGlobal],
      [/[A-Za-z]\w*:/, Token.NameLabel],
      [/_\w+/, Token.NameFunction],
      [/_/, Token.NameBuiltin],
      [/[A-Z]\w*/, Token.NameClass],
      [/[a-z]\w*/, byWord(WORDS, Token.Name)],
      // Signs that follow each other are one operator, also those that would open a comment.
      [/[-+*/%=<>&|^#:]+/, Token.Operator],
      [/[.,;()[\]{}]/, Token.Punctuation],
    ],
    comment: [
      [/\/\*/, Token.CommentMultiline, '#push'],
      [/\*\//, Token.CommentMultiline, '#pop'],
      [/[^*/]+|[*/]/, Token.CommentMultiline],
    ],
  }),
});
