import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { elixir } from './elixir.ts';
import { html } from './html.ts';

/** Embedded Elixir: HTML and Elixir take turns. What stands in braces is text, in HEEx too. */
export const eex = defineLexer({
  tag: 'eex',
  states: () => ({
    root: [
      [between(/<%#/, '%>'), Token.Comment],
      [/<%[=%]?/, Token.CommentPreproc, 'elixir'],
      [/(?:[^<]|<(?!%))+/, (lexing, [text]) => lexing.delegate(html, text)],
    ],
    elixir: [
      [/%>/, Token.CommentPreproc, '#pop'],
      [/(?:[^%]|%(?!>))+/, (lexing, [text]) => lexing.delegate(elixir, text)],
    ],
  }),
});
