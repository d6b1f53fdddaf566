import { closedBy } from '../engine/closed-by.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `await break by catch class continue debugger delete do else export extends finally for if import instanceof loop new
    return super switch then this throw try typeof until when while yield`,
  ],
  [Token.NameConstant, 'false no null off on true undefined yes NaN Infinity'],
  [Token.Operator, 'in isnt is not of or and'],
  [
    Token.NameBuiltin,
    `Array Boolean Date Error Function Math Number Object Packages RegExp String decodeURI decodeURIComponent
    document encodeURI encodeURIComponent eval isFinite isNaN netscape parseFloat parseInt sun window`,
  ],
);

const NAME = String.raw`[$A-Za-z_][$\w]*`;

const string = (end: RegExp, text: RegExp): readonly Rule<undefined>[] => [
  [end, Token.String, '#pop'],
  [/\\./s, Token.StringEscape],
  [text, Token.String],
];

const interpolated = (end: RegExp, text: RegExp): readonly Rule<undefined>[] => [
  [/#\{/, Token.StringInterpol, 'interpolation'],
  ...string(end, text),
];

const states = (): States<undefined> => ({
  space: [
    [/\s+/, Token.Text],
    [/###(?!#)/, closedBy(/.*?###/s, Token.CommentMultiline, Token.Error)],
    [/#[^\n]*/, Token.CommentSingle],
  ],
  root: [[/(?=.)/s, Token.Text, ['code', 'start']]],
  code: [
    include('space'),
    [/"""/, Token.String, 'double heredoc'],
    [/'''/, Token.String, 'single heredoc'],
    [/"/, Token.String, 'double'],
    [/'/, Token.String, 'single'],
    [new RegExp(`(@)([ \\t]*)(${NAME})`), [Token.NameVariableInstance, Token.Text, Token.NameAttribute], 'start'],
    [new RegExp(`(\\.{1,3})([ \\t]*)(${NAME})`), [Token.Punctuation, Token.Text, Token.NameAttribute], 'start'],
    [/(?:and|or|not|isnt|is|in|of)\b:?(?!\$)/, Token.Operator, 'start'],
    [new RegExp(`${NAME}(?=\\s*:)`), Token.NameAttribute],
    [/(?:if|unless|return|when|then|else|typeof|instanceof)\b(?!\$)/, byWord(WORDS, Token.NameOther), 'start'],
    [new RegExp(NAME), byWord(WORDS, Token.NameOther), 'start'],
    [/\d+\.\d+(?:[eE][+-]?\d+)?[fd]?|\d+[eE][+-]?\d+/, Token.NumberFloat],
    [/0x[\da-fA-F]+/, Token.NumberHex],
    [/\d+/, Token.NumberInteger],
    [/[[({,;]/, Token.Punctuation, 'start'],
    [/[\])}]|\.{1,3}/, Token.Punctuation],
    [/[-+*%&|^<>=!~?:`]+|\/|\\(?=\n)/, Token.Operator, 'start'],
  ],
  // Where an expression begins, and behind a name, a slash opens a pattern if another one closes it: `a / b / c`.
  start: [
    include('space'),
    [/\/\/\//, Token.StringRegex, ['#pop', 'long pattern']],
    [/\/(?:\\.|\[(?:\\.|[^\\\]\n])*\]|[^\\/[\n])+\/[gimy]*(?!\w)/, Token.StringRegex, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  'long pattern': [
    [/\/\/\/[gimy]*(?!\w)/, Token.StringRegex, '#pop'],
    [/\s+/, Token.Text],
    [/#\{/, Token.StringInterpol, 'interpolation'],
    [/#[^\n]*/, Token.CommentSingle],
    [/\\\d+/, Token.NameVariable],
    [/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|.)/, Token.StringEscape],
    [/[^\\/\s#]+|[\\/]/, Token.StringRegex],
  ],
  double: interpolated(/"/, /[^\\"#]+|#/),
  'double heredoc': interpolated(/"""/, /[^\\"#]+|["#]/),
  single: string(/'/, /[^\\']+/),
  'single heredoc': string(/'''/, /[^\\']+|'/),
  interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('code')],
});

/** CoffeeScript. */
export const coffeescript = defineLexer({ tag: 'coffeescript', states });
