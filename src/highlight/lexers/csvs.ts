import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Schemas for tables in CSV, as the National Archives of Britain define them. */
export const csvs = defineLexer({
  tag: 'csvs',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/(version)([ \t]+)(\d+\.\d+)/, [Token.Keyword, Token.Whitespace, Token.NumberFloat]],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*[^*]*\*\//, Token.CommentMultiline],
      [/\d[\d.]*(?:e\d+)?|\.\d+/, Token.NumberFloat],
      [/[\w.-]{1,100}:/, Token.NameVariable],
      [/^"[^"]+"/, Token.NameVariable],
      [/\$(?:"[^"\n]*"|[\w.-]+)\/?/, Token.NameVariable],
      [/@\w+/, Token.KeywordPseudo],
      [/[a-zA-Z]+/, Token.Keyword],
      [/"[^"]*"/, Token.StringDouble],
      [/'[^'\n]'/, Token.StringChar],
      [/[()*,]/, Token.Punctuation],
    ],
  }),
});
