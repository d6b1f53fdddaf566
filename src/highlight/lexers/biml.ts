import type { Lexing } from '../engine/lexing.ts';
import { before, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { csharp } from './csharp.ts';
import { xmlStates } from './xml.ts';

function code(lexing: Lexing<undefined>, [, text = '', end = '']: RegExpExecArray): void {
  const trimmed = text.trimEnd();
  lexing.delegate(csharp, trimmed);
  lexing.token(Token.NameTag, text.slice(trimmed.length) + end);
}

/** BIML: XML with directives and pieces of C#. */
export const biml = defineLexer({
  tag: 'biml',
  states: () => ({
    ...xmlStates({
      root: [
        [/<#@\s*/, Token.NameTag, 'directive'],
        [/<#=?\s*/, Token.NameTag, 'code'],
      ],
    }),
    directive: [
      [/\s+/, Token.Text],
      [/[^\s#>=][^#>=]*=/, Token.NameAttribute, 'value'],
      [/[^\s#>=][^#>=]*/, Token.NameAttribute],
      [/#>/, Token.NameTag, '#pop'],
    ],
    // The white space around the end belongs to it.
    code: [[before(/((?:[^#]|#(?!>))*)(#>\s*)/, '#>'), code, '#pop']],
  }),
});
