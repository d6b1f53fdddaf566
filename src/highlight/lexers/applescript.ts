import { defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord } from '../engine/word-table.ts';
import { APPLESCRIPT_WORDS } from './applescript-words.ts';

const longestFirst = [...APPLESCRIPT_WORDS.keys()].sort((left, right) => right.length - left.length);

/** AppleScript. Of a comment in brackets only the opening is seen. */
export const applescript = defineLexer({
  tag: 'applescript',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/¬\n/, Token.StringEscape],
      [/'s\s+/, Token.Text],
      [/(?:--|#)[^\n]*/, Token.CommentSingle],
      [/\(\*/, Token.CommentMultiline],
      [/(«)([^»\n]+)(»)/, [Token.Text, Token.NameBuiltin, Token.Text]],
      [/^(in|on|to|script)(\s+)/, [Token.Keyword, Token.Text]],
      [
        /(as )((?:alias|application|boolean|class|constant|date|file|integer|list|number|POSIX file|real|record|reference|RGB color|script|text) (?=\w)|(?:unit types|(?:Unicode )?text|string)\b)/,
        [Token.Keyword, Token.NameClass],
      ],
      [new RegExp(`(?:${longestFirst.join('|')})\\b`), byWord(APPLESCRIPT_WORDS, Token.NameVariable)],
      [/[A-Za-z]\w*/, Token.NameVariable],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
      [/\d+\.\d+/, Token.NumberFloat],
      [/\d+/, Token.NumberInteger],
      [/[-+*/^&<>=≤≥≠÷]/, Token.Operator],
      [/[!(){},:.]/, Token.Punctuation],
    ],
  }),
});
