import type { Lexing } from '../engine/lexing.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { ruby } from './ruby.ts';

const code = (lexing: Lexing<undefined>, [text]: RegExpExecArray): void => lexing.delegate(ruby, text);

/** What Ruby's console prints: output, and from the first arrow on a result. */
export const irbOutput = defineLexer({
  tag: 'irb_output',
  states: () => ({
    root: [
      [/^=>/, Token.Punctuation, 'result'],
      [/[^\n]+\n?/, Token.GenericOutput],
    ],
    result: [
      [/#</, Token.KeywordType, 'object'],
      [/(?:[^#\n]|#(?!<))+\n?|\n/, code],
    ],
    object: [
      [/#</, Token.KeywordType, '#push'],
      [/>/, Token.KeywordType, '#pop'],
      [/(?:[^#>\n]|#(?!<))+\n?|\n/, code],
    ],
  }),
});
