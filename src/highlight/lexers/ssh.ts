import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/#[^\n]*/, Token.CommentSingle],
    [/[A-Za-z\d]+/, Token.Keyword, 'values'],
  ],
  values: [
    [/\n/, Token.Text, '#pop'],
    [/#[^\n]*/, Token.CommentSingle],
    [/(?:yes|no)\b/, Token.NameConstant],
    [/\d+/, Token.Number],
    [/\s+|[^\s#]+/, Token.Text],
  ],
});

/** The configuration of an SSH client: words at the start of lines. */
export const ssh = defineLexer({ tag: 'ssh', states });
