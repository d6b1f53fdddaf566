import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const BUILTINS = `addWithOverflow alignCast alignOf as asyncCall atomicLoad atomicRmw atomicStore bitCast bitOffsetOf
  bitReverse bitSizeOf boolToInt breakpoint byteOffsetOf byteSwap bytesToSlice cDefine cImport cInclude cUndef call
  canImplicitCast ceil clz cmpxchgStrong cmpxchgWeak compileError compileLog cos ctz divExact divFloor divTrunc
  embedFile enumToInt errSetCast errorName errorReturnTrace errorToInt exp exp2 export fabs fence field fieldParentPtr
  floatCast floatToInt floor Frame frame frameAddress frameSize hasDecl hasField import intCast intToEnum intToError
  intToFloat intToPtr log log10 log2 memcpy memset mod mulWithOverflow newStackCall OpaqueType panic popCount ptrCast
  ptrToInt rem returnAddress round setAlignStack setCold setEvalBranchQuota setFloatMode setGlobalLinkage
  setRuntimeSafety shlExact shlWithOverflow shrExact shuffle sin sizeOf sliceToBytes splat sqrt subWithOverflow tagName
  TagType This trunc truncate Type typeInfo typeName TypeOf unionInit Vector`;

const WORDS = wordTable(
  [
    Token.Keyword,
    `align allowzero and anyerror anyframe asm async await bool break c_int c_long c_longdouble c_longlong c_short
    c_uint c_ulong c_ulonglong c_ushort c_void callconv catch comptime comptime_float const continue defer else enum
    errdefer error export extern fn for if inline linksection noalias noinline noreturn nosuspend or orelse packed pub
    resume return struct suspend switch test threadlocal try type undefined union unreachable usingnamespace var void
    volatile while`,
  ],
  [Token.KeywordType, 'f128 f16 f32 f64 isize usize'],
  [Token.KeywordConstant, 'false null true'],
  [Token.NameBuiltin, 'comptime_int'],
  [
    Token.NameBuiltin,
    BUILTINS.trim()
      .split(/\s+/)
      .map((name) => `@${name}`)
      .join(' '),
  ],
);

/** Behind a dot keywords and built-in functions are what they are elsewhere, but types and constants are not. */
function member(lexing: Lexing<undefined>, [, dot = '', space = '', name = '', call]: RegExpExecArray): void {
  const token = WORDS.get(name);
  lexing.token(Token.Punctuation, dot);
  lexing.token(Token.Text, space);
  if (token === Token.Keyword || token === Token.NameBuiltin) lexing.token(token, name);
  else lexing.token(call === undefined ? Token.NameProperty : Token.NameFunction, name);
}

/** Zig. */
export const zig = defineLexer({
  tag: 'zig',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.Comment],
      [/(\.)(\s*)(@?[A-Za-z_]\w*)(?=(\s*\()|)/, member],
      [/[iu]\d+\b/, Token.KeywordType],
      [/@[A-Za-z_]\w*/, byWord(WORDS, Token.Name)],
      [/[A-Za-z]\w*/, byWord(WORDS, Token.Name)],
      include('literals'),
      [/"/, Token.String, 'string'],
      [/[()[\]{},:;|]|\.(?=[A-Za-z_])/, Token.Punctuation],
      [/\.{2,3}|=>|[-+*/%&!=<>~^?@.]/, Token.Operator],
    ],
    literals: [
      [/0x[\da-fA-F_]+/, Token.NumberInteger],
      [/0b[01_]+/, Token.NumberInteger],
      [/\d[\d_]*(?:\.\d[\d_]*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)/, Token.NumberFloat],
      [/[\d_]+/, Token.NumberInteger],
      [/'(?:\\(?:[nrt\\'"0]|x[\da-fA-F]{2}|u[\da-fA-F]{4})|[^\\'\n])'/u, Token.StringChar],
      [/'[A-Za-z_]\w*/, Token.NameVariable],
    ],
    string: [
      [/"/, Token.String, '#pop'],
      [/\\(?:[nrt\\'"0]|x[\da-fA-F]{2}|u[\da-fA-F]{4})/, Token.StringEscape],
      [/[^"\\]+/, Token.String],
    ],
  }),
});
