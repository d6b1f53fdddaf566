import { between, defineLexer, include, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `abstract as async base break case catch class const construct continue default delegate delete do dynamic else
    ensures enum errordomain extern false finally for foreach get global if in inline interface internal is lock
    namespace new null out override owned private protected public ref requires return set signal sizeof static struct
    switch this throw throws true try typeof unowned using value var virtual void weak while yield`,
  ],
  [
    Token.KeywordType,
    `bool char double float int int16 int32 int64 int8 long short size_t ssize_t string uint uint16 uint32 uint64 uint8
    ulong unichar ushort`,
  ],
);

const states = (): States<undefined> => ({
  space: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [between(/\/\*/, '*/'), Token.CommentMultiline],
  ],
  root: [
    include('space'),
    [/^\[[^\]\n]*\]/, Token.NameAttribute],
    [/#[^\n]*/, Token.CommentPreproc],
    [/@"(?:\\[\\"]|[^"\n\\]|\\(?![\\"])){0,400}"/, Token.String],
    [once(/"(?:\\[\\"]|[^"\n\\]|\\(?![\\"]))*["\n]/, '"'), Token.String],
    [/'(?:\\.|[^'\n])'/, Token.StringChar],
    // Also at the beginning of a longer word.
    [/class|struct/, Token.Keyword, 'class'],
    [/namespace|using/, Token.Keyword, 'namespace'],
    [/<\[|\]>/, Token.Keyword],
    [/@?[A-Za-z_]\w*(?=\s*\()/, byWord(WORDS, Token.NameFunction)],
    [/@?[A-Za-z_]\w*/, byWord(WORDS, Token.Name)],
    [/0[xX][\da-fA-F]+[fFdDuUlL]?|\d+(?:\.\d*)?(?:[eE][+-]\d+)?[fFdDuUlL]?/, Token.Number],
    [/[-~!%^&*()+=|[\]{}:;<>,.?/]/, Token.Punctuation],
  ],
  class: [include('space'), [/@?[A-Za-z_]\w*/, Token.NameClass, '#pop']],
  namespace: [
    [/\s+/, Token.Text],
    [/(?=\()/, Token.Text, '#pop'],
    [/(?:@?[A-Za-z_]|\.)[\w.]*/, Token.NameNamespace, '#pop'],
  ],
});

/** Vala. */
export const vala = defineLexer({ tag: 'vala', states });
