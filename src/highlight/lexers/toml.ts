import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** The rules for one value; `then` is where they lead. */
function valueRules(then: readonly string[]): readonly Rule<undefined>[] {
  return [
    [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/, Token.LiteralDate, then],
    [/\d\d:\d\d:\d\d(?:\.\d+)?/, Token.LiteralDate, then],
    [/[+-]?(?:inf|nan)/, Token.NumberFloat, then],
    [/true|false/, Token.KeywordConstant, then],
    [/0x[\da-fA-F][\da-fA-F_]*/, Token.NumberHex, then],
    [/0o[0-7][0-7_]*/, Token.NumberOct, then],
    [/0b[01][01_]*/, Token.NumberBin, then],
    [/[+-]?\d[\d_]*(?:\.\d[\d_]*(?:[eE][+-]?\d[\d_]*)?|[eE][+-]?\d[\d_]*)/, Token.NumberFloat, then],
    [/[+-]?\d[\d_]*/, Token.NumberInteger, then],
    [/"""/, Token.String, [...then, 'long string']],
    [/'''/, Token.String, [...then, 'long literal']],
    [/"/, Token.String, [...then, 'string']],
    [/'/, Token.String, [...then, 'literal']],
    [/\[/, Token.Punctuation, [...then, 'array']],
    [/\{/, Token.Punctuation, [...then, 'inline table']],
  ];
}

const states = (): States<undefined> => ({
  root: [
    [/\[\[?/, Token.Keyword, 'table'],
    [/\n+/, Token.Text],
    [/[ \t\r\f\v]+/, Token.Text],
    [/#[^\n]*/, Token.Comment],
    [/[\w-]+/, Token.Name],
    [/(=)(\s*)/, [Token.Operator, Token.Whitespace], 'value'],
    [/\./, Token.Punctuation],
    [/"/, Token.String, 'string'],
    [/'/, Token.String, 'literal'],
  ],
  table: [
    [/\]\]?/, Token.Keyword, '#pop'],
    [/[ \t\r\f\v]+/, Token.Whitespace],
    [/\./, Token.Keyword],
    [/[\w-]+/, Token.Name],
    [/"/, Token.String, 'string'],
    [/'/, Token.String, 'literal'],
  ],
  value: [...valueRules(['#pop'])],
  array: [
    [/\s+/, Token.Text],
    [/#[^\n]*/, Token.Comment],
    [/,/, Token.Punctuation],
    [/\]/, Token.Punctuation, '#pop'],
    ...valueRules([]),
    // What is no value spoils all up to the next value, the end of the array too.
    [/./s, Token.Error, 'value'],
  ],
  'inline table': [
    [/[ \t\r\f\v]+/, Token.Whitespace],
    [/[\w-]+/, Token.Name],
    [/(=)(\s*)/, [Token.Punctuation, Token.Whitespace], 'value'],
    [/[.,]/, Token.Punctuation],
    [/\}/, Token.Punctuation, '#pop'],
    [/"/, Token.String, 'string'],
    [/'/, Token.String, 'literal'],
  ],
  escape: [[/\\(?:[\\"bfnrt\n]|u[\da-fA-F]{8})/, Token.StringEscape]],
  string: [include('escape'), [/"/, Token.String, '#pop'], [/\n/, Token.Error, '#pop'], [/[^"\\\n]+/, Token.String]],
  literal: [
    [/'/, Token.String, '#pop'],
    [/\n/, Token.Error, '#pop'],
    [/[^'\n]+/, Token.String],
  ],
  'long string': [include('escape'), [/"""/, Token.String, '#pop'], [/[^"\\]+|"/, Token.String]],
  'long literal': [
    [/'''/, Token.String, '#pop'],
    [/[^']+|'/, Token.String],
  ],
});

/** TOML. */
export const toml = defineLexer({ tag: 'toml', states });
