import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord } from '../engine/word-table.ts';
import { JULIA_WORDS } from './julia-words.ts';

const string: readonly Rule<undefined>[] = [
  [/"/, Token.String, '#pop'],
  [/\$\(\w+\)[ ]*|\$/, Token.StringInterpol],
  [/\\(?:[\\'"nbrtfv0a]|\d{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4})/, Token.StringEscape],
  [/[^"$\\]+|\\/, Token.String],
];

/** The name behind `function` or `struct`, with the space before it. */
const nameRules = (token: Token): readonly Rule<undefined>[] => [
  [/\s+/, token],
  [/\(/, Token.Operator, '#pop'],
  [/[^\s({;]+/, token, '#pop'],
  [/(?=.)/s, Token.Text, '#pop'],
];

/** Names may contain signs of all kinds, but keywords end before one. */
const WORD_BEFORE_SIGN = unicode`(?=\w+[!\u{80}-\u{10ffff}])(?:${[...JULIA_WORDS.keys()].join('|')})(?![\p{L}\p{M}\p{N}_])`;

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/#=/, Token.CommentMultiline, 'comment'],
    [/#[^\n]*/, Token.Comment],
    [/(?:function|macro)\b(?=\s)/, Token.Keyword, 'function name'],
    [/(?:(?:mutable\s+)?struct|(?:abstract|primitive)\s+type)\b(?=\s)/, Token.Keyword, 'type name'],
    include('literals'),
    [/@[A-Za-z_.][\w.]*/, Token.NameDecorator],
    [/[-+*/\\^%÷&|~!<>=≤≥≠:?.$]/, Token.Operator],
    [/[,;()[\]{}]/, Token.Other],
    [WORD_BEFORE_SIGN, byWord(JULIA_WORDS, Token.Name)],
    [/[A-Za-z_\u00a1-\uffff][\w!\u00a1-\uffff]*/, byWord(JULIA_WORDS, Token.Name)],
  ],
  literals: [
    [/"/, Token.String, 'string'],
    [/`[^`]*`/, Token.StringBacktick],
    [/'(?:\\.[\da-fA-F]{0,8}|[^\\'\n])'/u, Token.StringChar],
    [/\d+(?:_\d+)*\.(?:\d+(?:_\d+)*)?(?:[ef][-+]?\d+)?|\d+(?:_\d+)*[ef][-+]?\d+/, Token.NumberFloat],
    [/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/, Token.NumberHex],
    [/0b[01]+(?:_[01]+)*/, Token.NumberBin],
    [/0o[0-7]+(?:_[0-7]+)*/, Token.NumberOct],
    [/\d+(?:_\d+)*/, Token.NumberInteger],
  ],
  'function name': nameRules(Token.NameFunction),
  'type name': nameRules(Token.NameClass),
  string,
  comment: [
    [/#=/, Token.CommentMultiline, '#push'],
    [/=#/, Token.CommentMultiline, '#pop'],
    [/[^#=]+|[#=]/, Token.CommentMultiline],
  ],
});

/** Julia. */
export const julia = defineLexer({ tag: 'julia', states });
