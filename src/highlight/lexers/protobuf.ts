import { closedBy } from '../engine/closed-by.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.Keyword, 'ctype default extensions import max oneof option optional packed repeated required returns rpc to'],
  [
    Token.KeywordType,
    'bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 uint64',
  ],
);

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/[,;{}[\]()]+/, Token.Punctuation],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Error)],
    [/(package)(\s+)/, [Token.KeywordNamespace, Token.Text], 'package'],
    [/(group)(\s+)([A-Za-z_]\w*)/, [Token.KeywordDeclaration, Token.Text, Token.Name]],
    [/(message|extend)(\s+)/, [Token.KeywordDeclaration, Token.Text], 'message'],
    [/"[^"\n]*"|'[^'\n]*'/, Token.String],
    [/(enum|service)(\s+)([A-Za-z_]\w*)/, [Token.KeywordDeclaration, Token.Text, Token.Name]],
    [/(?:enum|service|group)(?=\s)/, Token.KeywordDeclaration],
    [/-?(?:inf|nan)\b/, Token.NumberFloat],
    [/true|false/, Token.KeywordConstant],
    // Words count before a dot too.
    [new RegExp(`(?:${[...WORDS.keys()].join('|')})\\b`), byWord(WORDS, Token.Name)],
    [/[A-Za-z_][\w.]*(?=[ \t]*=(?!=))/, Token.NameAttribute],
    [/[A-Za-z_][\w.]*/, Token.Name],
    [/\d+\.\d*(?:[eE][+-]?\d+)?f?|\d+[eE][+-]?\d+f?|\d+f/, Token.NumberFloat],
    [/0[xX][\da-fA-F]+/, Token.NumberHex],
    [/0[0-7]+/, Token.NumberOct],
    [/\d+/, Token.NumberInteger],
    [/[-+=:.</]/, Token.Operator],
  ],
  package: [
    [/[A-Za-z_]\w*/, Token.NameNamespace, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  message: [
    [/[A-Za-z_]\w*/, Token.NameClass, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
});

/** Protocol Buffers. */
export const protobuf = defineLexer({ tag: 'protobuf', states });
