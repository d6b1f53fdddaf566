import { between, defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.NameBuiltin, 'args call clone do doFile doString else elseif for if list method return super then'],
  [Token.KeywordConstant, 'false nil true'],
);

/** Io. */
export const io = defineLexer({
  tag: 'io',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/(?:\/\/|#)[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [between(/\/\+/, '+/'), Token.CommentMultiline],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
      [/::?=|@/, Token.Keyword],
      [/\d+(?:\.\d*)?(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/[A-Z]\w*/, Token.NameClass],
      [/[a-z_]\w*/, byWord(WORDS, Token.Name)],
      [/[()]/, Token.Punctuation],
      [/[!%&*+,\-./;<=>[\]^{|}]/, Token.Operator],
    ],
  }),
});
