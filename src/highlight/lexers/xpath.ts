import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable, wordTable } from '../engine/word-table.ts';

const NAME = String.raw`[A-Za-z_][\w.-]*`;
/** A name that may have a prefix, or the address of its namespace in braces. */
export const QUALIFIED = String.raw`(?:Q\{[^{}]*\}${NAME}|(?:${NAME}:)?${NAME})`;

const AXES =
  'ancestor-or-self|ancestor|attribute|child|descendant-or-self|descendant|following-sibling|following|namespace|parent|' +
  'preceding-sibling|preceding|self';
const KINDS =
  'attribute|comment|document-node|element|empty-sequence|namespace-node|node|' +
  'schema-attribute|schema-element|text';

export const XPATH_WORDS = wordTable(
  [Token.OperatorWord, 'and div eq except ge gt idiv intersect is le lt mod ne or to union'],
  [Token.Keyword, 'else every for if in let return satisfies some then'],
);

/** A kind of type that is a word of XPath itself, but not of XQuery. */
const WORDS: WordTable = new Map([...XPATH_WORDS, ['empty-sequence', Token.Keyword]]);

const K = Token.Keyword;
const W = Token.Whitespace;

const OPERATORS = /\.\.|::|:=|=>|\|\||!=|<<|>>|<=|>=|[-+*/=<>|,.]|:/;

/** The states of XPath, or of a language around it with more words and rules. */
export const xpathStates = (words: WordTable, rules: readonly Rule<undefined>[]): States<undefined> => ({
  root: [
    include('space'),
    ...rules,
    include('strings'),
    [/\d+(?:\.\d*)?[eE][+-]?\d+|\d+\.\d*|\.\d+/, Token.NumberFloat],
    [/\d+/, Token.Number],
    [/\$/, Token.NameVariable, 'variable'],
    [/@/, Token.NameAttribute, 'attribute'],
    [new RegExp(`(${AXES})(\\s*)(::)`), [K, W, Token.Operator]],
    [new RegExp(`(${KINDS})(\\s*)(\\((?!:))`), [K, W, Token.Punctuation], 'kind'],
    [/(instance)(\s+)(of)/, [K, W, K], 'type'],
    [/(castable|cast)(\s+)(as)/, [K, W, K], 'single type'],
    [/(treat)(\s+)(as)/, [K, W, K], 'type'],
    [/as\b(?!\s*\()/, K, 'type'],
    [/(?:function|processing-instruction)(?=\s*\()/, K],
    // Even at the beginning of a longer name.
    [/map|array/, K],
    [new RegExp(`(?:${[...words.keys()].join('|')})\\b`), byWord(words, Token.NameTag)],
    [new RegExp(`(${NAME})(:)(\\*)`), [Token.NameTag, Token.Punctuation, Token.Operator]],
    [new RegExp(`${QUALIFIED}#\\d+`), Token.NameFunction],
    [new RegExp(`${QUALIFIED}(?=\\s*\\((?!:))`), Token.NameFunction],
    [new RegExp(QUALIFIED), Token.NameTag],
    [OPERATORS, Token.Operator],
    [/[()[\]{}?]/, Token.Punctuation],
  ],
  strings: [
    [/"(?:""|[^"])*"/, Token.String],
    [/'(?:''|[^'])*'/, Token.String],
  ],
  space: [
    [/\s+/, W],
    [/\(:/, Token.Comment, 'comment'],
  ],
  comment: [
    [/\(:/, Token.Comment, '#push'],
    [/:\)/, Token.Comment, '#pop'],
    [/[^(:)]+|[(:)]/, Token.Comment],
  ],
  variable: [include('space'), [new RegExp(QUALIFIED), Token.NameVariable, '#pop']],
  attribute: [include('space'), [new RegExp(QUALIFIED), Token.NameAttribute, '#pop'], [/\*/, Token.Operator, '#pop']],
  instruction: [
    include('space'),
    include('strings'),
    [new RegExp(NAME), Token.Name],
    [/\)/, Token.Punctuation, '#pop'],
  ],
  kind: [
    include('space'),
    [/[*?]/, Token.Operator],
    [/,/, Token.Punctuation],
    [/\)/, Token.Punctuation, '#pop'],
    [new RegExp(`(${KINDS})(\\s*)(\\()`), [Token.KeywordType, W, Token.Punctuation], '#push'],
    [new RegExp(QUALIFIED), Token.NameTag],
  ],
  'single type': [include('space'), [new RegExp(QUALIFIED), Token.KeywordType, '#pop']],
  type: [
    include('space'),
    [/(empty-sequence)(\s*)(\()/, [Token.KeywordType, W, Token.Punctuation], ['#pop', 'kind']],
    [
      /(processing-instruction)(\s*)(\()/,
      [Token.KeywordType, W, Token.Punctuation],
      ['#pop', 'how many', 'instruction'],
    ],
    [new RegExp(`(${KINDS}|item)(\\s*)(\\()`), [Token.KeywordType, W, Token.Punctuation], ['#pop', 'how many', 'kind']],
    [/(function)(\s*)(\()/, [Token.KeywordType, W, Token.Punctuation], ['#pop', 'type']],
    [new RegExp(QUALIFIED), Token.KeywordType, ['#pop', 'how many']],
    [/\)/, Token.Punctuation, '#pop'],
    [OPERATORS, Token.Operator, '#pop'],
  ],
  'how many': [
    [/[?*+]/, Token.Operator, '#pop'],
    [/(?=.)/s, W, '#pop'],
  ],
});

/** A kind of node whose name is no name of an element. */
const INSTRUCTION: Rule<undefined> = [
  /(processing-instruction)(\s*)(\((?!:))/,
  [K, W, Token.Punctuation],
  'instruction',
];

/** XPath. */
export const xpath = defineLexer({ tag: 'xpath', states: () => xpathStates(WORDS, [INSTRUCTION]) });
