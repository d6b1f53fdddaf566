import { between, defineLexer, include, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const KEYWORDS =
  'AddHandler|Alias|ByRef|ByVal|Call|Case|Catch|CBool|CByte|CChar|CDate|CDbl|CDec|CInt|CLng|CObj|Continue|CSByte|CShort|CSng|CStr|' +
  'CType|CUInt|CULng|CUShort|Declare|Default|Delegate|DirectCast|Do|Each|Else|ElseIf|EndIf|Erase|Error|Event|Exit|False|Finally|For|' +
  'Friend|Get|Global|GoSub|GoTo|Handles|If|Implements|Inherits|Interface|Let|Lib|Loop|Me|MustInherit|MustOverride|MyBase|MyClass|' +
  'Narrowing|New|Next|Not|Nothing|NotInheritable|NotOverridable|Of|On|Operator|Option|Optional|Overloads|Overridable|Overrides|' +
  'ParamArray|Partial|Private|Protected|Public|RaiseEvent|ReadOnly|ReDim|RemoveHandler|Resume|Return|Select|Set|Shadows|Shared|' +
  'Single|Static|Step|Stop|SyncLock|Then|Throw|To|True|Try|TryCast|Using|Wend|When|While|Widening|With|WithEvents|WriteOnly';
const TYPES =
  'Boolean|Byte|Char|Date|Decimal|Double|Integer|Long|Object|SByte|Short|String|UInteger|ULong|UShort|Variant';
const WORD_OPERATORS = 'AddressOf|And|AndAlso|As|GetType|In|Is|IsNot|Like|Mod|Or|OrElse|TypeOf|Xor';

const NAME = /[a-zA-Z_]\w*/;
const word = (words: string): RegExp => new RegExp(`(?:${words})(?!\\w)`);

/** A name has to come: what does not begin one is an error until it does. */
const awaited = (name: RegExp, token: Token): readonly Rule<undefined>[] => [include('space'), [name, token, '#pop']];

/** Visual Basic .NET. */
export const vb = defineLexer({
  tag: 'vb',
  states: () => ({
    space: [
      [/\s+/, Token.Text],
      [/(?:'|rem(?!\w))[^\n]*/i, Token.CommentSingle],
    ],
    root: [
      include('space'),
      [between(/#(?:If|ElseIf)(?!\w)/, 'Then', '\n'), Token.CommentPreproc],
      [between(/#(?:Region|ExternalSource)/, '\n'), Token.CommentPreproc],
      [/#(?:Const|ExternalChecksum|End\s+(?:If|Region|ExternalSource))(?!\w)/, Token.CommentPreproc],
      [/Option\s+(?:Strict|Explicit|Compare)\s+(?:On|Off|Binary|Text)/, Token.KeywordDeclaration],
      [/\./, Token.Punctuation, 'member'],
      [/"/, Token.String, 'string'],
      [/\d+\.\d*/, Token.NumberFloat],
      [/\d+(?:U?[IL]|U?S|[DFR])?/, Token.NumberInteger],
      [word(TYPES), Token.KeywordType],
      [word(WORD_OPERATORS), Token.OperatorWord],
      [word('Console|ConsoleColor'), Token.NameBuiltin],
      [word('End'), Token.Keyword, 'end'],
      [word('Dim|Const'), Token.Keyword, 'variable'],
      [word('Sub|Function|Property'), Token.Keyword, 'function'],
      [word('Class|Structure|Enum'), Token.Keyword, 'class'],
      [word('Module|Namespace|Imports'), Token.Keyword, 'namespace'],
      [word(KEYWORDS), Token.Keyword],
      // The sign of a type belongs only to a name that begins with a small letter.
      [/[a-z_]\w*[%&@!#$]?|[A-Z]\w*/, Token.Name],
      [/[&*+\-/\\^<>=]/, Token.Operator],
      [/[(){}!#,:]/, Token.Punctuation],
    ],
    member: awaited(NAME, Token.Name),
    function: awaited(NAME, Token.NameFunction),
    class: awaited(NAME, Token.NameClass),
    namespace: awaited(/[a-zA-Z_]\w*(?:\.\w+)*/, Token.NameNamespace),
    variable: [...awaited(NAME, Token.NameVariable), [/(?=.)/s, Token.Text, '#pop']],
    end: [
      include('space'),
      [word('Class|Enum|Function|Module|Namespace|Property|Structure|Sub'), Token.Keyword, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    string: [
      [/""/, Token.StringEscape],
      [/"/, Token.String, '#pop'],
      [/[^"]+/, Token.String],
    ],
  }),
});
