import { closedBy } from '../engine/closed-by.ts';
import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const KEYWORD =
  /(?:assembly|base|begin|break|catch|class|command|configuration|continue|data|define|do|dynamicparam|else|elseif|end|enum|exit|filter|finally|for|foreach|from|function|hidden|if|in|inlinescript|interface|module|namespace|parallel|param|private|process|public|return|sequence|static|switch|throw|trap|try|type|until|using|var|while|workflow)\b(?![-\w.])/i;

const OPERATOR =
  /-(?:[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|replace|split)|join|is|isnot|as|and|or|xor|not|band|bor|bxor|shl|shr)\b/i;

/** Rouge knows these by their exact spelling. */
const SPECIAL =
  /\$(?:[$?^]|_|args|ConsoleFileName|Error|Event|EventArgs|EventSubscriber|ExecutionContext|false|foreach|HOME|Host|input|IsCoreCLR|IsLinux|IsMacOS|IsWindows|LastExitCode|Matches|MyInvocation|NestedPromptLevel|null|PID|PROFILE|PSBoundParameters|PSCmdlet|PSCommandPath|PSCulture|PSDebugContext|PSHOME|PSItem|PSScriptRoot|PSSenderInfo|PSUICulture|PSVersionTable|PWD|ShellId|StackTrace|switch|this|true)/;

/** What may be bound to a command. */
const BINDING: Rule<undefined> = [
  /(?:SupportsShouldProcess|ConfirmImpact|DefaultParameterSetName|HelpURI|SupportsPaging|PositionalBinding)\b/,
  Token.NameBuiltinPseudo,
];

const WORD_REST = String.raw`[\w\\/.:~-]*`;

/** A parenthesis within a command does not end it, but it does end the interpolation the command stands in. */
function closeParenthesis(lexing: Lexing<undefined>): void {
  lexing.token(Token.Punctuation, ')');
  lexing.pop();
  if (lexing.state === 'interpolation') lexing.pop();
  else if (lexing.state !== 'interpolated block') lexing.push('command');
}

const states = (): States<undefined> => ({
  root: [
    include('space'),
    include('values'),
    [
      /(function)(\s+)(?:(\w+)(:))?(\w[-\w]+)/i,
      [Token.KeywordReserved, Token.Whitespace, Token.NameNamespace, Token.Punctuation, Token.NameFunction],
    ],
    [/(class)(\s+)(\w+)/i, [Token.KeywordReserved, Token.Whitespace, Token.NameClass], 'bases'],
    [/(using)(\s+)(namespace)\b/i, [Token.KeywordReserved, Token.Whitespace, Token.KeywordReserved]],
    [KEYWORD, Token.KeywordReserved],
    [/`(?=\n)/, Token.StringEscape],
    [/([A-Za-z\d][-\w]*)(\[)/, [Token.Name, Token.Punctuation], 'bracket'],
    include('numbers'),
    [/(\.)(\w+)(\()/, [Token.Operator, Token.NameFunction, Token.Punctuation], 'command'],
    include('operators'),
    [/(\?)([ \t]?)/, [Token.NameFunction, Token.Whitespace], 'command'],
    [/\[/, Token.Punctuation, 'bracket'],
    [/[{}(),;:]/, Token.Punctuation],
    include('attribute'),
    // One white space belongs to a command: a line that follows at once still holds its parameters.
    [new RegExp(`([A-Za-z\\d~\\\\/]${WORD_REST})(\\s?)`), [Token.Name, Token.Whitespace], 'command'],
  ],
  command: [
    [/`./s, Token.StringEscape],
    [/[ \t]*\n/, Token.Whitespace, '#pop'],
    include('space'),
    [/[;({}\]]/, Token.Punctuation, '#pop'],
    [/[|=]/, Token.Operator, '#pop'],
    [/\)/, closeParenthesis],
    include('values'),
    [/(\.)(\w+)(\()/, [Token.Operator, Token.NameFunction, Token.Punctuation], '#push'],
    include('operators'),
    [/(\?)([ \t]?)/, [Token.NameFunction, Token.Whitespace], '#push'],
    [/\[/, Token.Punctuation, 'bracket'],
    [/[,:]/, Token.Punctuation],
    [new RegExp(`[\\w~\\\\/]${WORD_REST}`), Token.NameOther],
  ],
  bracket: [
    [/\]/, Token.Punctuation, '#pop'],
    [/(\w+)(\[)/, [Token.Name, Token.Punctuation], '#push'],
    include('attribute'),
    [/\{/, Token.Punctuation, 'block'],
    BINDING,
    // A name of one letter begins a command instead, which takes the closing bracket: what follows is taken for types still.
    [/[A-Za-z]\w+\.?/, Token.Name],
    include('root'),
  ],
  // What a class is built on goes on until its brace.
  bases: [
    [/\s+/, Token.Whitespace],
    [/\w+/, Token.NameClass],
    [/[:,]/, Token.Punctuation],
    [/\{/, Token.Punctuation, '#pop'],
  ],
  attribute: [[/(CmdletBinding)(\()/, [Token.Name, Token.Punctuation], 'binding']],
  binding: [[/\)/, Token.Punctuation, '#pop'], BINDING, include('root')],
  // There are no commands in @{…} and @(…): other signs than these are errors, as in Rouge.
  hash: [
    include('space'),
    [/\}/, Token.Punctuation, '#pop'],
    include('values'),
    include('list'),
    [/\w+/, Token.NameOther],
    [/=/, Token.Operator],
  ],
  array: [include('space'), [/\)/, Token.Punctuation, '#pop'], include('values'), include('list')],
  list: [
    [/\.\d+/, Token.NumberFloat],
    include('numbers'),
    [/[,;]/, Token.Punctuation],
    [/\{/, Token.Punctuation, 'block'],
    [/\[/, Token.Punctuation, 'bracket'],
  ],
  block: [[/\{/, Token.Punctuation, '#push'], [/\}/, Token.Punctuation, '#pop'], include('root')],
  numbers: [
    [/\d+\.\d+/, Token.NumberFloat],
    [/\d+/, Token.NumberInteger],
  ],
  space: [
    [/\s+/, Token.Whitespace],
    [/<#/, Token.CommentMultiline, 'comment'],
    [/#[^\n]*/, Token.Comment],
  ],
  comment: [
    [/#>/, Token.CommentMultiline, '#pop'],
    [/(?<=^\s*)\.[A-Z]+\b/, Token.CommentSpecial],
    [/[^#.]+|[#.]/, Token.CommentMultiline],
  ],
  operators: [
    [OPERATOR, Token.Operator],
    [/--?\w+/, Token.NameTag],
    [/\.\.(?=\d)/, Token.Operator],
    [/(\.)(\w+)(\[)/, [Token.Operator, Token.Name, Token.Punctuation], 'bracket'],
    [/(\.)([-\w]+)(\s?)/, [Token.Operator, Token.NameFunction, Token.Whitespace]],
    [/[!%&*+=|.-]|\/=(?=\S)/, Token.Operator],
  ],
  values: [
    [/@"(?=\s*\n)/, Token.StringHeredoc, 'here string'],
    [/@'/, closedBy(/.*?\n\s*'@/s, Token.StringHeredoc, Token.Error)],
    [/"/, Token.StringDouble, 'string'],
    [/'/, closedBy(/(?:[^']|'')*(?:'|(?!.))/s, Token.StringSingle, Token.StringSingle)],
    include('variables'),
    [/@\(/, Token.Punctuation, 'array'],
    [/@\{/, Token.Punctuation, 'hash'],
  ],
  variables: [
    [SPECIAL, Token.NameBuiltinPseudo],
    [/(\$)(\w+)(:)(\w+)/, [Token.NameVariable, Token.NameNamespace, Token.Punctuation, Token.NameVariable]],
    [/\$\w+|\$\{[^}\n]{0,200}\}/, Token.NameVariable],
  ],
  string: [
    [/"(?!")/, Token.StringDouble, '#pop'],
    [/`./s, Token.StringEscape],
    [/\$\(/, Token.StringInterpol, 'interpolation'],
    include('variables'),
    [/[^"`$]+|""|\$/, Token.StringDouble],
  ],
  'here string': [
    [/\n\s*"@/, Token.StringHeredoc, '#pop'],
    [/`./s, Token.StringEscape],
    [/\$\(/, Token.StringInterpol, 'interpolation'],
    include('variables'),
    [/[^\n`$]+|[\n$]/, Token.StringHeredoc],
  ],
  interpolation: [
    [/\)/, Token.StringInterpol, '#pop'],
    [/\{/, Token.Punctuation, 'interpolated block'],
    include('root'),
  ],
  'interpolated block': [[/\{/, Token.Punctuation, '#push'], [/\}/, Token.Punctuation, '#pop'], include('root')],
});

/** PowerShell. */
export const powershell = defineLexer({ tag: 'powershell', states });
