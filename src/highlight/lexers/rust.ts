import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const KEYWORDS = `Self abstract as async await become box break const continue crate do dyn else enum extern false final fn for
  if impl in let log loop macro match mod move mut override priv pub ref return self static struct super trait true try type
  typeof union unsafe unsized use virtual where while yield`;

const WORDS = wordTable(
  [Token.Keyword, KEYWORDS],
  [
    Token.NameBuiltin,
    `Add Arc AsMut AsRef BitAnd BitOr BitXor Box Clone Copy DIR Default Div DoubleEndedIterator Drop Eq Err
    ExactSizeIterator Extend FILE Fn FnMut FnOnce From FromIterator Index Into IntoIterator Iterator Mul Neg None Ok
    Option Ord Owned PartialEq PartialOrd Pin Rc Result Send Shl Shr Sized Some String Sub Sync ToOwned ToString TryFrom
    TryInto Unpin Vec bool c_char c_double c_float c_int c_long c_longlong c_schar c_short c_uchar c_uint c_ulong
    c_ulonglong c_ushort c_void char clock_t dev_t dirent drop f32 f64 float fpos_t i128 i16 i32 i64 i8 ino_t int
    intptr_t isize mode_t off_t pid_t ptrdiff_t size_t ssize_t str time_t u128 u16 u32 u64 u8 uint uintptr_t usize`,
  ],
);

const NAME = '[\\p{L}\\p{Nl}_][\\p{L}\\p{Nd}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Pc}]*';
const KEYWORD = new RegExp(`(?:${KEYWORDS.trim().split(/\s+/).join('|')})\\b`);
const ESCAPE = /\\(?:[nrt\\'"0]|x[\da-fA-F]{2}|u\{[\da-fA-F]{1,6}\}|U[\da-fA-F]{8})/;

/** The ends of raw strings by their opening hashes, so that a missing one is searched for only once. */
const rawEnds = new Map<string, RegExp>();

function rawString(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  const [opening, , hashes = ''] = match;
  let end = rawEnds.get(hashes);
  if (end === undefined) {
    end = new RegExp(`.*?"${hashes}`, 'sy');
    if (hashes.length < 8) rawEnds.set(hashes, end);
  }
  const rest = lexing.take(end);
  if (rest !== undefined) {
    lexing.token(Token.String, opening + rest);
    return;
  }
  lexing.groups(match, Token.Name, Token.Error, Token.String);
  lexing.push('string');
}

/** Outside the body of `macro_rules!` a dollar is nothing in particular. */
function macroVariable(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  if (lexing.isIn('macro body')) lexing.token(Token.NameVariable, match[0]);
  else {
    lexing.token(Token.Text, '$');
    lexing.recurse(match[0].slice(1));
  }
}

const literals: readonly Rule<undefined>[] = [
  [/(b?r)(#*)(")/, rawString],
  [/b?"/, Token.String, 'string'],
  [unicode`b?'(?:${ESCAPE.source}|[^\\'\n])'`, Token.StringChar],
  [/\d[\d_]*(?:\.\d[\d_]*(?:[eE][+-]?[\d_]+)?(?:f32|f64)?|[eE][+-]?[\d_]*\d(?:f32|f64)?|f32|f64)/, Token.NumberFloat],
  [unicode`\d[\d_]*\.(?![._\p{L}])`, Token.NumberFloat],
  [/(?:0b[01_]+|0x[\da-fA-F_]+|0o[0-7_]+|\d[\d_]*)(?:[ui](?:\d+|size)|u)?/, Token.NumberInteger],
];

const states = (): States<undefined> => ({
  root: [
    // A line hidden from the reader of a documentation test.
    [/(?<=^[ \t]*)#\s[^\n]*/, Token.CommentSpecial],
    include('space'),
    [/#!?\[/, Token.NameDecorator, 'attribute'],
    [/macro_rules!/, Token.NameDecorator, 'macro rules'],
    include('code'),
  ],
  space: [
    [/\s+/, Token.Text],
    [/\/\/(?:!|\/(?!\/))[^\n]*/, Token.CommentDoc],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*(?:\*(?![*/])|!)/, Token.CommentDoc, 'doc comment'],
    [/\/\*/, Token.CommentMultiline, 'comment'],
  ],
  code: [
    [/\.\s*await\b/, Token.Keyword],
    [unicode`\.\s*${NAME}(?=\s*\()`, Token.NameFunction],
    [unicode`\.\s*${NAME}`, Token.NameProperty],
    [/\.\d+(?:\.\d+)?/, Token.NameAttribute],
    [/'static\b/, Token.Keyword],
    [/[=-]>/, Token.Keyword],
    ...literals,
    [KEYWORD, Token.Keyword],
    [unicode`'${NAME}`, Token.NameVariable],
    [unicode`${NAME}!`, Token.NameDecorator, 'macro'],
    [unicode`${NAME}(?=\s*\()`, Token.NameFunction],
    [unicode`${NAME}(?=::)`, Token.NameNamespace],
    [/[A-Za-z_]\w*(?![\u0080-\uffff])/, byWord(WORDS, Token.Name)],
    [unicode`${NAME}`, Token.Name],
    [/[(){}[\],:;|]/, Token.Punctuation],
    [/\.\.[.=]?|[*/%&<>=!^+@~?-]/, Token.Operator],
  ],
  attribute: [
    include('space'),
    [/\]/, Token.NameDecorator, '#pop'],
    [/(?:true|false)\b/, Token.KeywordConstant],
    [unicode`(?!b?r?#*["'])${NAME}`, Token.NameDecorator],
    ...literals,
    [/[\w(),:=]/, Token.NameDecorator],
  ],
  string: [
    [/[^"\\]+/, Token.String],
    [/"/, Token.String, '#pop'],
    [ESCAPE, Token.StringEscape],
  ],
  comment: [
    [/[^*/]+/, Token.CommentMultiline],
    [/\/\*/, Token.CommentMultiline, '#push'],
    [/\*\//, Token.CommentMultiline, '#pop'],
    [/[*/]/, Token.CommentMultiline],
  ],
  'doc comment': [
    [/[^*/]+/, Token.CommentDoc],
    [/\/\*/, Token.CommentDoc, '#push'],
    [/\*\//, Token.CommentDoc, '#pop'],
    [/[*/]/, Token.CommentDoc],
  ],
  // What a macro is given ends where its first bracket closes.
  macro: [
    [/[({[]/, Token.Punctuation, ['#pop', 'macro arguments']],
    [unicode`${NAME}!`, Token.NameDecorator],
    include('arguments'),
  ],
  'macro arguments': [
    [/[({[]/, Token.Punctuation, '#push'],
    [/[)}\]]/, Token.Punctuation, '#pop'],
    include('arguments'),
  ],
  arguments: [
    [/(?:true|false)\b/, Token.KeywordConstant],
    [/\$(?:[A-Za-z_]\w*(?::\w+)?)?/, macroVariable],
    [/(?<!^[ \t]*)#(?!\[)/, Token.Text],
    include('root'),
  ],
  'macro rules': [[/[({[]/, Token.Punctuation, ['#pop', 'macro body']], include('root')],
  'macro body': [
    [/[({[]/, Token.Punctuation, '#push'],
    [/[)}\]]/, Token.Punctuation, '#pop'],
    [/\$(?:[A-Za-z_]\w*(?::\w+)?)?/, Token.NameVariable],
    include('root'),
  ],
});

/** Rust. */
export const rust = defineLexer({ tag: 'rust', states });
