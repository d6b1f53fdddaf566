import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Message files of RISC OS. */
export const msgtrans = defineLexer({
  tag: 'msgtrans',
  states: () => ({
    root: [
      [/^#[^\n]*/, Token.Comment],
      [/[^\t\n\r ),:?/]+/, Token.NameVariable],
      [/[\n?/]/, Token.Operator],
      [/:/, Token.Operator, 'message'],
    ],
    message: [
      [/\n/, Token.Text, '#pop'],
      [/%[0-3%]/, Token.Operator],
      [/[^%\n]+/, Token.String],
    ],
  }),
});
