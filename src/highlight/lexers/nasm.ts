import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const NAME = String.raw`[A-Za-z$._?][\w$.?#@~]*`;

/** As in Rouge, a keyword may end before a letter: `segment` is `seg` and `ment`. */
const REGISTER =
  /r\d[0-5]?[bwd]|[a-d][lh]|[er]?[a-d]x|[er]?[sb]p|[er]?[sd]i|[c-gs]s|st[0-7]|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7]/i;

const states = (): States<undefined> => ({
  root: [
    // Empty lines before a directive belong to it; others are of one piece.
    [/^\s*%/, Token.CommentPreproc, 'preprocessor'],
    [/^\s+/, Token.Text],
    include('space'),
    include('words'),
    [new RegExp(`${NAME}:`), Token.NameLabel],
    [new RegExp(`(${NAME})(\\s+equ)`, 'i'), [Token.NameConstant, Token.KeywordDeclaration], 'operands'],
    include('operators'),
    [
      /BITS|USE16|USE32|SECTION|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC|ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE/,
      Token.Keyword,
      'operands',
    ],
    [/(?:res|d)[bwdqt]|times/i, Token.KeywordDeclaration, 'operands'],
    [new RegExp(NAME), Token.NameFunction, 'operands'],
  ],
  // In Rouge, strings contain neither a backslash nor the letter n.
  operands: [
    [/[ \t]*\n+/, Token.Text, '#pop'],
    include('space'),
    [/"[^"\\n]*"/, Token.String],
    [/'[^'\\n]*'/, Token.String],
    [/`[^`\\n]*`/, Token.String],
    [/0x[\da-f]+|\d[\da-f]*h/i, Token.NumberHex],
    [/[0-7]+q/i, Token.NumberOct],
    [/[01]+b/i, Token.NumberBin],
    [/\d+\.\d+/, Token.NumberFloat],
    [/\d+/, Token.NumberInteger],
    include('operators'),
    [REGISTER, Token.NameBuiltin],
    [new RegExp(NAME), Token.NameVariable],
  ],
  operators: [
    [/[,():[\]]+/, Token.Punctuation],
    [/[&|^<>+*/%~-]+/, Token.Operator],
    [/\$+/, Token.KeywordConstant],
    include('words'),
  ],
  words: [
    [/seg|wrt|strict/i, Token.OperatorWord],
    [/byte|[dq]?word/i, Token.KeywordType],
  ],
  preprocessor: [
    [/[^;\n]+/, Token.CommentPreproc],
    [/;[^\n]*\n/, Token.CommentSingle, '#pop'],
    [/\n/, Token.CommentPreproc, '#pop'],
  ],
  space: [
    [/\n|[ \t\r\f\v]+/, Token.Text],
    [/;[^\n]*/, Token.CommentSingle],
  ],
});

/** Assembly as NASM reads it. */
export const nasm = defineLexer({ tag: 'nasm', states });
