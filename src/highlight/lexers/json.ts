import { before, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const comments: readonly Rule<undefined>[] = [
  [/\/\/[^\n]*/, Token.CommentSingle],
  [/\/\*.*?\*\//, Token.Comment],
  [before(/([$A-Z_a-z][\w$-]{0,60})(\s*)(:)/, ':'), [Token.NameAttribute, Token.Text, Token.Punctuation]],
];

const states = (extensions: readonly Rule<undefined>[]): States<undefined> => ({
  value: [
    [/\s+/, Token.Whitespace],
    // A key is a key by what follows it; a colon anywhere else is an error.
    [/("(?:\\.|[^"\\\n])*")(\s*)(:)/, [Token.NameLabel, Token.Whitespace, Token.Punctuation]],
    [/"/, Token.StringDouble, 'string'],
    [/true|false|null/, Token.KeywordConstant],
    [/-?\d+\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
    [/-?\d+(?:[eE][+-]?\d+)?/, Token.NumberInteger],
    [/\{/, Token.Punctuation, 'object'],
    [/\[/, Token.Punctuation, 'array'],
    ...extensions,
  ],
  // A comma counts only within an object or an array, and a bracket only where it closes what is open.
  root: [include('value'), [/[\]}]/, Token.Punctuation]],
  object: [[/,/, Token.Punctuation], [/\}/, Token.Punctuation, '#pop'], include('value')],
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
