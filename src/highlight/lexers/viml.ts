import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';
import { BUILTINS, COMMANDS } from './viml-words.ts';

/** What the space at the beginning of a line leads to: a line that continues the one before, a comment, or anything else. */
function beginLine(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  const [, end = '', space = '', backslash = '', comment = ''] = match;
  lexing.token(Token.Text, end);
  lexing.token(backslash === '' ? Token.Text : Token.StringEscape, space + backslash);
  lexing.token(Token.Comment, comment);
}

const words = wordTable([Token.Keyword, COMMANDS], [Token.NameBuiltin, BUILTINS]);

/** Vim's script. */
export const viml = defineLexer({
  tag: 'viml',
  states: () => ({
    root: [
      [/^()(\s*)(?:(\\)|("[^\n]*))/, beginLine],
      [/([ \t\r\f\v]*\n)(\s*)(?:(\\)|("[^\n]*))?/, beginLine],
      [/\s+/, Token.Text],
      // Where nothing else ends them, the last escaped sign of the line does.
      [/\/(?:\\.|[^/\\\n])*\//, Token.StringRegex],
      [/\/[^\n]*\//, Token.StringRegex],
      [/"(?:\\.|[^"\\\n])*"/, Token.StringDouble],
      [/"[^\n]*"/, Token.StringDouble],
      [/'(?:\\.|[^'\\\n])*'/, Token.StringSingle],
      [/'[^\n]*'/, Token.StringSingle],
      [/-?\d+/, Token.Number],
      [/#[\da-f]{6}/i, Token.NumberHex],
      [/[:()<>+=!|,~.[\]{}-]/, Token.Punctuation],
      [/[abgs]:\w+/, Token.NameVariable],
      [unicode`\w+(?![\w\p{L}\p{M}\p{N}])`, byWord(words, Token.Text)],
      [/\w+|[^\n]/, Token.Text],
    ],
  }),
});
