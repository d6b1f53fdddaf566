import { include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Elements begin where an expression does; elsewhere `<` compares. Behind one a further one may begin. */
export const elementRules: readonly Rule<undefined>[] = [[/</, Token.Punctuation, 'element']];

const name: readonly Rule<undefined>[] = [
  [/[A-Z]\w*/, Token.NameClass],
  [/[a-z_]\w*/, Token.NameTag],
  [/\./, Token.Punctuation],
];

/** The states inside a JSX element. */
export const elementStates: States<undefined> = {
  element: [...name, [/(?=.)/s, Token.Text, ['#pop', 'attributes']]],
  attributes: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*/, Token.CommentMultiline, 'comment'],
    [/\/>/, Token.Punctuation, '#pop'],
    [/>/, Token.Punctuation, ['#pop', 'children']],
    [/\{/, Token.StringInterpol, ['interpolation', 'expression']],
    [/=/, Token.Punctuation],
    [/\w[\w-]*/, Token.NameAttribute],
    [/"[^"\n]*"|'[^'\n]*'/, Token.String],
  ],
  children: [
    [/\{/, Token.StringInterpol, ['interpolation', 'expression']],
    [/&[^\s;<{]{0,200};/, Token.NameEntity],
    [/<\//, Token.Punctuation, ['#pop', 'closing']],
    [/</, Token.Punctuation, 'element'],
    [/&/, Token.Error],
    [/[^<{&]+/, Token.Text],
  ],
  closing: [...name, [/(?=.)/s, Token.Text, ['#pop', 'closing attributes']]],
  'closing attributes': [
    [/\s+/, Token.Text],
    [/>/, Token.Punctuation, '#pop'],
    [/\w[\w-]*/, Token.NameAttribute],
  ],
  interpolation: [
    [/\}/, Token.StringInterpol, '#pop'],
    [/\{/, Token.Punctuation, ['braces', 'statement']],
    include('root'),
  ],
  // Braces within these are not counted.
  braces: [[/\}/, Token.Punctuation, ['#pop', 'statement']], include('root')],
};
