import { before, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const comments: readonly Rule<undefined>[] = [
  // Three dots stand for what is left out.
  [/\/\/[^\n]*|\.{3}/, Token.CommentSingle],
  [/\/\*.*?\*\//, Token.Comment],
  [before(/([$A-Z_a-z][\w$-]{0,60})(\s*)(:)/, ':'), [Token.NameAttribute, Token.Text, Token.Punctuation]],
];

/** A key is a key by what follows it, but not in an array; a colon anywhere else is an error. */
const key: Rule<undefined> = [/("(?:\\.|[^"\\\n])*")(\s*)(:)/, [Token.NameLabel, Token.Whitespace, Token.Punctuation]];

const states = (extensions: readonly Rule<undefined>[]): States<undefined> => ({
  value: [
    [/\s+/, Token.Whitespace],
    [/"/, Token.StringDouble, 'string'],
    [/true|false|null/, Token.KeywordConstant],
    [/-?(?:0|[1-9]\d*)\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
    [/-?(?:0|[1-9]\d*)(?:[eE][+-]?\d+)?/, Token.NumberInteger],
    [/\{/, Token.Punctuation, 'object'],
    [/\[/, Token.Punctuation, 'array'],
    ...extensions,
  ],
  // A comma counts only within an object or an array, and a bracket only where it closes what is open.
  root: [key, include('value'), [/[\]}]/, Token.Punctuation]],
  object: [[/,/, Token.Punctuation], [/\}/, Token.Punctuation, '#pop'], key, include('value')],
  array: [[/,/, Token.Punctuation], [/\]/, Token.Punctuation, '#pop'], include('value')],
  string: [
    [/[^\\"]+/, Token.StringDouble],
    [/\\./, Token.StringEscape],
    [/"/, Token.StringDouble, '#pop'],
  ],
});

/** JSON; comments are errors. */
export const json = defineLexer({ tag: 'json', states: () => states([]) });

/** JSON with comments and keys without quotes. */
export const jsonDoc = defineLexer({ tag: 'json-doc', states: () => states(comments) });
