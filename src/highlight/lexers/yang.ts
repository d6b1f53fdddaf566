import { defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.KeywordDeclaration,
    `action anydata anyxml argument augment base belongs-to bit case choice config contact container default description
    deviate deviation enum error-app-tag error-message extension feature fraction-digits grouping identity if-feature
    import include input key leaf leaf-list length list mandatory max-elements min-elements modifier module must
    namespace notification ordered-by organization output path pattern position prefix presence range reference refine
    require-instance revision revision-date rpc status submodule type typedef unique units uses value when yang-version
    yin-element`,
  ],
  [
    Token.KeywordType,
    `binary bits boolean decimal64 empty enumeration identityref instance-identifier int16 int32 int64 int8 leafref
    string uint16 uint32 uint64 uint8 union`,
  ],
  [
    Token.NameConstant,
    `add current delete deprecated false invert-match max min not-supported obsolete replace true unbounded user`,
  ],
);

/** YANG, the models of network devices. What nothing follows is a name. */
export const yang = defineLexer({
  tag: 'yang',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/[{};]/, Token.Punctuation],
      [/\/\/[^\n]*/, Token.Comment],
      [/\/\*/, Token.Comment, 'comment'],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
      [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringSingle],
      [/[+.]+(?=[\s{};"']|$)/, Token.Operator],
      [/\d{4}-\d{2}-\d{2}(?=[^\w-])/, Token.NameLabel],
      [/\d+\.\d+(?=[\s{};])/, Token.NumberFloat],
      [/\d+(?=[\s{};])/, Token.NumberInteger],
      [/([A-Za-z_][\w.-]*)(:)([\w.-]+)(?=[\s{};])/, [Token.NameNamespace, Token.Punctuation, Token.Name]],
      [
        /[A-Za-z][\w-]*(?=[^\w:-])\b/,
        (lexing, [text]) => lexing.token(WORDS.get(text.toLowerCase()) ?? Token.Name, text),
      ],
      [/[\w-]+(?=[+.]+(?:[\s{};"']|$))|[^\s{};"']+/, Token.Name],
    ],
    comment: [
      [/\*\//, Token.Comment, '#pop'],
      [/[^*]+|\*/, Token.Comment],
    ],
  }),
});
