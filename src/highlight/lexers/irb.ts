import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { ruby } from './ruby.ts';

type Work = Lexing<undefined>;

const code = (lexing: Work, [text]: RegExpExecArray): void => lexing.delegate(ruby, text);

/** A prompt ends at the first of these signs behind its name, or at the first such sign before a `>`. */
const PROMPT = String.raw`^[^\n]*?(?:(?:irb|pry)[^\n]*?[>"*]|[>"*]>)`;

const states = (): States<undefined> => ({
  root: [
    include('prompts'),
    [/[ \t]*(?:#[^\n]*|<?\.+>?[ \t]*$)\n?/, Token.Comment],
    [/[^\n]+\n?/, Token.GenericOutput],
  ],
  prompts: [
    [new RegExp(`${PROMPT}|^>>`), Token.GenericPrompt, 'input'],
    [/^=>/, Token.Punctuation, 'result'],
    [/^\w+Error:[^\n]*\n?/, Token.GenericError, 'error'],
  ],
  input: [
    [/[ \t]+/, Token.Whitespace, ['#pop', 'line']],
    [/\n/, Token.Whitespace, '#pop'],
    [/(?=.)/s, Token.Text, ['#pop', 'line']],
  ],
  line: [[/[^\n]*\n?/, code, '#pop']],
  // What goes wrong and what an expression gives go on until the next prompt.
  error: [
    [new RegExp(`(?=${PROMPT}|^>>)`), Token.Text, '#pop'],
    [/[^\n]*\n?/, Token.GenericError],
  ],
  result: [
    [new RegExp(`(?=${PROMPT}|^>>|^=>|^[ \\t]*#(?!<))`), Token.Text, '#pop'],
    [/#</, Token.KeywordType, '#push'],
    [/>/, Token.KeywordType],
    [/(?:[^#>\n]|#(?!<)|(?<==)>)+\n?|\n/, code],
  ],
});

/** A session of Ruby's console. */
export const irb = defineLexer({ tag: 'irb', states });
