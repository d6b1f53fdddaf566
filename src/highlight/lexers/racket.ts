import { defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { RACKET_WORDS } from './racket-words.ts';
import { schemeStates } from './scheme.ts';

const FIRST: readonly Rule<undefined>[] = [
  [/(?:;|#!)[^\n]*/, Token.CommentSingle],
  [/#\|/, Token.CommentMultiline, 'comment'],
  [/#;(?=[([])/, Token.CommentMultiline, 'datum'],
  [/#;[^\s()[\]{}]*/, Token.CommentMultiline],
  [/#(?:true|false|[tfTF])/, Token.NameConstant],
  [/#:[^\s()[\]{}'`,.]+/, Token.NameTag],
  [/[-+](?:inf|nan)\.[0f]/, Token.NumberFloat],
];

const states = (): States<undefined> => ({
  ...schemeStates({
    words: RACKET_WORDS,
    name: /[^\s()[\]{}'`,.]+/,
    symbol: /['`][^\s()[\]{}'`,.]+/,
    brackets: { open: /[([{]/, close: /[)\]}]/ },
    first: FIRST,
  }),
  comment: [
    [/#\|/, Token.CommentMultiline, '#push'],
    [/\|#/, Token.CommentMultiline, '#pop'],
    [/[^|#]+|[|#]/, Token.CommentMultiline],
  ],
  datum: [[/[([]/, Token.CommentMultiline, ['#pop', 'commented list']]],
  'commented list': [
    [/[([]/, Token.CommentMultiline, '#push'],
    [/[)\]]/, Token.CommentMultiline, '#pop'],
    [/[^()[\]]+/, Token.CommentMultiline],
  ],
});

/** Racket. */
export const racket = defineLexer({ tag: 'racket', states });
