import { between, defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `break by case catch continue debugger default delete do else export fallthrough finally for from if import in
    instanceof loop new of otherwise require return super switch then throw til to try typeof unless until when while
    with yield`,
  ],
  [Token.KeywordDeclaration, 'class const extends function implements let var'],
  [Token.NameConstant, 'Infinity NaN false no null off on true undefined void yes'],
  [
    Token.NameBuiltin,
    `Array ArrayBuffer Boolean DataView Date Error Float32Array Float64Array Function Int16Array Int32Array Int8Array Map
    Math Number Object Packages Promise Proxy Reflect RegExp Set String Symbol Uint16Array Uint32Array Uint8Array
    Uint8ClampedArray WeakMap WeakSet arguments decodeURI decodeURIComponent document encodeURI encodeURIComponent eval
    global isFinite isNaN it netscape parseFloat parseInt self sun that this window`,
  ],
);

const INTERPOLATED = new Map([...WORDS].filter(([, token]) => token === Token.NameBuiltin));

/** Several characters at once only where it matters which of them belong together. */
const OPERATOR = /&&|\|[|>]|<{2,}|<\||\.=|:=|\.(?:[&|^]|<<|>>>?)\.|--|[-!%*+<=>?^~]=?/;

const ESCAPE = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)/;

const WORD = String.raw`[$a-zA-Z_]\w*(?:-[a-zA-Z]\w*)*`;

/** LiveScript. */
export const livescript = defineLexer({
  tag: 'livescript',
  states: () => ({
    // Where a line begins, a slash opens a pattern. If it does not, it is an error.
    root: [include('expression'), [/\}/, Token.Punctuation]],
    expression: [
      [/^(?=[\s/])/, Token.Text, 'slash'],
      include('space'),
      include('strings'),
      [new RegExp(`(?:${WORD})(?=\\s*:(?![:=]).)`, 's'), Token.NameAttribute],
      include('word'),
      [/(\|)([ \t]*)(_)(\s*)(=>)/, [Token.Keyword, Token.Text, Token.Keyword, Token.Text, Token.Keyword]],
      [/0x[\da-fA-F]+/, Token.NumberHex],
      [/\d[\d_]*\.\d[\d_]*(?:[eE][-+]?\d[\d_]*)?[\w$]*/, Token.NumberFloat],
      [/\d[\d_]*(?:[eE][-+]?\d[\d_]*)?[\w$]*/, Token.NumberInteger],
      [/!?(?:~>|->)|<[-~]!?|(?:! *)?function(?!-?[a-zA-Z]|\w)/, Token.KeywordDeclaration],
      [/=>/, Token.Keyword],
      [OPERATOR, Token.Operator, 'slash'],
      [/\/=?/, Token.Operator, 'slash'],
      [/\|/, Token.Keyword],
      [/[[({,;]/, Token.Punctuation, 'slash'],
      [/@@?/, Token.NameVariableInstance, 'member'],
      [/&/, Token.NameBuiltin, 'argument'],
      [/:{2,}(?!=)/, Token.Punctuation, 'member'],
      [new RegExp(`(?<=\\n[ \\t]{0,200}):${WORD}`), Token.NameLabel],
      [/\.\.\.|[):]/, Token.Punctuation],
      [/\.\.?(?!=)/, Token.Punctuation, ['member', 'index']],
      [/\]/, Token.Punctuation, 'closed'],
    ],
    space: [
      [/\n|[^\S\n]+/, Token.Text],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [/#[^\n]*/, Token.CommentSingle],
    ],
    word: [
      [/(?:and|is|isnt|not|x?or)(?!-?[a-zA-Z]|\w)/, Token.Operator, 'slash'],
      [/[A-Z](?:-[a-zA-Z]|\w)*?[a-z]\w*(?:-[a-zA-Z]\w*)*/, byWord(WORDS, Token.NameClass), ['slash', 'access']],
      [new RegExp(WORD), byWord(WORDS, Token.NameVariable), ['slash', 'access']],
    ],
    slash: [
      include('space'),
      [/\/\//, Token.StringRegex, ['#pop', 'longPattern']],
      [/\/(?:\\.|[^[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+\/(?:[gimy]+\b|\B)/, Token.StringRegex, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    access: [
      [/[!?]|\.(?!=)/, Token.Punctuation],
      [/\{/, Token.Punctuation, 'slice'],
      [new RegExp(WORD), Token.NameAttribute],
      [/\d[\d_]*(?:[eE][-+]?\d[\d_]*)?[\w$]*/, Token.NumberInteger],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    slice: [
      [/\s+/, Token.Text],
      [/\}/, Token.Punctuation, '#pop'],
      [/[,;]/, Token.Punctuation],
      [new RegExp(WORD), Token.NameAttribute],
      [/\d[\d_]*(?:[eE][-+]?\d[\d_]*)?[\w$]*/, Token.NumberInteger],
    ],
    index: [
      [/\d+/, Token.NumberInteger, ['#pop:2', 'slash', 'access']],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    member: [
      [new RegExp(WORD), Token.NameAttribute, ['#pop', 'slash', 'access']],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    argument: [
      [new RegExp(WORD), Token.NameAttribute, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    closed: [
      [/[!?]|\.(?!=)/, Token.Punctuation, ['#pop', 'slash', 'access']],
      [new RegExp(WORD), Token.NameAttribute, ['#pop', 'slash', 'access']],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    strings: [
      [/\\(?=\n)/, Token.Operator],
      [/\\\S[^\s,;)}\]]*/, Token.String],
      [/"""/, Token.String, 'longDouble'],
      [/"/, Token.String, 'double'],
      [/'''/, Token.String, 'longSingle'],
      [/'/, Token.String, 'single'],
      [
        between(/<\[/, ']>'),
        (lexing, match) => {
          lexing.token(Token.Punctuation, '<[');
          lexing.token(Token.String, match[0].slice(2, -2));
          lexing.token(Token.Punctuation, ']>');
        },
      ],
    ],
    double: [[/[^"\\#]+/, Token.String], [/"/, Token.String, '#pop'], include('inside'), [/#/, Token.String]],
    longDouble: [
      [/[^"\\#]+/, Token.String],
      [/"""/, Token.String, '#pop'],
      [/"/, Token.String],
      include('inside'),
      [/#/, Token.String],
    ],
    single: [
      [/[^'\\]+/, Token.String],
      [/'/, Token.String, '#pop'],
      [ESCAPE, Token.StringEscape],
    ],
    longSingle: [
      [/[^'\\]+/, Token.String],
      [/'''/, Token.String, '#pop'],
      [/'/, Token.String],
      [ESCAPE, Token.StringEscape],
    ],
    inside: [
      [ESCAPE, Token.StringEscape],
      [/#\{/, Token.StringInterpol, 'interpolation'],
      [/#(?=[$a-zA-Z_])/, Token.StringInterpol, 'interpolatedWord'],
    ],
    interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('expression')],
    interpolatedWord: [[new RegExp(WORD), byWord(INTERPOLATED, Token.NameVariable), '#pop']],
    longPattern: [
      [/\\\n/, Token.StringEscape],
      [/\\\d+/, Token.NameVariable],
      [/\/\/(?:[gimy]+\b|\B)/, Token.StringRegex, '#pop'],
      [/(\s+)(#(?:\s+[^\n]*|$))/, [Token.Text, Token.CommentSingle]],
      [/[^/\\#\s]+|\s+|\//, Token.StringRegex],
      include('inside'),
      [/[#\\]/, Token.StringRegex],
    ],
  }),
});
