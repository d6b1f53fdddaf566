import { between, defineLexer, include, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { QUALIFIED, XPATH_WORDS, xpathStates } from './xpath.ts';

const OWN_WORDS = wordTable([
  Token.Keyword,
  `NaN allowing ascending at attribute by case catch collation comment construction context count declare default
    descending digit document element else empty encoding end every external for function greatest group if import in
    infinity inherit item lax least let module namespace next only option order ordered ordering percent preserve
    previous return satisfies schema sliding some stable start strict strip switch text then try tumbling type
    typeswitch unordered validate version when where window xquery`,
]);

const WORDS = new Map([
  ...XPATH_WORDS,
  ...OWN_WORDS,
  ...wordTable([
    Token.Keyword,
    `base-uri boundary-space copy-namespaces decimal-format decimal-separator default-collation exponent-separator
    grouping-separator minus-sign no-inherit no-preserve per-mille processing-instruction zero-digit`,
  ]),
]);

const TAG = String.raw`[A-Za-z_][\w:.-]*`;

const ELEMENT: readonly Rule<undefined>[] = [
  [/<!--/, Token.Comment, 'markup comment'],
  [between(/<\?/, '?>'), Token.CommentPreproc],
  [between(/<!\[CDATA\[/, ']]>'), Token.CommentPreproc],
];

const RULES: readonly Rule<undefined>[] = [
  ...ELEMENT,
  [new RegExp(`<${TAG}`), Token.NameTag, 'tag'],
  // Words of its own break these kinds apart.
  [
    /document(?=-node\s*\()|empty(?=-sequence\s*\()|namespace(?=-node\s*\()|schema(?=-(?:attribute|element)\s*\()/,
    Token.Keyword,
  ],
  [/%/, Token.KeywordDeclaration, 'annotation'],
  [/namespace\b(?=\s+[A-Za-z_])/, Token.Keyword, 'namespace'],
  [/\(#(?=\s*[A-Za-z_])|(?<=[\w\s])#\)/, Token.CommentPreproc],
  [/&#?\w*;/, Token.NameEntity],
  [/;/, Token.Punctuation],
];

/** XQuery. */
export const xquery = defineLexer({
  tag: 'xquery',
  states: () => ({
    ...xpathStates(WORDS, RULES),
    annotation: [include('space'), [new RegExp(QUALIFIED), Token.KeywordDeclaration, '#pop']],
    namespace: [include('space'), [/[A-Za-z_][\w.-]*/, Token.NameNamespace, '#pop']],
    'markup comment': [
      [/-->/, Token.Comment, '#pop'],
      [/[^-]+|-/, Token.Comment],
    ],
    tag: [
      [/\s+/, Token.Whitespace],
      [/\/>/, Token.NameTag, '#pop'],
      [/>/, Token.NameTag, ['#pop', 'content']],
      [/[\w:.-]+\s*=(?=["'])/, Token.NameAttribute, 'value'],
    ],
    value: [
      [/"/, Token.String, ['#pop', 'double']],
      [/'/, Token.String, ['#pop', 'single']],
    ],
    double: [[/"/, Token.String, '#pop'], include('within value'), [/[^"{}]+|[{}]/, Token.String]],
    single: [[/'/, Token.String, '#pop'], include('within value'), [/[^'{}]+|[{}]/, Token.String]],
    'within value': [
      [/\{\{|\}\}/, Token.String],
      [/\{/, Token.Punctuation, 'expression'],
    ],
    content: [
      [/\s+/, Token.Whitespace],
      ...ELEMENT,
      [new RegExp(`</${TAG}\\s*>`), Token.NameTag, '#pop'],
      [new RegExp(`<${TAG}`), Token.NameTag, 'tag'],
      [/\{\{|\}\}/, Token.Text],
      [/\{/, Token.Punctuation, 'expression'],
      [/&#?\w*;/, Token.NameEntity],
      [/[^\s<&{}]+/, Token.Text],
    ],
    expression: [[/\}/, Token.Punctuation, '#pop'], include('root')],
  }),
});
