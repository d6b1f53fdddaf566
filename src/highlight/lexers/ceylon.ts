import { between, defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `assert break case catch continue dynamic else exists finally for in is let outer return switch then this throw try
    while`,
  ],
  [Token.KeywordDeclaration, 'abstracts assign extends given of out satisfies super'],
  [Token.KeywordType, 'function new value void'],
  [Token.KeywordConstant, 'false null true'],
  [
    Token.NameDecorator,
    `abstract actual by default deprecated doc final formal license literal native optional sealed see shared small tagged
    throws variable`,
  ],
);

/** Ceylon. */
export const ceylon = defineLexer({
  tag: 'ceylon',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [between(/\/\//, '\n'), Token.CommentSingle],
      // Rouge takes only the opening of a longer comment for one.
      [/\/\*/, Token.CommentMultiline],
      [/(class|interface|object|alias)(\s+)/, [Token.KeywordDeclaration, Token.Text], 'class'],
      [/(assembly|import|module|package)(\s+)/, [Token.KeywordNamespace, Token.Text], 'namespace'],
      [once(/"[^"\\]*(?:\\.[^"\\]*)*"/s, '"'), Token.String],
      [/'(?:\\.|\\\{#[\da-fA-F]+\}|[^'\\\n])'/, Token.StringChar],
      [/(\.)([a-z_]\w*)/, [Token.Operator, Token.NameAttribute]],
      [new RegExp(`(?!(?:${[...WORDS.keys()].join('|')}):)[a-zA-Z_]\\w*:`), Token.NameLabel],
      [/\\?[A-Z]\w*/, Token.NameDecorator],
      [/[a-z_]\w*/, byWord(WORDS, Token.Name)],
      [/#[\da-fA-F]+/, Token.NumberHex],
      [/\$[01]+/, Token.NumberBin],
      [/\d+(?:_\d{3})*\.\d+(?:_\d{3})*(?:[eE][-+]?\d+)?[munpfkMGTP]?/, Token.NumberFloat],
      [/\d+(?:_\d{3})*[kMGTP]?/, Token.NumberInteger],
      [/[-!%&()*+,./:;<=>?[\]^`{|}~]/, Token.Operator],
    ],
    class: [
      [/\s+/, Token.Text],
      [/[A-Za-z_]\w*/, Token.NameClass, '#pop'],
    ],
    namespace: [
      [/\s+/, Token.Text],
      [/[a-z][\w.]*/, Token.NameNamespace, '#pop'],
      [/(?=")/, Token.Text, '#pop'],
    ],
  }),
});
