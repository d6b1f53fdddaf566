import { between, defineLexer, include, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable, wordTable } from '../engine/word-table.ts';

const KEYWORDS = 'break catch continue default do else for if in required return switch throw try var while xml';

/** Keywords, whatever follows them. */
const WORDS: WordTable = wordTable(
  [Token.Keyword, KEYWORDS],
  [Token.NameConstant, 'application arguments cgi client cookie session super this variables'],
  [
    Token.Operator,
    `AND and CONTAINS contains EQ eq EQUAL equal EQV eqv GT gt GTE gte IMP imp IS is LT lt LTE lte MOD mod NOT not OR
    or XOR xor`,
  ],
  [Token.KeywordConstant, 'false null true'],
);

/** Keywords that are names before a parenthesis. */
const DECLARATIONS: WordTable = wordTable(
  [Token.KeywordType, 'any array binary boolean date guid numeric query string struct uuid void'],
  [Token.KeywordDeclaration, 'component function package private property public remote'],
);

/** Keywords, except before a dot, where they are names. */
const WORD = new RegExp(
  [...WORDS].map(([word, token]) => `${word}\\b(?![$${token === Token.Keyword ? '.' : ''}])`).join('|'),
);

const VALUE_BRACE = new RegExp(`(?<=(?:[=:?[!&|+*<>%^-]|\\b(?:${KEYWORDS.replaceAll(' ', '|')}))\\s{0,50})\\{`);

/** ColdFusion's script. */
export const cfscript = defineLexer({
  tag: 'cfscript',
  states: () => ({
    root: [[/([A-Za-z_$][\w.]*)(\s*)(:)/, [Token.Name, Token.Text, Token.Punctuation]], include('code')],
    code: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [/import\b/, Token.KeywordNamespace, 'import'],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
      [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringSingle],
      [/0x[\da-fA-F]+/, Token.NumberHex],
      [/\d+\.\d+(?:[eE]\d+)?[fd]?/, Token.NumberFloat],
      [/\d+/, Token.NumberInteger],
      [WORD, byWord(WORDS, Token.Name)],
      [/[A-Za-z_$][\w.]*(?=\s*\()/, Token.NameFunction],
      [/[A-Za-z_$][\w.]*/, byWord(DECLARATIONS, Token.NameOther)],
      [/[!%&*+\-/<=>^|]/, Token.Operator],
      [/\?/, Token.Punctuation, 'ternary'],
      [VALUE_BRACE, Token.Punctuation, 'struct'],
      [/[(),.;[\]{}]/, Token.Punctuation],
    ],
    ternary: [[/:/, Token.Punctuation, '#pop'], include('root')],
    // Behind a brace that begins a value, and to the end of the text, a name before a colon is a key.
    struct: [[/[A-Za-z_$][\w.]*(?=\s*:)/, Token.NameOther], [/:/, Token.Punctuation], include('code')],
    import: [
      [/\s+/, Token.Text],
      [/[\w.*]+/, Token.NameNamespace, '#pop'],
    ],
  }),
});
