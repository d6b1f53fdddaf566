import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { puppet } from './puppet.ts';

/** Puppet's templates: text with Puppet between signs. */
export const epp = defineLexer({
  tag: 'epp',
  states: () => ({
    root: [
      [/<%#/, Token.Comment, 'comment'],
      [/<%(?:[%=]|-?(?:\s*\|)?)/, Token.CommentPreproc, 'code'],
      [/[^<]+|</, Token.Text],
    ],
    comment: [
      [/%>/, Token.Comment, '#pop'],
      [/[^%]+|%/, Token.Comment],
    ],
    code: [
      [/(?:\|\s*)?-?%>|%%>/, Token.CommentPreproc, '#pop'],
      [/(?:[^%|-]|-(?!%>)|%(?!%?>)|\|(?!\s*-?%>))+/, (lexing, [text]) => lexing.delegate(puppet, text)],
    ],
  }),
});
