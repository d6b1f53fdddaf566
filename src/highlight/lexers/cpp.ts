import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type WordTable, wordTable } from '../engine/word-table.ts';
import { C_BEGIN, C_WORDS, cStates } from './c.ts';

const OWN_WORDS = wordTable(
  [
    Token.Keyword,
    `alignas alignof asm catch char8_t class co_await co_return co_yield concept const_cast consteval constexpr
    constinit decltype delete dynamic_cast explicit export final friend import module mutable namespace new noexcept
    operator override private protected public reinterpret_cast requires restrict static_assert static_cast template
    this thread_local throw throws try typeid typename using virtual`,
  ],
  [Token.KeywordType, 'bool'],
  [
    Token.KeywordReserved,
    '__event __interface __multiple_inheritance __single_inheritance __super __uuidof __virtual_inheritance',
  ],
  [Token.NameBuiltin, 'nullptr'],
);

/** Numbers with separators, and fractions that are one number, unlike in C; first those with a unit of time or of complex numbers. */
const NUMBERS: readonly Rule<undefined>[] = [
  [/\d(?:'?\d)*(?:\.\d(?:'?\d)*)?(?:h|min|[mun]?s|d|y|i[fl]?)\b/, Token.NumberOther],
  [/(?:\d(?:'?\d)*\.(?:\d(?:'?\d)*)?|\.\d(?:'?\d)*)(?:[eEpP][+-]?\d(?:'?\d)*)?[lLuUfF]*/, Token.NumberFloat],
  [/\d(?:'?\d)*[eE][+-]?\d+[lLuUfF]*/, Token.NumberFloat],
  [/0[xX][\da-fA-F](?:'?[\da-fA-F])*[lLuU]*/, Token.NumberHex],
  [/0b[01](?:'?[01])*/, Token.NumberBin],
  [/0[0-7](?:'?[0-7])*[lLuU]*/, Token.NumberOct],
  [/\d(?:'?\d)*[lLuU]*/, Token.NumberInteger],
];

/** The ends of raw strings by their delimiters, so that a missing one is searched for only once. */
const rawEnds = new Map<string, RegExp>();
const MAX_RAW_ENDS = 100;

function rawEnd(word: string): RegExp {
  let end = rawEnds.get(word);
  if (end === undefined) {
    if (rawEnds.size >= MAX_RAW_ENDS) rawEnds.clear();
    end = new RegExp(`.{0,100000}?\\)${word.replace(/\W/g, '\\$&')}"`, 'sy');
    rawEnds.set(word, end);
  }
  return end;
}

/** A raw string ends with its own delimiter. Without that, its prefix is a name and an ordinary string begins. */
function rawString(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  const rest = lexing.take(rawEnd(match[2] ?? ''));
  if (rest !== undefined) {
    lexing.token(Token.String, match[0] + rest);
    return;
  }
  lexing.token(Token.Name, match[1] ?? '');
  lexing.token(Token.String, match[0].slice((match[1] ?? '').length));
  lexing.push('string');
}

/** What a language built on C++ adds to it. */
interface Extension {
  readonly words: WordTable;
  readonly root?: readonly Rule<undefined>[];
  readonly statements?: readonly Rule<undefined>[];
}

const NOTHING: Extension = { words: new Map() };

/** The states of C++ with what a language built on it adds. */
export const cppStates = ({ words, root = [], statements = [] } = NOTHING): States<undefined> => ({
  ...cStates({
    words: new Map([...C_WORDS, ...OWN_WORDS, ...words]),
    numbers: NUMBERS,
    innerBrace: [/\{/, Token.Punctuation],
    caseRules: [
      [/::/, Token.Operator],
      [/[{}]/, Token.Punctuation],
    ],
    root: [[/\}/, Token.Punctuation], ...root],
    statements: [
      ...statements,
      [/((?:u8|[LuU])?R)"([^()\\\s]{0,16})\(/, rawString],
      [/(?:class|struct)\b/, Token.Keyword, 'class'],
      [/template\b/, Token.Keyword, 'template'],
    ],
  }),
  template: [
    [/[>;]/, Token.Punctuation, '#pop'],
    [/[{}]/, Token.Punctuation],
    [/typename\b/, Token.Keyword, 'class'],
    [/\s+/, Token.Text],
    include('space'),
    include('statements'),
  ],
  class: [
    [/\s+/, Token.Text],
    include('space'),
    [/\.\.\./, Token.Operator],
    [/[A-Za-z_]\w*/, Token.NameClass, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
});

/** C++. */
export const cpp = defineLexer({ tag: 'cpp', begin: () => C_BEGIN, states: () => cppStates() });
