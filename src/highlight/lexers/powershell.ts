import { closedBy } from '../engine/closed-by.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const KEYWORD =
  /(?:begin|break|catch|class|configuration|continue|data|define|do|dynamicparam|else|elseif|end|enum|exit|filter|finally|for|foreach|from|function|hidden|if|in|inlinescript|parallel|param|process|return|sequence|static|switch|throw|trap|try|until|using|var|while|workflow)\b(?![-\w.:\\/])/i;

const OPERATOR =
  /-(?:[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|replace|split)|join|is|isnot|as|and|or|xor|not|band|bor|bxor|shl|shr)\b/i;

/** The reference knows these by their exact spelling. */
const SPECIAL =
  /\$(?:[$?^]|_|args|ConsoleFileName|Error|Event|EventArgs|EventSubscriber|ExecutionContext|false|foreach|ForEach|HOME|Host|input|LastExitCode|Matches|MyInvocation|NestedPromptLevel|null|OFS|PID|PROFILE|PSBoundParameters|PSCmdlet|PSCommandPath|PSCulture|PSDebugContext|PSItem|PSScriptRoot|PSSenderInfo|PSUICulture|PSVersionTable|PWD|Sender|ShellID|StackTrace|switch|this|true)(?![a-z]|_\w)/;

const states = (): States<undefined> => ({
  root: [
    include('space'),
    include('values'),
    [
      /(function)(\s+)(?:(\w+)(:))?([A-Za-z]+(?:-\w+)+)/i,
      (lexing, match) => {
        lexing.groups(
          match,
          Token.KeywordReserved,
          Token.Whitespace,
          Token.NameNamespace,
          Token.Punctuation,
          Token.NameFunction,
        );
      },
    ],
    [
      /(class)(\s+)(\w+)(?:(\s*)(:)(\s*)(\w+))?/i,
      (lexing, match) =>
        lexing.groups(
          match,
          Token.KeywordReserved,
          Token.Whitespace,
          Token.NameClass,
          Token.Whitespace,
          Token.Punctuation,
          Token.Whitespace,
          Token.NameClass,
        ),
    ],
    [/(using)(\s+)(namespace)\b/i, [Token.KeywordReserved, Token.Whitespace, Token.KeywordReserved]],
    [/(\[)(switch)(?=\])/i, [Token.Punctuation, Token.Name]],
    [KEYWORD, Token.KeywordReserved],
    [/\d+\.\d+/, Token.NumberFloat],
    [/\d+/, Token.NumberInteger],
    include('operators'),
    [/\{/, Token.Punctuation, '#push'],
    [/\(/, Token.Punctuation, '#push'],
    [/[)}\]]/, Token.Punctuation, '#pop'],
    [/\[/, Token.Punctuation],
    [/(::)(\w+)/, [Token.Punctuation, Token.Name]],
    [/[,;:]/, Token.Punctuation],
    [/(CmdletBinding)(\()/, [Token.Name, Token.Punctuation], 'binding'],
    // One white space belongs to a command: a line that follows at once still holds its parameters.
    [/([\w~\\/][\w\\/.:~-]*)(\s?)/, [Token.Name, Token.Whitespace], 'parameters'],
  ],
  parameters: [
    [/`\n/, Token.StringEscape],
    [/\s*\n/, Token.Whitespace, '#pop'],
    include('space'),
    [/;/, Token.Punctuation, '#pop'],
    [/\||=(?=\s)/, Token.Operator, '#pop'],
    [/(?=[)}\]])/, Token.Text, '#pop'],
    [/(?=[{[])/, Token.Text, '#pop'],
    include('values'),
    include('operators'),
    [/\(/, Token.Punctuation, 'root'],
    [/[,:]/, Token.Punctuation],
    [/[\w~\\/][\w\\/.:~-]*/, Token.NameOther],
  ],
  // After a member, words are arguments until an operator says otherwise.
  binding: [
    [/\)/, Token.Punctuation, '#pop'],
    [
      /(?:SupportsShouldProcess|ConfirmImpact|DefaultParameterSetName|HelpURI|SupportsPaging|PositionalBinding)\b/,
      Token.NameBuiltinPseudo,
    ],
    include('root'),
  ],
  member: [
    [/\s*\n/, Token.Whitespace, '#pop'],
    include('space'),
    [/\(/, Token.Punctuation, 'arguments'],
    [/(\.)([A-Za-z_]\w*)/, [Token.Operator, Token.NameFunction]],
    [/(?=[-+*%=|&;{}()[\],!<>@"'$`])/, Token.Text, '#pop'],
    [/[\w~\\/][\w\\/.:~-]*/, Token.NameOther],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  arguments: [
    include('space'),
    [/\)/, Token.Punctuation, '#pop'],
    [/[\w~\\/][\w\\/.:~-]*/, Token.NameOther],
    include('root'),
  ],
  hash: [[/\w+(?=\s*=)/, Token.NameOther], include('root')],
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
    [/--?[A-Za-z\d][\w-]*/, Token.NameTag],
    [/(\.)([A-Za-z_]\w*)(\s?)/, [Token.Operator, Token.NameFunction, Token.Whitespace], 'member'],
    [/(\?)(\s?)/, [Token.NameFunction, Token.Whitespace], 'member'],
    [/[!%&*+=|.-]/, Token.Operator],
    [/`./, Token.StringEscape],
  ],
  values: [
    [/@"(?=\s*\n)/, Token.StringHeredoc, 'here string'],
    [/@'/, closedBy(/.*?\n\s*'@/s, Token.StringHeredoc, Token.Error)],
    [/"/, Token.StringDouble, 'string'],
    [/'/, closedBy(/(?:[^']|'')*(?:'|(?!.))/s, Token.StringSingle, Token.StringSingle)],
    include('variables'),
    [/@\(/, Token.Punctuation, 'root'],
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
  interpolation: [[/\)/, Token.StringInterpol, '#pop'], include('root')],
});

/** PowerShell. */
export const powershell = defineLexer({ tag: 'powershell', states });
