import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable([
  Token.KeywordReserved,
  `_ after autoload clear counter del excl get in incl insb key label let module put seq set store test transform value`,
]);

/** Augeas, in which lenses for configuration files are written. */
export const augeas = defineLexer({
  tag: 'augeas',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\(\*/, Token.CommentMultiline, 'comment'],
      [/module(?![\w'])/, Token.KeywordReserved, 'module'],
      [/(:)(\w+)/, [Token.Punctuation, Token.KeywordType]],
      [/[A-Z][\w']*/, Token.KeywordNamespace],
      [/\w[\w']*/, byWord(WORDS, Token.Name)],
      [/"/, Token.String, 'string'],
      [/\//, Token.String, 'regular expression'],
      [/[-*+.=?|]/, Token.Operator],
      [/[():;[\]{}]/, Token.Punctuation],
    ],
    // A comment within a comment does not count.
    comment: [
      [/\*\)/, Token.CommentMultiline, '#pop'],
      [/[^*]+|\*/, Token.CommentMultiline],
    ],
    module: [
      [/\s+/, Token.Text],
      [/[A-Z][\w.]*/, Token.NameNamespace, '#pop'],
    ],
    string: [
      [/[^\\"]+/, Token.String],
      [/\\(?:\^[A-Z@[\]^_]|[xX][\da-fA-F]+|o[0-7]+|\d+|[abfnrtv"'&\\\s])?/, Token.StringEscape],
      [/"/, Token.String, '#pop'],
    ],
    'regular expression': [
      [/[^\\/]+|\\./s, Token.StringRegex],
      [/\//, Token.StringRegex, '#pop'],
    ],
  }),
});
