import { unicode } from '../engine/ruby-reading.ts';
import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** What a name may be made of; in a variable that begins with a capital letter, ASCII's only. */
const WORD = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]`;

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
      [unicode`[A-Z]\w*|_${WORD}*`, Token.NameVariable],
      [/\d+\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/\d+/, Token.Number],
      [between(/"/, '"'), Token.StringDouble],
      [between(/'/, "'"), Token.StringSymbol],
      [unicode`\p{Lowercase}${WORD}*`, Token.StringSymbol],
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
