import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { PLSQL_WORDS } from './plsql-words.ts';

interface Data {
  /** What ends the quoted text. */
  closer: string;
}

/** Between other words these are operators. */
const OPERATORS = /(?:and|between|in|like|not|or)(?=\s)/i;

function word(lexing: Lexing<Data>, [text]: RegExpExecArray): void {
  lexing.token(PLSQL_WORDS.get(text.toUpperCase()) ?? Token.Name, text);
}

function member(lexing: Lexing<Data>, [, point = '', name = '', follows]: RegExpExecArray): void {
  lexing.token(Token.Punctuation, point);
  const isFunction = !follows && PLSQL_WORDS.get(name.toUpperCase()) === Token.NameFunction;
  lexing.token(isFunction ? Token.NameFunction : Token.Name, name);
}

const RESERVED = Token.KeywordReserved;

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

/** The text of `q'[...]'`, up to its own closing sign and a quote. */
function quoted(lexing: Lexing<Data>, [text]: RegExpExecArray): void {
  const opener = text.slice(2);
  lexing.data.closer = CLOSERS[opener] ?? opener;
  lexing.token(Token.Operator, text);
}

function closeQuoted(lexing: Lexing<Data>, [text, sign]: RegExpExecArray): void {
  const ends = sign === lexing.data.closer;
  lexing.token(ends ? Token.Operator : Token.StringOther, text);
  if (ends) lexing.pop();
}

const states = (): States<Data> => ({
  root: [
    [/\s+/, Token.Text],
    [/--[^\n]*/, Token.CommentSingle],
    [/\/\*/, Token.CommentMultiline, 'comment'],
    [
      /(create)(\s+)(or)(\s+)(replace)(\s+)(package|type)(\s+)(body)(\s+)([a-z][\w$]*)/i,
      [
        RESERVED,
        Token.Text,
        RESERVED,
        Token.Text,
        RESERVED,
        Token.Text,
        RESERVED,
        Token.Text,
        RESERVED,
        Token.Text,
        Token.Name,
      ],
    ],
    [
      /(create)(\s+)(or)(\s+)(replace)(\s+)(function|package|procedure|type)(\s+)([a-z][\w$]*)/i,
      [RESERVED, Token.Text, RESERVED, Token.Text, RESERVED, Token.Text, RESERVED, Token.Text, Token.Name],
    ],
    [
      /(create)(\s+)(function|package|procedure|type)(\s+)([a-z][\w$]*)/i,
      [RESERVED, Token.Text, RESERVED, Token.Text, Token.Name],
    ],
    [/%(?:found|isopen|notfound|rowcount|rowtype|type)\b/i, Token.NameAttribute],
    [/(?:\$\$[a-z]\w*|\$(?:if|then|else|elsif|end|error))(?=\s)/i, Token.CommentPreproc],
    [/q'./isu, quoted, 'quoted'],
    [/'/, Token.Operator, 'text'],
    [/"/, Token.Operator, 'name'],
    [/(\.)([a-z][\w$]*)(?=(\.[a-z])?)/i, member],
    [/(is)(\s+)(null)\b/i, [Token.OperatorWord, Token.Text, Token.OperatorWord]],
    [
      /(is)(\s+)(not)(\s+)(null)\b/i,
      [Token.OperatorWord, Token.Text, Token.OperatorWord, Token.Text, Token.OperatorWord],
    ],
    [OPERATORS, Token.OperatorWord],
    [/[a-z][\w$]*/i, word],
    [/(?<=[A-Za-z_])(\.)(\d+(?: |\.(?!\.))?)/, [Token.Punctuation, Token.Error]],
    [/[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?[fd]?/i, Token.NumberFloat],
    [/[+-]?\d+/, Token.NumberInteger],
    [/\.\.|:=|\|\||[~^]=|[-+*/<>=!%&@^[\]]/, Token.Operator],
    [/[():;,.]/, Token.Punctuation],
  ],
  comment: [
    [/\*\//, Token.CommentMultiline, '#pop'],
    [/[^*]+|\*(?=.)/s, Token.CommentMultiline],
  ],
  text: [
    [/''|\\./, Token.StringEscape],
    [/'/, Token.Operator, '#pop'],
    [/[^'\\]+/, Token.StringSingle],
  ],
  name: [
    [/""|\\./, Token.StringEscape],
    [/"/, Token.Operator, '#pop'],
    [/[^"\\]+/, Token.NameVariable],
  ],
  quoted: [
    [/(.)'/su, closeQuoted],
    [/./su, Token.StringOther],
  ],
});

/** PL/SQL. */
export const plsql = defineLexer<Data>({ tag: 'plsql', states, data: () => ({ closer: '' }) });
