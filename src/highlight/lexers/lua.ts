import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type WordTable, wordTable } from '../engine/word-table.ts';

const LIBRARIES: Readonly<Record<string, string>> = {
  coroutine: 'create isyieldable resume running status wrap yield',
  debug:
    'debug gethook getinfo getlocal getmetatable getregistry getupvalue getuservalue sethook setlocal setmetatable setupvalue ' +
    'setuservalue traceback upvalueid upvaluejoin',
  io: 'close flush input lines open output popen read stderr stdin stdout tmpfile type write',
  math:
    'abs acos asin atan ceil cos deg exp floor fmod huge log max maxinteger min mininteger modf pi rad random randomseed sin ' +
    'sqrt tan tointeger type ult',
  os: 'clock date difftime execute exit getenv remove rename setlocale time tmpname',
  package: 'config cpath loaded loadlib path preload searchers searchpath',
  string: 'byte char dump find format gmatch gsub len lower match pack packsize rep reverse sub unpack upper',
  table: 'concat insert move pack remove sort unpack',
  utf8: 'char charpattern codepoint codes len offset',
};

/** Keywords, and the functions of the libraries. */
export const LUA_BUILTINS: WordTable = wordTable(
  [
    Token.NameBuiltin,
    `_g assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs pcall print rawequal rawget rawlen rawset
    require select setmetatable tonumber tostring type xpcall`,
  ],
  [
    Token.NameBuiltin,
    Object.entries(LIBRARIES)
      .flatMap(([library, names]) => names.split(' ').map((name) => `${library}.${name}`))
      .join(' '),
  ],
);

const KEYWORDS = wordTable(
  [Token.Keyword, 'break do else elseif end for if in repeat return then until while'],
  [Token.KeywordDeclaration, 'local'],
  [Token.KeywordConstant, 'nil true false'],
  [Token.OperatorWord, 'and or not'],
);

const WORDS: WordTable = new Map([...KEYWORDS, ...LUA_BUILTINS]);

/** A name with a field (`string.format`) is looked up as a whole, or else without the field. */
export function luaName(words: WordTable) {
  return (lexing: Lexing<undefined>, [text, first = '', part = '']: RegExpExecArray): void => {
    const whole = words.get(text);
    if (part === '' || whole !== undefined) {
      lexing.token(whole ?? Token.Name, text);
      return;
    }
    // A function of the library is only a name before a dot.
    const kind = words.get(first) ?? Token.Name;
    lexing.token(kind === Token.NameBuiltin ? Token.Name : kind, first);
    lexing.token(Token.Punctuation, '.');
    lexing.token(Token.Name, part.slice(1));
  };
}

const string = (quote: string, token: Token): readonly Rule<undefined>[] => [
  [/\\(?:[abfnrtv\\"']|\d{1,3})/, Token.StringEscape],
  [new RegExp(`[^\\\\${quote}]+`), token],
  [new RegExp(quote), token, '#pop'],
];

/** Long brackets, which close with as many equals signs as they open with: up to three, which is more than code needs. */
export const longBrackets = (prefix: string, token: Token): readonly Rule<undefined>[] =>
  ['', '=', '==', '==='].map((level) => [between(new RegExp(`${prefix}\\[${level}\\[`), `]${level}]`), token]);

const states = (): States<undefined> => ({
  root: [
    [/#![^\n]*/, Token.CommentPreproc, 'code'],
    [/(?=.)/s, Token.Text, 'code'],
  ],
  code: [
    ...longBrackets('--', Token.CommentMultiline),
    [/--[^\n]*/, Token.CommentSingle],
    [/\s+/, Token.Text],
    [/\d+e[+-]?\d+/i, Token.NumberFloat],
    [/0x[\da-f]*/i, Token.NumberHex],
    [/\d+/, Token.NumberInteger],
    ...longBrackets('', Token.String),
    [/==|~=|<=|>=|\.\.\.?|[=+\-*/%^<>#]/, Token.Operator],
    [/[[\]{}().,:;]/, Token.Punctuation],
    [/function\b/, Token.Keyword, 'function'],
    [/gsub\b(?!\.)/, Token.NameBuiltin, 'gsub'],
    [/([A-Za-z_]\w*)(\.[A-Za-z_]\w*)?/, luaName(WORDS)],
    [/'/, Token.StringSingle, 'single'],
    [/"/, Token.StringDouble, 'double'],
  ],
  function: [
    [/\s+/, Token.Text],
    [/([A-Za-z_]\w*)(\.)([A-Za-z_]\w*)/, [Token.NameClass, Token.Punctuation, Token.NameFunction], '#pop'],
    [/[A-Za-z_]\w*/, Token.NameFunction, '#pop'],
    [/\(/, Token.Punctuation, '#pop'],
  ],
  // What gsub is given are patterns, and only they may stand there.
  gsub: [
    [/\s+/, Token.Text],
    [/[(,]/, Token.Punctuation],
    [/\)/, Token.Punctuation, '#pop'],
    [/"/, Token.StringRegex, 'double pattern'],
    [/'/, Token.StringRegex, 'single pattern'],
  ],
  'double pattern': [[/"/, Token.StringRegex, '#pop'], include('pattern'), [/[^"\\\n[(){?]+|[{\\]/, Token.StringRegex]],
  // A double quote ends this one, too.
  'single pattern': [
    [/["']/, Token.StringRegex, '#pop'],
    include('pattern'),
    [/[^"'\\\n[(){?]+|[{\\]/, Token.StringRegex],
  ],
  pattern: [
    [/\\./, Token.StringEscape],
    [/[()?]|\{(?:\d+(?:,\d*)?|,\d*)\}/, Token.StringEscape],
    [/\[\^?/, Token.StringEscape, 'class'],
  ],
  class: [
    [/\]/, Token.StringEscape, '#pop'],
    [/(\\)(.)/, [Token.StringEscape, Token.StringRegex]],
    [/\//, Token.StringEscape],
    [/[^\]\\/\n]+/, Token.StringRegex],
  ],
  single: string("'", Token.StringSingle),
  double: string('"', Token.StringDouble),
});

/** Lua. */
export const lua = defineLexer({ tag: 'lua', states });
