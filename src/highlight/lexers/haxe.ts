import { between, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `as break case cast catch class continue default do else enum false for function if in interface macro new null override
    private public return switch this throw true try untyped while`,
  ],
  [Token.KeywordDeclaration, 'abstract dynamic extends extern from implements inline static to typedef var'],
  [Token.KeywordReserved, 'autoBuild build super trace'],
  [
    Token.NameBuiltin,
    `Any Array Bool Class Date DateTools Dynamic EReg File FileSystem Float Int Lambda Map Math Reflect Std String
    StringTools Sys UInt Void isNaN parseFloat parseInt`,
  ],
);

const NAME = '[A-Za-z_$][\\w$]*';
const comments: readonly Rule<undefined>[] = [
  [/\s+/, Token.Text],
  [/\/\/[^\n]*/, Token.CommentSingle],
  [between(/\/\*/, '*/'), Token.CommentMultiline],
];

const string = (quote: string, token: Token): readonly Rule<undefined>[] => [
  [new RegExp(quote), token, '#pop'],
  [/\\(?:[nrt'"\\]|u[\da-fA-F]{4}|u\{[\da-fA-F]+\}|x[\da-fA-F]{2}|[0-7]{3})/, Token.StringEscape],
];

const states = (): States<undefined> => ({
  root: [
    // What begins a line may be a label, a condition of the compiler or a pattern.
    [/\n/, Token.Text, 'statement'],
    ...comments,
    [/(?:import|package|using)\b/, Token.KeywordNamespace, 'namespace'],
    [/@:[\w.]*/, Token.NameDecorator],
    [/@/, Token.NameDecorator, 'metadata'],
    [/\?/, Token.Punctuation, ['ternary', 'expression']],
    [/\+\+|--|=>|->|(?:<<|>>>?|&&|\|\||[-<>+*%&|^/=!:~])=?/, Token.Operator, 'expression'],
    [/[([,{]/, Token.Punctuation, 'expression'],
    [/;/, Token.Punctuation, 'statement'],
    [/[)\].}]/, Token.Punctuation],
    [
      new RegExp(NAME),
      (lexing, [name]) => {
        const token = WORDS.get(name) ?? Token.NameOther;
        lexing.token(token, name);
        if (token === Token.Keyword || token === Token.KeywordDeclaration) lexing.push('expression');
      },
    ],
    [/0x[\da-fA-F]+/, Token.NumberHex],
    [/\d+\.\d+(?:[eE]\d+)?/, Token.NumberFloat],
    [/\d+/, Token.NumberInteger],
    [/"/, Token.StringDouble, 'double'],
    [/'/, Token.StringSingle, 'single'],
  ],
  namespace: [
    ...comments,
    [
      new RegExp(`(\\w[\\w.]*)(\\s+)(as|in\\b)(\\s+)(${NAME})`),
      [Token.NameNamespace, Token.Whitespace, Token.Keyword, Token.Whitespace, Token.Name],
    ],
    [/\w[\w.]*/, Token.NameNamespace],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  // Where an expression begins: a tilde opens a pattern, a brace an object.
  expression: [
    ...comments,
    [/#(?:if|elseif|else|end)[^\n]*/, Token.CommentPreproc],
    [/~/, Token.StringRegex, ['#pop', 'pattern']],
    [/\{/, Token.Punctuation, ['#pop', 'object']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  statement: [
    [/case\b/, Token.Keyword, ['#pop', 'expression']],
    [new RegExp(`(${NAME})(\\s*)(:)`), [Token.NameLabel, Token.Text, Token.Punctuation], ['#pop', 'expression']],
    include('expression'),
  ],
  ternary: [[/:/, Token.Punctuation, ['#pop', 'expression']], include('root')],
  object: [
    ...comments,
    [/\}/, Token.Punctuation, ['#pop', 'statement']],
    [new RegExp(`(${NAME})(\\s*)(:)`), [Token.NameAttribute, Token.Text, Token.Punctuation], 'expression'],
    [/:/, Token.Punctuation, 'expression'],
    include('root'),
  ],
  metadata: [
    [/\s+/, Token.Text],
    [/[A-Za-z_]\w*/, Token.NameDecorator, ['#pop', 'metadata call']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  'metadata call': [
    [/\(/, Token.Punctuation, ['#pop', 'metadata values']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  'metadata values': [[/\)/, Token.NameDecorator, '#pop'], include('root')],
  pattern: [
    [/\/[gimsu]*/, Token.StringRegex, '#pop'],
    // A pattern does not go on in the next line: Rouge marks the place.
    [/.?\n/s, Token.Error, '#pop'],
    [/\[\^?/, Token.StringEscape, 'pattern class'],
    [/\\./, Token.StringEscape],
    [/\((?:\?[:=!<]?)?|\)/, Token.StringEscape],
    [/\?|\{\d+(?:,\d*)?\}/, Token.StringEscape],
    [/[^\\/[({)?\n](?:[^\\/[({)?\n](?!\n))*|\{/, Token.StringRegex],
  ],
  'pattern class': [
    [/\]/, Token.StringEscape, '#pop'],
    [/\\./, Token.StringEscape],
    [/[^\]\\\n]+/, Token.StringRegex],
  ],
  double: [...string('"', Token.StringDouble), [/[^\\"]+/, Token.StringDouble]],
  single: [
    ...string("'", Token.StringSingle),
    [/\$\{/, Token.StringInterpol, 'interpolation'],
    [/\$[A-Za-z_]\w*/, Token.StringInterpol],
    [/[^\\'$]+|\$\$/, Token.StringSingle],
  ],
  interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('root')],
});

/** Haxe. */
export const haxe = defineLexer({ tag: 'haxe', states });
