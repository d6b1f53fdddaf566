import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Prolog. */
export const prolog = defineLexer({
  tag: 'prolog',
  begin: () => ['root', 'start'],
  states: () => ({
    start: [
      [/#[^\n]*/, Token.CommentSingle, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    root: [
      [/\s+/, Token.Text],
      [/%[^\n]*/, Token.CommentSingle],
      [/\/\*/, Token.CommentMultiline, 'comment'],
      [/[A-Z_]\w*/, Token.NameVariable],
      [/\d+\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/\d+/, Token.Number],
      [between(/"/, '"'), Token.StringDouble],
      [between(/'/, "'"), Token.StringSymbol],
      [/[\p{Ll}\p{Lo}][\p{L}\p{N}_]*/u, Token.StringSymbol],
      [/:-|-->|[[\](){}|.,;!]/, Token.Punctuation],
      [/[-+*/<>=:?@~^#&][-+*/<>=:?@~^#&,.]*/, Token.Operator],
    ],
    // Text is known only behind an asterisk.
    comment: [
      [/\*\//, Token.CommentMultiline, '#pop'],
      [/\/\*/, Token.CommentMultiline, '#push'],
      [/\s*\*[^*/]+/, Token.CommentMultiline],
    ],
  }),
});
