import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const KEYWORDS = `AddHandler Aggregates Array Asc Assigns Attributes Begin Break ByRef ByVal Call Case Catch Class Color Const
  Continue CType Declare Delegate Dim Do DownTo Each Else ElseIf End Enum Event Exception Exit Extends False Finally For
  Function Global GoTo If Implements Inherits Interface Lib Loop Mod Module New Next Nil Object Of Optional ParamArray
  Private Property Protected Public Raise RaiseEvent Rect ReDim RemoveHandler Return Select Shared Soft Static Step Sub
  Super Then To True Try Until Using Var Wend While`;

const TYPES = `Boolean Byte CFStringRef CGFloat CString Currency Date DateTime Double Int8 Int16 Int32 Int64 Integer OSType Pair
  PString Ptr Short Single String Structure UInt8 UInt16 UInt32 UInt64 UInteger UShort Variant WindowPtr WString`;

const oneOf = (words: string): RegExp => new RegExp(`(?:${words.trim().split(/\s+/).join('|')})\\b`, 'i');

/** Xojo. */
export const xojo = defineLexer({
  tag: 'xojo',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/(?:'|\/\/|rem\b)[^\n]*/i, Token.CommentSingle],
      [/#[^\n]*/, Token.CommentPreproc],
      [/"(?:[^"\n]|"")*"/, Token.StringDouble],
      [oneOf(KEYWORDS), Token.Keyword],
      [oneOf(TYPES), Token.KeywordDeclaration],
      [oneOf('AddressOf And As In Is IsA Mod Not Or WeakAddressOf Xor'), Token.Operator],
      [/&[hc][\da-f]+/i, Token.NumberHex],
      [/&o[0-7]+/i, Token.NumberOct],
      [/[-+]?(?:\d+\.\d*|\.\d+)/, Token.NumberFloat],
      [/[-+]?\d+/, Token.NumberInteger],
      [/[-+*/\\=<>]/, Token.Operator],
      [/[!(),:{}]/, Token.Punctuation],
      // Dots within a name belong to it.
      [/[a-z_](?:[\w.]*\w)?/i, Token.Text],
    ],
  }),
});
