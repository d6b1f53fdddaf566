import { defineLexer, include, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `as case ccall class code definition derive dynamic export foreign from generic if implementation import in infix infixl
    infixr inline instance let module of otherwise qualified special stdcall system where with`,
  ],
  [Token.KeywordConstant, 'False True'],
);

const FLOAT: Rule<undefined> = [/[-+~]?\d+\.\d+(?:E[-+]?\d+)?\b|[-+~]?\d+E[-+]?\d+\b/, Token.NumberFloat];
const INTEGER: Rule<undefined> = [/[-+~]?\d+/, Token.NumberInteger];
const CHARACTER: Rule<undefined> = [/'(?:[^\\']|\\(?:x[\da-fA-F]*|\d+|[^xd\d]))'/su, Token.StringChar];
const STRING: Rule<undefined> = [/"/, Token.StringDouble, 'string'];

/** Clean. A block of `code` has instructions of its abstract machine. */
export const clean = defineLexer({
  tag: 'clean',
  states: () => ({
    root: [
      include('comments'),
      [/\s+/, Token.Whitespace],
      [/code(?:\s+inline)?\s*\{/, Token.CommentPreproc, 'instructions'],
      [/_{0,20}[A-Z][\w`]*/, byWord(WORDS, Token.KeywordType)],
      [/_{0,20}[a-z][\w`]*/, byWord(WORDS, Token.Name)],
      STRING,
      CHARACTER,
      [/[-+~]?0[0-7]+/, Token.NumberOct],
      FLOAT,
      [/[-+~]?0x[\da-fA-F]+/, Token.NumberHex],
      INTEGER,
      [/_(?!\w)|[^\w\s"`]/, Token.Punctuation],
    ],
    comments: [
      [/\/\/\*[^\n]*/, Token.CommentDoc],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*\*/, Token.CommentDoc, 'documentation'],
      [/\/\*/, Token.CommentMultiline, 'comment'],
    ],
    documentation: [
      [/\*\//, Token.CommentDoc, '#pop'],
      [/\/\*/, Token.CommentDoc, 'comment'],
      [/[^*/]+|[*/]/, Token.CommentDoc],
    ],
    comment: [
      [/\*\//, Token.CommentMultiline, '#pop'],
      [/\/\*/, Token.CommentMultiline, '#push'],
      [/[^*/]+|[*/]/, Token.CommentMultiline],
    ],
    string: [
      [/[^\\"]+/, Token.StringDouble],
      [/\\(?:[bfnrtv\\"']|[xX][\da-fA-F]{1,2}|[0-7]{1,3})/, Token.StringEscape],
      [/"/, Token.StringDouble, '#pop'],
    ],
    instructions: [
      include('operands'),
      [/\.\w*/, Token.Keyword, 'instruction'],
      [/\w+/, Token.NameBuiltin, 'instruction'],
    ],
    instruction: [
      [/\n\s*/, Token.Whitespace, '#pop'],
      [/\}/, Token.CommentPreproc, '#pop:2'],
      include('operands'),
      [/\S+/, Token.Name],
    ],
    operands: [
      [/\s+/, Token.Whitespace],
      [/\}/, Token.CommentPreproc, '#pop'],
      [/\|[^\n]*/, Token.CommentSingle],
      STRING,
      CHARACTER,
      FLOAT,
      INTEGER,
    ],
  }),
});
