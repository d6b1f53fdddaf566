import { between, defineLexer, include, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable, wordTable } from '../engine/word-table.ts';

const KEYWORDS = 'break catch continue default do else for if in required return switch throw try var while xml';

/** Words that count whatever follows them. */
const WORDS: WordTable = wordTable(
  [Token.NameConstant, 'application arguments cgi client cookie session super this variables'],
  [Token.KeywordConstant, 'false null true'],
);

/** Keywords that are names before a parenthesis. */
const DECLARATIONS: WordTable = wordTable(
  [Token.KeywordType, 'any array binary boolean date guid numeric query string struct uuid void'],
  [Token.KeywordDeclaration, 'component function package private property public remote'],
);

const oneOf = (words: string): string => `(?:${words.replaceAll(' ', '|')})\\b`;

/** Operators may be written in any case. */
const OPERATOR = new RegExp(oneOf('and contains eq equal eqv gt gte imp is lt lte mod not or xor'), 'i');
const WORD = new RegExp(oneOf([...WORDS.keys()].join(' ')));
/** Before a dot they are names. */
const KEYWORD = new RegExp(`${oneOf(KEYWORDS)}(?!\\.)`);

const VALUE_BRACE = new RegExp(`(?<=(?:[=:?[!&|+*<>%^-]|\\b(?:${KEYWORDS.replaceAll(' ', '|')}))\\s{0,50})\\{`);

/** ColdFusion's script. */
export const cfscript = defineLexer({
  tag: 'cfscript',
  states: () => ({
    root: [
      [OPERATOR, Token.Operator],
      [WORD, byWord(WORDS, Token.Name)],
      [/([A-Za-z_$][\w.]*)(\s*)(:)/, [Token.Name, Token.Text, Token.Punctuation]],
      include('code'),
    ],
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
      [KEYWORD, Token.Keyword],
      [OPERATOR, Token.Operator],
      [WORD, byWord(WORDS, Token.Name)],
      [/[A-Za-z_$][\w.]*(?=\s*\()/, Token.NameFunction],
      [/[A-Za-z_$][\w.]*/, byWord(DECLARATIONS, Token.NameOther)],
      [/[!%&*+\-/<=>^|]/, Token.Operator],
      [/\?(?=\w)/, Token.Operator],
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
