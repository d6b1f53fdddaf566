import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `abstract and as assert atomic base begin break checked class component const constraint constructor continue default delegate
    do done downcast downto eager elif else end event exception extern external finally fixed for fun function functor global
    if in include inherit inline interface internal lazy let match member method mixin module mutable namespace new not null
    object of open or override parallel private process protected public pure rec return sealed select sig static struct
    tailcall then to trait try type upcast use val virtual void volatile when while with yield`,
  ],
  [Token.KeywordType, 'array bool char float int list string unit'],
  [Token.OperatorWord, 'asr land lor lsl lxor mod'],
);

/** These are punctuation, unless they are a part of something longer. */
const SIGNS = wordTable([
  Token.Punctuation,
  '!= # & && ( ) * , - -. -> . .. : :: := :> ; ;; < <- <> <| = > >] >} ? ?? [ [< [> [| ] _ ` { {< | |> |] } ~',
]);

/** F#. */
export const fsharp = defineLexer({
  tag: 'fsharp',
  states: () => ({
    string: [
      [/"/, Token.StringDouble, '#pop'],
      [/\\(?:[\\"'ntbr]|\d{3}|x[\da-fA-F]{2})/, Token.StringEscape],
      [/[^\\"]+/, Token.StringDouble],
    ],
    root: [
      [/\s+/, Token.Text],
      [/false|true/, Token.NameBuiltinPseudo],
      [/\(\)|\[\]/, Token.NameBuiltinPseudo],
      [/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace],
      [/[A-Z][\w']*/, Token.NameClass],
      [/\(\*(?!\))/, Token.Comment, 'comment'],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/[a-z][\w']*/, byWord(WORDS, Token.Name)],
      [/``[^`\n]+``/, Token.Name],
      [/\d[\d_]*(?:\.[\d_]*)?[eE][+-]?\d[\d_]*/, Token.NumberFloat],
      [/0[xX][\da-fA-F][\da-fA-F_]*/, Token.NumberHex],
      [/0[oO][0-7][0-7_]*/, Token.NumberOct],
      [/0[bB][01][01_]*/, Token.NumberBin],
      [/\d[\d_]*/, Token.NumberInteger],
      [/'(?:\\[\\"'ntbr ]|\\\d{3}|\\x[\da-fA-F]{2})'/, Token.StringChar],
      [/'/, Token.Keyword],
      [/"/, Token.StringDouble, 'string'],
      [/[-!#$%&*+./:;<=>?@^|~()[\]{},_]+/, byWord(SIGNS, Token.Operator)],
    ],
    comment: [
      [/\(\*/, Token.Comment, '#push'],
      [/\*\)/, Token.Comment, '#pop'],
      [/[^(*)]+|[(*)]/, Token.Comment],
    ],
  }),
});
