import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.OperatorWord, 'as default else import not package some with'],
  [Token.KeywordConstant, 'false null true'],
);

/** Rego, the language of the Open Policy Agent. */
export const rego = defineLexer({
  tag: 'rego',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/#[^\n]*/, Token.CommentSingle],
      [/"(?:\\.|[^"\\])*"/, Token.StringDouble],
      [/\\["\\/bfnrt]/, Token.StringEscape],
      [unicode`[\p{L}_][\p{L}\p{M}\p{Nd}_]*`, byWord(WORDS, Token.Name)],
      [/-?\d+\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/-?\d+(?:[eE][+-]?\d+)?/, Token.Number],
      [/:=|[-=<>+*/%&@^?~:]/, Token.Operator],
      [/[{}[\]();,.|!]/, Token.Punctuation],
    ],
  }),
});
