import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.KeywordReserved,
    `actor addressof and as be break class consume continue do else elseif embed end error for fun if ifdef in interface is
    isnt lambda let match new not object primitive recover repeat return struct then this trait try type until use var where
    while with`,
  ],
  [Token.KeywordDeclaration, 'box iso ref tag trn val'],
  [Token.NameConstant, 'false true'],
);

/** Pony. */
export const pony = defineLexer({
  tag: 'pony',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [/"""/, Token.StringDoc, 'documentation'],
      [/"/, Token.String, 'string'],
      [/\d+(?:\.\d*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)[fFLlUu]?/, Token.NumberFloat],
      [/0[xX][\da-fA-F_]+/, Token.NumberHex],
      [/\d[\d_]*[LlUu]*/, Token.NumberInteger],
      [/[a-z]\w*/, byWord(WORDS, Token.Name)],
      [/[A-Z_]\w*/, Token.NameClass],
      [/[~!%^&*+=|?:<>/-]/, Token.Operator],
      [/[()[\],.';]/, Token.Punctuation],
    ],
    documentation: [
      [/"""/, Token.StringDoc, '#pop'],
      [/[^"]+|"/, Token.StringDoc],
    ],
    string: [
      [/"/, Token.String, '#pop'],
      [/\\(?:[\\abfnrtv"']|x[\da-fA-F]{2,4}|[0-7]{1,3})/, Token.StringEscape],
      [/[^"\\\n]+|\\/, Token.String],
    ],
  }),
});
