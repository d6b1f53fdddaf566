import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `#check #eval #print #reduce abbreviation assume axiom begin by calc coercion conjecture constant constants context
    corollary def definition end example exit export exposing extends from fun have help hiding hott hypothesis import
    include inductive infix infixl infixr inline instance irreducible lemma match namespace notation opaque open options
    parameter parameters postfix precedence prefix private protected reducible renaming repeat section set_option show
    tactic_hint theorem universe universes using variable variables with`,
  ],
  [Token.KeywordType, 'Prop Sort Type'],
);

const states = (): States<undefined> => ({
  root: [
    // Comments over lines are not known; those to the end of a line begin with the white space before them.
    [/\s*--+\s+[^\n]*/, Token.CommentDoc],
    [/(?:[\s(),[\]αβ]|:=?)+/, Token.Text],
    [/#?[A-Za-z_]\w*/, byWord(WORDS, Token.Name)],
    [/λ/, Token.Keyword],
    [/"/, Token.String, 'string'],
    [/\d+/, Token.NumberInteger],
    [/\.\d+|⁻¹|-+|[!#&*+./;<=>@`|~¬×Πℕℤ→↔∀∃∧∨≈≠≡≤≥▸⟨⟩⬝]/, Token.Operator],
  ],
  string: [
    [/"/, Token.String, '#pop'],
    [/\\[nrt'"\\]/, Token.StringEscape],
    [/\\/, Token.StringEscape, 'unknown escape'],
    [/[^"\\]+/, Token.String],
  ],
  // Everything up to the next one is an error.
  'unknown escape': [[/\\(?:[nrt'"\\]|)/, Token.StringEscape, '#pop']],
});

/** Lean, as Rouge knows it: mostly Lean 3. */
export const lean = defineLexer({ tag: 'lean', states });
