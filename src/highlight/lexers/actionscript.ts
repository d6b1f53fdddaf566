import { between, defineLexer, include, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const KEYWORDS =
  'break case catch continue default delete do else finally for if in is new return switch this throw try typeof while with';

const WORDS = wordTable(
  [
    Token.KeywordReserved,
    `class const dynamic extends final flash_proxy get implements import include interface internal namespace native
    override package private protected public set static super trace`,
  ],
  [
    Token.NameBuiltin,
    `Class Function Math Object RegExp decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN
    parseFloat parseInt void`,
  ],
  [Token.KeywordConstant, 'Infinity NaN false null true undefined'],
);

const states = (): States<undefined> => ({
  space: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [between(/\/\*/, '*/'), Token.CommentMultiline],
  ],
  root: [
    [/\n/, Token.Text, 'statement'],
    include('space'),
    [/\+\+|--|~|&&|\|\||\\(?=\n)|<<=?|>>>?=?|===?|!==?|[<>*%&|^/=!+]=?/, Token.Operator, 'expression'],
    [/[:;]/, Token.Operator, 'expression'],
    [/[([,]/, Token.Punctuation, 'expression'],
    [/\?/, Token.Punctuation, ['ternary', 'expression']],
    [/[{}]/, Token.Punctuation, 'statement'],
    [/[)\].]/, Token.Punctuation],
    [new RegExp(`(?:${KEYWORDS.replaceAll(' ', '|')})(?!\\w)`), Token.Keyword, 'expression'],
    [/(?:var|function)(?!\w)/, Token.KeywordDeclaration, 'expression'],
    [/[$A-Za-z_]\w*/, byWord(WORDS, Token.NameOther)],
    [/-?\d+\.\d+(?:[eE]\d+)?[fd]?/, Token.NumberFloat],
    [/0x[\da-fA-F]+/, Token.NumberHex],
    [/-?\d+/, Token.NumberInteger],
    [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
    [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringSingle],
  ],
  expression: [
    include('space'),
    [/\//, Token.StringRegex, ['#pop', 'regex']],
    [/\{/, Token.Punctuation, ['#pop', 'object']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  statement: [
    include('space'),
    [/([$A-Za-z_]\w*)(\s*)(:)/, [Token.NameLabel, Token.Text, Token.Punctuation], '#pop'],
    [/[{}]/, Token.Punctuation],
    [/\//, Token.StringRegex, ['#pop', 'regex']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  object: [
    include('space'),
    [/\}/, Token.Punctuation, '#pop'],
    [/([$A-Za-z_]\w*)(\s*)(:)/, [Token.NameAttribute, Token.Text, Token.Punctuation], 'expression'],
    [/:/, Token.Punctuation, 'expression'],
    include('root'),
  ],
  ternary: [[/:/, Token.Punctuation, ['#pop', 'expression']], include('root')],
  // Regular expressions as in early JavaScript.
  regex: [
    [/\/[gim]*/, Token.StringRegex, '#pop'],
    [/.?\n/s, Token.Error, '#pop'],
    [/\[\^?/, Token.StringEscape, 'class of characters'],
    [/\\./, Token.StringEscape],
    [/\{\d+(?:,\d*)?\}|\(\?[:=!<]?|[()?]/, Token.StringEscape],
    [/[^\\/[({)?\n](?:[^\\/[({)?\n](?!\n))*|\{/, Token.StringRegex],
  ],
  'class of characters': [
    [/\]/, Token.StringEscape, '#pop'],
    [/.?\n/s, Token.Error, '#pop:2'],
    [/\\.|\//, Token.StringEscape],
    [/[^\]\\/\n](?:[^\]\\/\n](?!\n))*/, Token.StringRegex],
  ],
});

/** ActionScript. */
export const actionscript = defineLexer({ tag: 'actionscript', states });
