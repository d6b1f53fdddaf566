import { closedBy } from '../engine/closed-by.ts';
import { between, defineLexer, include, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `__gshared __parameters __traits __vector abstract alias align asm assert auto body break case cast catch class const continue
    debug default delegate delete deprecated do else enum export extern final finally for foreach foreach_reverse function goto
    if immutable import in inout interface invariant is lazy mixin module new nothrow out override package pragma private
    protected public pure ref return scope shared static struct super switch synchronized template this throw try typedef typeid
    typeof union unittest version volatile while with`,
  ],
  [
    Token.KeywordType,
    `bool byte cdouble cent cfloat char creal dchar double float idouble ifloat int ireal long real short ubyte ucent uint ulong
    ushort void wchar`,
  ],
  [
    Token.KeywordPseudo,
    `__DATE__ __EOF__ __FILE__ __FILE_FULL_PATH__ __FUNCTION__ __LINE__ __MODULE__ __PRETTY_FUNCTION__ __TIMESTAMP__ __TIME__
    __VENDOR__ __VERSION__`,
  ],
  [Token.NameBuiltin, 'dstring ptrdiff_t size_t string wstring'],
  [Token.KeywordConstant, 'false null true'],
  [Token.KeywordReserved, 'macro'],
);

const FLOAT =
  /\d[\d_]*\.[\d_]*(?:[eE][+-]?[\d_]+)?[fFLi]?|\.\d[\d_]*(?:[eE][+-]?[\d_]+)?[fFLi]?|\d[\d_]*[eE][+-]?[\d_]+[fFLi]?/;

/** D. */
export const d = defineLexer({
  tag: 'd',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Punctuation)],
      [/\/\+/, Token.CommentMultiline, 'nested comment'],
      include('strings'),
      [/\.{2,3}/, Token.Punctuation],
      include('numbers'),
      [/@(?:[A-Za-z_]\w*)?/, Token.NameDecorator],
      [/[A-Za-z_]\w*/, byWord(WORDS, Token.Name)],
      [/[~!%^&*()+=|[\]{}:;,.?<>/$-]/, Token.Punctuation],
    ],
    'nested comment': [
      [/\/\+/, Token.CommentMultiline, '#push'],
      [/\+\//, Token.CommentMultiline, '#pop'],
      [/[^+/]+|[+/]/, Token.CommentMultiline],
    ],
    strings: [
      [once(/"(?:\\.|[^"\\])*"[cwd]?/s, '"'), Token.String],
      [between(/r"/, '"'), Token.String],
      [/`[^`]*`[cwd]?/, Token.String],
      [/x"[\da-fA-F\s]*"[cwd]?/, Token.String],
      [/q"([A-Za-z_]\w*)\n/, closedBy(/.*?\n[A-Za-z_]\w*"/s, Token.String, Token.Name)],
      [/q"\([^)]*\)"|q"([^\w\s([{<])[^\n]*?\1"|q"\[[^\]]*\]"|q"\{[^}]*\}"|q"<[^>]*>"/, Token.String],
      [/q\{/, Token.String, 'tokens'],
      [
        /'(?:\\(?:['"?\\abfnrtv0]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|&\w+;)|[^\\'\n])'/u,
        Token.StringChar,
      ],
      [/\\(?:['"?\\abfnrtv0]|x[\da-fA-F]{2})/, Token.String],
    ],
    tokens: [[/\}/, Token.String, '#pop'], [/\{/, Token.Punctuation, 'braces'], include('root')],
    braces: [[/\}/, Token.Punctuation, '#pop'], [/\{/, Token.Punctuation, '#push'], include('root')],
    numbers: [
      [/0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?[pP][+-]?[\d_]+[fFLi]?/, Token.NumberFloat],
      [FLOAT, Token.NumberFloat],
      [/0[bB][01_]+[uUL]?/, Token.NumberBin],
      [/0[xX][\da-fA-F_]+/, Token.NumberHex],
      [/0[0-7_]+[uUL]?/, Token.NumberOct],
      [/\d[\d_]*[uUL]?/, Token.NumberInteger],
    ],
  }),
});
