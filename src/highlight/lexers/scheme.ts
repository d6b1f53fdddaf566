import { defineLexer, include, once, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable } from '../engine/word-table.ts';
import { SCHEME_WORDS } from './scheme-words.ts';

/** What Scheme and the languages born of it differ in. */
interface SchemeDialect {
  readonly words: WordTable;
  /** What names are made of, and the names that a quote makes symbols. */
  readonly name: RegExp;
  readonly symbol: RegExp;
  readonly brackets: { readonly open: RegExp; readonly close: RegExp };
  /** Rules that go before all others: comments, and constants only this dialect has. */
  readonly first: readonly Rule<undefined>[];
}

/** The states of Scheme. A name right behind a bracket is called, and only there can it be syntax. */
export function schemeStates({ words, name, symbol, brackets, first }: SchemeDialect): States<undefined> {
  return {
    root: [
      [/\s+/, Token.Text],
      ...first,
      include('numbers'),
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
      [symbol, Token.StringSymbol],
      [/#\\(?:[()/'"._!$%& ?=+-]|[a-zA-Z\d]+)/, Token.StringChar],
      [/['#`.]|,@?/, Token.Operator],
      [brackets.open, Token.Punctuation, 'call'],
      [brackets.close, Token.Punctuation],
      [name, Token.NameVariable],
    ],
    numbers: [
      [/-?\d+\.\d+/, Token.NumberFloat],
      [/-?\d+|#d\d+/, Token.NumberInteger],
      [/#b[01]+/, Token.NumberBin],
      [/#o[0-7]+/, Token.NumberOct],
      [/#x[\da-f]+/i, Token.NumberHex],
      [/#[ei]\d+(?:\.\d+)?/, Token.NumberOther],
    ],
    call: [
      [name, byWord(words, Token.NameFunction), '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
  };
}

/** Scheme. */
export const scheme = defineLexer({
  tag: 'scheme',
  states: () =>
    schemeStates({
      words: SCHEME_WORDS,
      name: /[\w!$%&*/:<=>?@^~|+,-]+/,
      symbol: /'[\w!$%&*/:<=>?@^~|+,-]+/,
      brackets: { open: /[([]/, close: /[)\]]/ },
      first: [
        [/;[^\n]*/, Token.CommentSingle],
        [/#[tf]/, Token.NameConstant],
        [/[-+]inf\.0/, Token.Number],
      ],
    }),
});
