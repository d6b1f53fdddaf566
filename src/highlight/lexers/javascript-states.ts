import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { before, include, once, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** What tells the members of the family apart: JavaScript, TypeScript, and both with JSX. */
export interface Dialect {
  readonly keywords: string;
  readonly declarations: string;
  readonly reserved: string;
  /** Names every program knows, beside those of JavaScript. */
  readonly builtins: string;
  /** A pattern for what may stand between a label and its colon. */
  readonly labelMark: string;
  /** The states that a label opens in front of the next statement. */
  readonly afterLabel: readonly string[];
  /** Rules tried before the family's own in every expression. */
  readonly typeRules: readonly Rule<undefined>[];
  /** Rules for what may stand only where an expression begins: JSX elements. */
  readonly expressionRules: readonly Rule<undefined>[];
  readonly elementStates: States<undefined>;
}

const CONSTANTS = 'true false null undefined NaN Infinity';

const BUILTINS =
  'Array ArrayBuffer Boolean DataView Date Error Float32Array Float64Array Function Int16Array Int32Array Int8Array Map Math ' +
  'Number Object Packages Promise Proxy Reflect RegExp Set String Symbol Uint16Array Uint32Array Uint8Array Uint8ClampedArray ' +
  'WeakMap WeakSet decodeURI decodeURIComponent document encodeURI encodeURIComponent eval global isFinite isNaN navigator ' +
  'netscape parseFloat parseInt self sun window';

/** A dollar sign only begins a name: `a$b` is two, which shows where they differ in class. */
const NAME = String.raw`[\p{L}\p{Nl}$_][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*`;
const IDENTIFIER = `#?${NAME}`;

interface WordTable {
  readonly tokens: ReadonlyMap<string, Token>;
  readonly keywords: ReadonlySet<string>;
}

function tabulate(dialect: Dialect): WordTable {
  const tokens = new Map<string, Token>();
  const add = (words: string, token: Token): void => {
    for (const word of words.split(' ')) tokens.set(word, token);
  };
  add(`${BUILTINS}${dialect.builtins}`, Token.NameBuiltin);
  add(CONSTANTS, Token.KeywordConstant);
  add(dialect.reserved, Token.KeywordReserved);
  add(dialect.declarations, Token.KeywordDeclaration);
  add(dialect.keywords, Token.Keyword);
  return { tokens, keywords: new Set(dialect.keywords.split(' ')) };
}

/** A word; after a keyword an expression begins, where a slash is a pattern and a brace an object. */
function word(table: WordTable) {
  return (lexing: Lexing<undefined>, [name]: RegExpExecArray): void => {
    const token = table.tokens.get(name) ?? Token.NameOther;
    lexing.token(token, name);
    if (token === Token.Keyword || token === Token.KeywordDeclaration) lexing.push('expression');
  };
}

function call(table: WordTable) {
  return (lexing: Lexing<undefined>, [text, name = '']: RegExpExecArray): void => {
    if (table.keywords.has(name)) {
      lexing.token(Token.Keyword, text);
      lexing.push('expression');
    } else {
      lexing.token(/^[$_]*\p{Lu}/u.test(name) ? Token.NameClass : Token.NameFunction, text);
    }
  };
}

const comments: readonly Rule<undefined>[] = [
  [/\s+/, Token.Text],
  [/<!--/, Token.Comment],
  [/\/\/[^\n]*/, Token.CommentSingle],
  [/\/\*/, Token.CommentMultiline, 'comment'],
];

const literals: readonly Rule<undefined>[] = [
  [/"/, Token.StringDelimiter, 'double'],
  [/'/, Token.StringDelimiter, 'single'],
  [/`/, Token.StringDouble, 'template'],
  [/0x[\da-f]+/i, Token.NumberHex],
  [/0o[0-7][0-7_]*/i, Token.NumberOct],
  [/0b[01][01_]*/i, Token.NumberBin],
  [/\d+\.\d+(?:[eE]\d+)?[fd]?/, Token.NumberFloat],
  [/\d+/, Token.NumberInteger],
];

const rootRules = (dialect: Dialect, table: WordTable): readonly Rule<undefined>[] => [
  // The line of a program's name may stand anywhere between statements.
  [once(/\s*#![^\n]*\n/, '#!'), Token.CommentPreproc],
  ...comments,
  ...dialect.typeRules,
  [/\?(?=\s*[^\s.?:])/, Token.Punctuation, ['ternary', 'expression']],
  [/\?\?=?/, Token.Operator, 'expression'],
  [/\?:/, Token.Punctuation, 'expression'],
  [/\?\.?/, Token.Punctuation],
  [/=>|\*\*=?|(?:&&|\|\|)=?|(?:<<|>>>?|[=!]=|[-<>+*%&|^/=!])=?|[~]/, Token.Operator, 'expression'],
  [/[([,]/, Token.Punctuation, 'expression'],
  [/;/, Token.Punctuation, 'statement'],
  [/[{}]/, Token.Punctuation, 'statement'],
  [/[)\].:]/, Token.Punctuation],
  [/(@)(\w*)/, [Token.Punctuation, Token.NameDecorator], 'expression'],
  [/\\(?=\n)/, Token.Operator, 'expression'],
  [unicode`(function)(\s+)(${IDENTIFIER})`, [Token.KeywordDeclaration, Token.Text, Token.NameFunction]],
  [/function(?=\([^)\n]*\))/, Token.KeywordDeclaration, 'expression'],
  [/(class)(\s+)/, [Token.KeywordDeclaration, Token.Text], 'class'],
  // A call is recognised only if a closing parenthesis follows somewhere.
  [before(unicode`(${IDENTIFIER})[ ]*(?=\()`, ')'), call(table)],
  [unicode`${IDENTIFIER}`, word(table)],
  ...literals,
];

const patternStates: States<undefined> = {
  pattern: [
    [/\/[gimuy]*/, Token.StringRegex, '#pop'],
    // A pattern does not go on in the next line: Rouge marks the place.
    [/.?\n/s, Token.Error, '#pop'],
    [/\[\^?/, Token.StringEscape, 'pattern class'],
    [/\\./, Token.StringEscape],
    [/\((?:\?[:=!<]?)?|\)/, Token.StringEscape],
    [/\?|\{\d+(?:,\d*)?\}/, Token.StringEscape],
    [/[^\\/[({)?\n](?:[^\\/[({)?\n](?!\n))*|\{/, Token.StringRegex],
  ],
  'pattern class': [
    [/[^/\n]\n/, Token.Error, ['#pop', '#pop']],
    [/\]/, Token.StringEscape, '#pop'],
    [/\\.|\//, Token.StringEscape],
    [/(?:[^\]\\/\n](?!\n))+/, Token.StringRegex],
  ],
};

const stringStates: States<undefined> = {
  double: [
    [/"/, Token.StringDelimiter, '#pop'],
    [/\\[\\nrt"]?/, Token.StringEscape],
    [/[^\\"]+/, Token.StringDouble],
  ],
  single: [
    [/'/, Token.StringDelimiter, '#pop'],
    [/\\[\\nrt']?/, Token.StringEscape],
    [/[^\\']+/, Token.StringSingle],
  ],
  template: [
    [/`/, Token.StringDouble, '#pop'],
    [/\$\{/, Token.Punctuation, 'substitution'],
    [/\\[\\`$]/, Token.StringEscape],
    [/[^\\`$]+|[\\$]/, Token.StringDouble],
  ],
  comment: [
    [/\*\//, Token.CommentMultiline, '#pop'],
    [/[^*]+|\*/, Token.CommentMultiline],
  ],
};

/** The states of one member of the family. */
export function javascriptStates(dialect: Dialect): States<undefined> {
  const table = tabulate(dialect);
  return {
    start: [
      [/#![^\n]*\n/, Token.CommentPreproc, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    root: rootRules(dialect, table),
    // Where an expression begins: a slash opens a pattern, a brace an object.
    expression: [
      ...comments,
      ...dialect.expressionRules,
      [/\//, Token.StringRegex, ['#pop', 'pattern']],
      [/\{/, Token.Punctuation, ['#pop', 'object']],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    statement: [
      [/case\b/, Token.Keyword, ['#pop', 'expression']],
      [
        unicode`(${NAME})(${dialect.labelMark})(\s*)(:)`,
        [Token.NameLabel, Token.Punctuation, Token.Text, Token.Punctuation],
        dialect.afterLabel,
      ],
      include('expression'),
    ],
    ternary: [[/:/, Token.Punctuation, ['#pop', 'expression']], include('root')],
    object: [
      [/\{/, Token.Punctuation, '#push'],
      [/\}/, Token.Punctuation, ['#pop', 'statement']],
      [unicode`(${NAME})(\s*)(:)`, [Token.NameAttribute, Token.Text, Token.Punctuation], 'expression'],
      include('root'),
    ],
    substitution: [[/\}/, Token.Punctuation, '#pop'], include('root')],
    class: [
      [
        unicode`(${NAME})(\s+)(extends)(\s+)(${NAME})`,
        [Token.NameClass, Token.Text, Token.KeywordDeclaration, Token.Text, Token.NameClass],
        '#pop',
      ],
      [unicode`${NAME}`, Token.NameClass, '#pop'],
    ],
    ...patternStates,
    ...stringStates,
    ...dialect.elementStates,
  };
}

/** What the dialect without types and elements says. */
export const JAVASCRIPT: Dialect = {
  keywords:
    'async await break case catch continue debugger default delete do else export finally for from if import in instanceof ' +
    'new of return super switch this throw try typeof void while yield',
  declarations: 'class const constructor extends function get let set static var with',
  reserved: 'enum implements interface package private protected public',
  builtins: '',
  labelMark: '',
  afterLabel: [],
  typeRules: [],
  expressionRules: [],
  elementStates: {},
};
