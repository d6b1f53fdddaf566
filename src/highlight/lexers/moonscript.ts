import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type WordTable, wordTable } from '../engine/word-table.ts';
import { LUA_BUILTINS, longBrackets, luaName } from './lua.ts';

const KEYWORDS = wordTable(
  [
    Token.Keyword,
    `break class continue do else elseif end extends for if import in repeat return super switch then unless until using when
    while with`,
  ],
  [Token.KeywordDeclaration, 'export local'],
  [Token.KeywordConstant, 'nil true false'],
  [Token.OperatorWord, 'and or not'],
);

const WORDS: WordTable = new Map([...KEYWORDS, ...LUA_BUILTINS]);

const states = (): States<undefined> => ({
  root: [
    [/#![^\n]*/, Token.CommentPreproc, 'code'],
    [/(?=.)/s, Token.Text, 'code'],
  ],
  code: [
    ...longBrackets('', Token.StringHeredoc),
    [/"[^"]{1,200}":/, Token.StringSymbol],
    include('plain'),
    [/'/, Token.StringSingle, 'single'],
    [/"/, Token.StringDouble, 'double'],
  ],
  plain: [
    [/[a-z_]\w*:|:\w+/, Token.StringSymbol],
    [/\s+/, Token.Whitespace],
    [/--[^\n]*/, Token.CommentSingle],
    [/0[xX][\da-fA-F]*/, Token.NumberHex],
    [/\d+[eE][+-]?\d+/, Token.NumberFloat],
    [/\d+/, Token.NumberInteger],
    [/@@?\w*/, Token.NameVariableInstance],
    [/~=|[-+*/%=<>!#^\\]|\.{2,3}/, Token.Operator],
    [/[(){}[\],.:;]/, Token.Punctuation],
    [/([a-z_]\w*)(\.[A-Za-z_]\w*)?/, luaName(WORDS)],
    [/[A-Z]\w*/, Token.NameClass],
  ],
  // Backslashes mean nothing in strings.
  single: [
    [/'/, Token.StringSingle, '#pop'],
    [/[^']+/, Token.StringSingle],
  ],
  double: [
    [/"/, Token.StringDouble, '#pop'],
    [/#\{/, Token.StringInterpol, 'interpolation'],
    [/[^"#]+|#/, Token.StringDouble],
  ],
  // Strings within are errors.
  interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('plain')],
});

/** MoonScript. */
export const moonscript = defineLexer({ tag: 'moonscript', states });
