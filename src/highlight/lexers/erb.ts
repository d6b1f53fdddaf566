import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { html } from './html.ts';
import { ruby } from './ruby.ts';

/** Embedded Ruby: HTML and Ruby take turns, and each goes on where it stopped. */
export const erb = defineLexer({
  tag: 'erb',
  states: () => ({
    root: [
      [between(/<%#/, '%>'), Token.Comment],
      [/<%[-=%]?/, Token.CommentPreproc, 'ruby'],
      [/(?:[^<]|<(?!%))+/, (lexing, [text]) => lexing.delegate(html, text)],
    ],
    ruby: [
      [/-?%>/, Token.CommentPreproc, '#pop'],
      [/(?:[^%-]|-(?!%>)|%(?!>))+/, (lexing, [text]) => lexing.delegate(ruby, text)],
    ],
  }),
});
