import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.KeywordVariable, `Current Result`],
  [Token.KeywordConstant, `False True`],
  [
    Token.Keyword,
    `Precursor Void across agent alias all and as assign attached attribute check class convert create debug deferred
    detachable do else elseif end ensure expanded export external feature from frozen if implies inherit inspect
    invariant like local loop not note obsolete old once or redefine rename require rescue retry select separate some
    then undefine until variant when xor`,
  ],
);

/** Eiffel. */
export const eiffel = defineLexer({
  tag: 'eiffel',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/--[^\n]*/, Token.CommentSingle],
      [/"\[/, Token.StringOther, 'verbatim ]'],
      [/"\{/, Token.StringOther, 'verbatim }'],
      [/"(?:%.|[^"%\n])*"/, Token.StringDouble],
      [/'(?:%(?:\/\d+\/|.)|[^'%\n])'/, Token.StringChar],
      [new RegExp(`(?:${[...WORDS.keys()].join('|')})\\b`), byWord(WORDS, Token.Keyword)],
      // The names of classes have no small letters: one ends at the first.
      [/[A-Z][A-Z\d_]*/, Token.NameClass],
      [/[a-z]\w*/, Token.Name],
      [/0[cC][0-7]+/, Token.NumberOct],
      [/0b[01]+/, Token.NumberBin],
      [/\.\d(?:_*\d)*(?:e[-+]?\d+)?/, Token.NumberFloat],
      [/\d(?:_*\d)*/, Token.NumberInteger],
      [/<<|>>|->|:=|[?:.,;()[\]{}]/, Token.PunctuationIndicator],
      [/[-+*/=<>^~]|\\\\|\|\.\.\|/, Token.Operator],
    ],
    'verbatim ]': [
      [/\]"/, Token.StringOther, '#pop'],
      [/[^"%\]]+|\]/, Token.StringOther],
    ],
    'verbatim }': [
      [/\}"/, Token.StringOther, '#pop'],
      [/[^"%}]+|\}/, Token.StringOther],
    ],
  }),
});
