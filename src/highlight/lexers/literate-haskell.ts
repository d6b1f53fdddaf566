import type { Lexing } from '../engine/lexing.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { haskell } from './haskell.ts';

/** Behind the sign code goes on where the last line of it ended. */
function line(lexing: Lexing<undefined>, [, , code = '']: RegExpExecArray): void {
  lexing.token(Token.NameLabel, '>');
  lexing.delegate(haskell, code);
}

/** Haskell in lines that begin with a sign, and text around them. */
export const literateHaskell = defineLexer({
  tag: 'literate_haskell',
  states: () => ({
    root: [
      [/^[ \t]*\n(?=>)/, Token.Text, 'code'],
      [/[^\n]*\n|[^\n]+/, Token.Text],
    ],
    code: [
      [/(>)( [^\n]*\n?)/, line],
      [/[ \t]*\n(?!>)/, Token.Text, '#pop'],
    ],
  }),
});
