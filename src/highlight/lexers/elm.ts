import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable([Token.Keyword, 'alias as case else exposing if import in let module of port then type']);

/** Elm. */
export const elm = defineLexer({
  tag: 'elm',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/--[^\n]*/, Token.CommentSingle],
      [/\{-/, Token.CommentMultiline, 'comment'],
      [/'(?:\\.|[^\\'\n])'/u, Token.StringChar],
      [between(/"""/, '"""'), Token.String],
      [/"/, Token.String, 'string'],
      [/[A-Z]\w*/, Token.KeywordType],
      [/_/, Token.Name],
      [/[a-z]\w*/, byWord(WORDS, Token.Name)],
      [/0x[\da-fA-F]+/, Token.NumberHex],
      [/\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/, Token.NumberFloat],
      [/\d+/, Token.NumberInteger],
      [/:(?!:)|[()[\]{}`;]/, Token.Punctuation],
      [/::|[-!#$%&*+./<=>?@^|~:,\\]/, Token.Operator],
    ],
    comment: [
      [/\{-/, Token.CommentMultiline, '#push'],
      [/-\}/, Token.CommentMultiline, '#pop'],
      [/[^{}-]+|[{}-]/, Token.CommentMultiline],
    ],
    string: [
      [/"/, Token.StringDouble, '#pop'],
      [/\\"/, Token.StringEscape],
      [/[^"\\]+/, Token.StringDouble],
    ],
  }),
});
