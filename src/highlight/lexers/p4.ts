import { unicode } from '../engine/ruby-reading.ts';
import { between, defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `abstract action actions apply const default default_action else entries enum exit extern if in inout key list out package
    packet_in packet_out return select size switch this transition tuple type typedef`,
  ],
  [Token.KeywordDeclaration, 'control header header_union parser state struct table value_set'],
  [Token.NameBuiltin, 'bit bool error extract int isValid match_kind setInvalid setValid string varbit verify void'],
);

/** P4: programs for what forwards packets. */
export const p4 = defineLexer({
  tag: 'p4',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/#\s*[A-Za-z]\w*/, Token.CommentPreproc],
      [/\/\/[^\n]*\n?/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
      [/@[A-Za-z]\w*/, Token.NameLabel],
      [/[A-Za-z]\w*_[ht]\b/, Token.NameClass],
      [/(?:\d+[ws])?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|0[dD][\d_]+|[\d_]+)/, Token.Number],
      [unicode`[\p{L}][\p{L}\p{N}_]*`, byWord(WORDS, Token.Text)],
      [/[&*+\-./<=>?^|~#]|!=/, Token.Operator],
      [/[(),:;[\]{}]/, Token.Punctuation],
    ],
  }),
});
