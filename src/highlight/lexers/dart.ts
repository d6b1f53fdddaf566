import { closedBy } from '../engine/closed-by.ts';
import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { between, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { WORD } from '../engine/word-characters.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `as assert await break case catch continue default do else finally for if in is new rethrow return super switch this throw
    try when while with yield`,
  ],
  [
    Token.KeywordDeclaration,
    `abstract async base const covariant dynamic extends external factory final get implements interface late native
    on operator required sealed set static sync typedef var`,
  ],
  [
    Token.KeywordType,
    'bool double Dynamic Function enum int Comparable List Map Never Null num Object Pattern Record Set String Symbol Type Uri void',
  ],
  [Token.KeywordConstant, 'false null true'],
);

const string = (quote: string): readonly Rule<undefined>[] => [
  [new RegExp(quote), Token.String, '#pop'],
  [/\\['"\\bnrt]/, Token.StringEscape],
  [/\$[A-Za-z_]\w*/, Token.StringInterpol],
  [between(/\$\{/, '}'), Token.StringInterpol],
  [/[^'"\\$]+/, Token.String],
  [/['"]/, Token.String],
];

/** What is called after a type at the very start of a line is taken for a function that is declared. */
function declare(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  lexing.recurse(match[1] ?? '');
  lexing.token(Token.NameFunction, match[2] ?? '');
  lexing.token(Token.Text, match[3] ?? '');
  lexing.token(Token.Punctuation, '(');
}

const states = (): States<undefined> => ({
  root: [
    [/^(\s{0,200}(?:[A-Za-z_][\w.[\]]{0,200}\s{1,200}){1,8})([A-Za-z_]\w*)(\s*)(\()/, declare],
    [/\s+/, Token.Text],
    include('code'),
  ],
  code: [
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Operator)],
    // Three quotes are an empty string and the beginning of another.
    [between(/r"/, '"', '\n'), Token.StringOther],
    [between(/r'/, "'", '\n'), Token.StringOther],
    [/"/, Token.String, 'double'],
    [/'/, Token.String, 'single'],
    [/@[A-Za-z_]\w*/, Token.NameDecorator],
    [/(?:class|mixin)\b/, Token.KeywordDeclaration, 'class'],
    [/(?:part of|deferred|export|import|library|part|source)\b/, Token.KeywordNamespace, 'import'],
    [/(\.)([A-Za-z_]\w*)/, [Token.Operator, Token.NameAttribute]],
    [new RegExp(`(?!(?:${[...WORDS.keys()].join('|')}):)[A-Za-z_$]\\w*:`), Token.NameLabel],
    // A dollar ends a word: `this$x`.
    [unicode`[A-Za-z_]\w*(?![${WORD}])`, byWord(WORDS, Token.Name)],
    [/\$?[A-Za-z_]\w*/, Token.Name],
    [/#[A-Za-z_]?\w*/, Token.StringSymbol],
    [/0x[\da-fA-F]+/, Token.NumberHex],
    [/\d+\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
    [/\d+/, Token.NumberInteger],
    [/[~!%^&*+=|?:/-]/, Token.Operator],
    [/[()[\]{}<>;,.]/, Token.Punctuation],
  ],
  class: [
    [/\s+/, Token.Text],
    [/[A-Za-z_]\w*/, Token.NameClass, '#pop'],
  ],
  import: [
    [/\s+/, Token.Text],
    [/;/, Token.Operator, '#pop'],
    [/(?:show|hide)\b/, Token.KeywordDeclaration],
    include('root'),
  ],
  double: string('"'),
  single: string("'"),
});

/** Dart. */
export const dart = defineLexer({ tag: 'dart', states });
