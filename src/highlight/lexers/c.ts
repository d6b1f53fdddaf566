import { closedBy } from '../engine/closed-by.ts';
import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable, wordTable } from '../engine/word-table.ts';

type Rules = readonly Rule<undefined>[];

/** What the languages built on C add to it. */
interface Dialect {
  readonly words: WordTable;
  readonly numbers: Rules;
  /** Rules that go before those of a statement. */
  readonly statements?: Rules;
  /** Rules that go before those of the outermost level. */
  readonly root?: Rules;
  /** The rule for a brace within braces: C++ forgets the outer one. */
  readonly innerBrace?: Rule<undefined>;
  /** A pattern for what may stand between the parameters of a function and its body. */
  readonly afterParameters?: string;
  /** Rules that go before those of a `case` up to its colon. */
  readonly caseRules?: Rules;
}

const KEYWORDS = `_Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local auto break case const
  continue default do else enum extern for goto if register restricted return sizeof static struct switch typedef union virtual
  volatile while`;

const TYPES = `DIR FILE _Bool _Complex char char16_t char32_t clock_t div_t double float fpos_t int int16_t int32_t int64_t int8_t
  int_fast16_t int_fast32_t int_fast64_t int_fast8_t int_least16_t int_least32_t int_least64_t int_least8_t intmax_t intptr_t
  jmp_buf ldiv_t long mbstate_t off_t ptrdiff_t short sig_atomic_t signed size_t ssize_t time_t uint16_t uint32_t uint64_t
  uint8_t uint_fast16_t uint_fast32_t uint_fast64_t uint_fast8_t uint_least16_t uint_least32_t uint_least64_t uint_least8_t
  uintmax_t uintptr_t unsigned va_list void wchar_t wctrans_t wctype_t wint_t`;

/** Words of Microsoft's compiler and others. */
export const C_RESERVED = `__asm __based __cdecl __declspec __except __fastcall __finally __inline __int16 __int32 __int61 __int8
  __leave __naked __restrict __stdcall __thread __try __typename _inline _naked _restrict _thread _typename inline naked
  restrict thread typename`;

/** The words of C, which the languages built on it share. */
export const C_WORDS = wordTable(
  [Token.Keyword, KEYWORDS],
  [Token.KeywordType, TYPES],
  [Token.KeywordReserved, C_RESERVED],
  [Token.NameBuiltin, 'NULL true false'],
);

/** The numbers of C; without an exponent a fraction is two integers. */
export const C_NUMBERS: Rules = [
  [/(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[lLuU]*/, Token.NumberFloat],
  [/0[xX][\da-fA-F]+[lLuU]*/, Token.NumberHex],
  [/0[0-7]+[lLuU]*/, Token.NumberOct],
  [/\d+[lLuU]*/, Token.NumberInteger],
];

/**
 * A function that is declared or defined: what it returns, its name and, up to a semicolon or brace, its parameters.
 * The bounds keep text without semicolons from being read again at every word.
 */
const functionPattern = (afterParameters: string): RegExp =>
  new RegExp(
    String.raw`(?=[\w*\s]{3,120}\()([\w*\s]{1,120}?[\s*])([A-Za-z_]\w*)(\s*\([^;]{0,1500}?\))` +
      String.raw`(?=${afterParameters}(?:\s|\/\*(?:[^*]|\*(?!\/)){0,500}\*\/|\/\/[^\n]*\n)*[;{])`,
  );

function declare(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  const [, returned = '', name = '', parameters = ''] = match;
  lexing.recurse(returned);
  lexing.token(Token.NameFunction, name);
  lexing.recurse(parameters);
}

const lineStates = (): States<undefined> => ({
  'line start': [include('preprocessor'), [/[A-Za-z_]\w*:(?!:)/, Token.NameLabel], [/(?=.)/s, Token.Text, '#pop']],
  'outer line start': [include('preprocessor'), [/(?=.)/s, Token.Text, '#pop']],
  preprocessor: [
    [/[ \t\r]+/, Token.Text],
    [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Operator)],
    [/#if\s0[^\n]*\n/, Token.Comment, 'if zero'],
    [/#/, Token.CommentPreproc, 'macro'],
  ],
  macro: [
    [
      // The word is found behind any slash, and its file may go on over lines.
      /(include)([ \t\r]*)("[^"]{0,1000}"|<[^>]{0,1000}>)([^\n]*)/,
      [Token.CommentPreproc, Token.Text, Token.CommentPreprocFile, Token.CommentSingle],
    ],
    [/[^/\n\\]+/, Token.CommentPreproc],
    [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.CommentPreproc)],
    [/\\.|\//s, Token.CommentPreproc],
    [/\n/, Token.CommentPreproc, '#pop'],
  ],
  'if zero': [
    [/^\s*#if[^\n]*\n/, Token.Comment, '#push'],
    [/^\s*#el(?:se|if)/, Token.Comment, '#pop'],
    [/^\s*#\s*endif[^\n]*\n/, Token.Comment, '#pop'],
    [/[^\n]*\n/, Token.Comment],
  ],
});

const STRING: Rules = [
  [/[^"\\\n]+/, Token.String],
  [/"/, Token.String, '#pop'],
  [/\\(?:[\\abfnrtv"']|x[\da-fA-F]{2,4}|[0-7]{1,3})/, Token.StringEscape],
  [/\\\n?/, Token.String],
];

/** The states of C, with what a language built on it adds. */
export function cStates({
  words,
  numbers,
  statements = [],
  root = [],
  innerBrace,
  afterParameters = '',
  caseRules = [],
}: Dialect): States<undefined> {
  return {
    ...lineStates(),
    string: STRING,
    root: [
      [/\n/, Token.Text, 'outer line start'],
      include('space'),
      ...root,
      [functionPattern(afterParameters), declare],
      [/\{/, Token.Punctuation, 'function'],
      include('statements'),
    ],
    function: [
      [/\n/, Token.Text, 'line start'],
      include('space'),
      innerBrace ?? [/\{/, Token.Punctuation, '#push'],
      [/\}/, Token.Punctuation, '#pop'],
      include('statements'),
    ],
    space: [
      [/[ \t\r]+|\\\n/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Operator)],
    ],
    statements: [
      ...statements,
      [/(?:u8|[LuU])?"/, Token.String, 'string'],
      [/(?:u8|[LuU])?'(?:\\[0-7]{1,3}|\\x[\da-fA-F]{1,2}|\\.|[^\\'\n])'/u, Token.StringChar],
      ...numbers,
      [/[()[\],.;]/, Token.Punctuation],
      [/\*\//, Token.Error],
      [/[~!%^&*+=|?:<>/-]/, Token.Operator],
      [/case\b/, Token.Keyword, 'case'],
      [/[A-Za-z_]\w*/, byWord(words, Token.Name)],
    ],
    case: [
      ...caseRules,
      [/\n/, Token.Text, 'line start'],
      [/:/, Token.Punctuation, '#pop'],
      include('space'),
      include('statements'),
    ],
  };
}

/** Where a text in C begins: at the start of a line, where labels and directives may stand. */
export const C_BEGIN = ['root', 'line start'] as const;

/** C. */
export const c = defineLexer({
  tag: 'c',
  begin: () => C_BEGIN,
  states: () => cStates({ words: C_WORDS, numbers: C_NUMBERS }),
});
