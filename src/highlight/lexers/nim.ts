import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `addr as asm atomic bind block break case cast const continue converter defer discard distinct do elif else end enum except
     export finally for from func generic if import include interface iterator let macro method mixin nil object of out proc ptr
     raise ref return static template try tuple type using var when while with without yield`,
  ],
  [Token.KeywordType, 'int int8 int16 int32 int64 float float32 float64 bool char string range array seq set'],
  [Token.KeywordPseudo, 'true false'],
  [Token.OperatorWord, 'and div in is isnot mod not notin or shl shr xor'],
);

/** The language disregards underscores in its words, also one behind them. Behind any other name one is a mistake. */
function word(lexing: Lexing<undefined>, [, name = '', underscore = '']: RegExpExecArray): void {
  const known = WORDS.get(name.replaceAll('_', ''));
  if (known !== undefined || underscore === '') {
    lexing.token(known ?? Token.Name, name + underscore);
    return;
  }
  lexing.token(Token.Name, name);
  lexing.token(Token.Error, underscore);
  lexing.push('broken line');
}

const states = (): States<undefined> => ({
  root: [
    [/##[^\n]*/, Token.StringDoc],
    [/#[^\n]*/, Token.Comment],
    [/"""/, Token.String, 'long string'],
    [/\w+"/, Token.String, 'raw string'],
    [/"/, Token.String, 'string'],
    [/'/, Token.StringChar, 'character'],
    [/p_?r_?o_?c_?\s(?![([\]])/, Token.Keyword, 'function name'],
    [/([a-zA-Z](?:_?[a-zA-Z0-9])*)(_(?!\w))?/, word],
    [/\s+/, Token.Text],
    [/[=\-+/<>@$~&%!?|\\*[\]]+/, Token.Operator],
    [/[.:,;^`(){}]+/, Token.Punctuation],
    include('numbers'),
    [/[^\n]+/, Token.Error],
  ],
  numbers: [
    [/0x[a-f\d][a-f\d_]*/i, Token.NumberHex, 'integer suffix'],
    [/0b[01][01_]*/i, Token.Number, 'integer suffix'],
    [/0o[0-7][0-7_]*/, Token.NumberOct, 'integer suffix'],
    [/\d[\d_]*(?=[e.]|'?f(?:32|64))/i, Token.NumberFloat, ['float suffix', 'fraction']],
    [/\d[\d_]*/, Token.NumberInteger, 'integer suffix'],
  ],
  fraction: [
    [/\.(?!\.)[\d_]*/, Token.NumberFloat],
    [/e[+-]?\d[\d_]*/i, Token.NumberFloat],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  'float suffix': [
    [/'?f(?:32|64)/i, Token.NumberFloat],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  'integer suffix': [
    [/'?i(?:32|64)/i, Token.NumberIntegerLong],
    [/'?(?:i(?:8|16)|u)/i, Token.NumberInteger],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  // Nothing ends a name that is not there.
  'function name': [
    [/`[^\n]+`/, Token.NameFunction, '#pop'],
    [/[a-zA-Z](?:_?[a-zA-Z0-9])*/, Token.NameFunction, '#pop'],
  ],
  'broken line': [
    [/[^\n]+/, Token.Error, '#pop'],
    [/(?=\n)/, Token.Text, '#pop'],
  ],
  variables: [[/\$[\w#]+/, Token.StringInterpol]],
  escapes: [[/\\(?:[abcefnrtvl"'\\]|x[a-fA-F\d]{2}|\d{1,3})/, Token.StringEscape]],
  string: [
    include('escapes'),
    [/\\\n/, Token.StringEscape],
    include('variables'),
    [/"/, Token.String, '#pop'],
    [/[^"\\$\n]+|[\\$]/, Token.String],
  ],
  character: [include('escapes'), [/'/, Token.StringChar, '#pop'], [/[^'\\\n]+|\\/, Token.StringChar]],
  // A doubled quote is meant to stand for one, but ends the string here.
  'raw string': [
    include('variables'),
    [/"(?!")/, Token.String, '#pop'],
    [/"/, Token.StringEscape, '#pop'],
    [/[^"$\n]+|\$/, Token.String],
  ],
  'long string': [include('variables'), [/"""(?!")/, Token.String, '#pop'], [/[^"$]+|["$]/, Token.String]],
});

/** Nim. */
export const nim = defineLexer({ tag: 'nim', states });
