import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Mails: the lines of the header, and what is quoted in the body. */
export const email = defineLexer({
  tag: 'email',
  states: () => ({
    root: [
      [/[^:]+/, Token.NameTag],
      [/:/, Token.Operator, 'value'],
    ],
    value: [
      [/\n\n/, Token.Text, ['#pop', 'body']],
      [/\n(?![ \t])/, Token.Text, '#pop'],
      [/[^\n]+|\n/, Token.NameAttribute],
    ],
    body: [
      [/^>[^\n]*/, Token.Comment],
      [/[^\n]+|\n/, Token.Text],
    ],
  }),
});
