import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { ruby } from './ruby.ts';

type Work = Lexing<undefined>;

const code = (lexing: Work, [text]: RegExpExecArray): void => lexing.delegate(ruby, text);

const states = (): States<undefined> => ({
  root: [include('prompts'), [/#[^\n]*\n?/, Token.Comment], [/[^\n]*\n?/, Token.GenericOutput]],
  prompts: [
    [/^(?:[^\n>*"]*?(?:irb|pry)[^\n>*"]*[>*"]|>>)/, Token.GenericPrompt, 'input'],
    [/^=>/, Token.Punctuation, 'result'],
    [/^\w*(?:Error|Exception):[^\n]*\n?(?:^[ \t]+[^\n]*\n?)*/, Token.GenericError],
  ],
  input: [
    [/[ \t]+/, Token.Whitespace, ['#pop', 'line']],
    [/(?=.)/s, Token.Text, ['#pop', 'line']],
  ],
  line: [[/[^\n]*\n?/, code, '#pop']],
  // What an expression gave goes on until the next prompt: an inspected object may take many lines.
  result: [
    [/^(?=[^\n>*"]*?(?:irb|pry)[^\n>*"]*[>*"]|>>|=>)/, Token.Text, '#pop'],
    [/#</, Token.KeywordType, '#push'],
    [/>/, Token.KeywordType],
    [/(?:[^#>\n]|#(?!<)|(?<==)>)+\n?|\n/, code],
  ],
});

/** A session of Ruby's console. */
export const irb = defineLexer({ tag: 'irb', states });
