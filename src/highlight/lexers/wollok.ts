import { between, defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.KeywordReserved, 'class const constructor else if mixin new object override program return super test var'],
  [Token.NameBuiltinPseudo, 'self'],
  [Token.Operator, 'and not or'],
);

/** Wollok. */
export const wollok = defineLexer({
  tag: 'wollok',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [/(import)([^\n]+)/, [Token.KeywordReserved, Token.Text]],
      // Everything up to the brace is a name, even at once behind the word.
      [/class|mixin|object/, Token.KeywordReserved, 'names'],
      [/(method)(\s+)([A-Za-z_][\w.]*)/, [Token.KeywordReserved, Token.Whitespace, Token.Text]],
      [/\d+\.?\d*/, Token.Number],
      [/"[^"]*"/, Token.String],
      [/[A-Z][A-Za-z\d]*/, Token.NameClass],
      [/_?[A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+)*/, byWord(WORDS, Token.KeywordVariable)],
      [/\.[A-Za-z_]\w*/, Token.Text],
      [/===?|=>|[-+<]=|[-+*/%<>!]/, Token.Operator],
      [/[(){}=]/, Token.Text],
      [/\[/, Token.Punctuation, 'list'],
      [/,/, Token.Punctuation],
      [/#\{/, Token.Punctuation, 'set'],
    ],
    list: [[/\]/, Token.Punctuation, '#pop'], include('root')],
    set: [[/\}/, Token.Punctuation, '#pop'], include('root')],
    names: [
      [/\s+/, Token.Whitespace],
      [/inherits\b/, Token.KeywordReserved],
      [/[A-Za-z]\w*/, Token.NameClass, ['#pop', 'named']],
    ],
    named: [
      [/\s+/, Token.Whitespace],
      [/inherits\b/, Token.KeywordReserved],
      [/[A-Za-z]\w*/, Token.NameClass],
      [/\{/, Token.Text, '#pop'],
    ],
  }),
});
