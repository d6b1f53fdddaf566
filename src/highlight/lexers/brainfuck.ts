import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Brainfuck. A loop before the first command can never run, and so is a comment. */
export const brainfuck = defineLexer({
  tag: 'brainfuck',
  begin: () => ['root', 'start'],
  states: () => ({
    start: [
      [/\s+/, Token.Text],
      [/\[/, Token.CommentMultiline, 'comment'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    comment: [
      [/\[/, Token.CommentMultiline, '#push'],
      [/\]/, Token.CommentMultiline, '#pop'],
      [/[^[\]]+/, Token.CommentMultiline],
    ],
    root: [[/\[/, Token.Punctuation, 'loop'], include('commands')],
    loop: [[/\[/, Token.Punctuation, '#push'], [/\]/, Token.Punctuation, '#pop'], include('commands')],
    commands: [
      [/[.,+-]/, Token.NameFunction],
      [/[<>]/, Token.NameBuiltin],
      [/[^[\].,+<>-]+/, Token.CommentSingle],
    ],
  }),
});
