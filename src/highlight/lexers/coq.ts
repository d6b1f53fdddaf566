import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `About Admitted Arguments Check Class CoFixpoint CoInductive Compute Context Corollary Defined Definition End Eval
      Example Existing Export Fixpoint Global Goal Hint Immediate Import Include Inductive Infix Instance Lemma Local
      Ltac Module Monomorphic Notation Opaque Polymorphic Print Printing Proof Qed Record Remark Require Rewrite Search
      SearchAbout Section Theorem Transparent Universe Universes Variable Variables`,
  ],
  [Token.KeywordReserved, 'Prop Set Type as else end forall fun if in let match return then'],
  [
    Token.KeywordPseudo,
    `apply at auto autorewrite beta cbn cbv clear compute constructor delta dependent destruct eapply eauto econstructor
      edestruct eexists erewrite etransitivity exfalso exists f_equal first fold generalize induction injection
      instantiate intro intros inversion iota lazy native_compute red refine repeat revert rewrite setoid_rewrite simpl
      specialize split subst symmetry transitivity try unfold vm_compute with zeta`,
  ],
  [Token.NameException, 'assumption congruence eassumption exact omega reflexivity solve'],
);

/** A name at the very end of the text has no class, as in Rouge. */
const LAST_NAME = /(?:\p{L}|_[\p{L}\p{N}_'])[\p{L}\p{N}_']*(?!.)/su;

/** The settings that Rouge knows. Each is one keyword, of however many words. */
const OPTION =
  /(Set|Unset)(\s+)(Implicit(?=\s+Arguments)|Strict(?=\s+Implicit)|Universe(?=\s+Polymorphism)|Printing(?=\s+(?:All|Universes|Notations|Implicit)\b))(\s+)(\w+)/;

const states = (): States<undefined> => ({
  space: [
    [/\s+/, Token.Whitespace],
    [/\(\*(?!\))/, Token.Comment, 'comment'],
  ],
  // Between sentences: what is no word is an error until a word begins the next one.
  root: [[/Proof(?=\.\s)/, Token.Keyword, ['proof', 'sentence']], include('start')],
  proof: [
    [/[-+*{}]/, Token.Punctuation],
    [/(?:Qed|Defined|Admitted)(?=\.\s)/, Token.Keyword, ['#pop', 'sentence']],
    // After a number that begins a sentence nothing is known.
    [/\d+/, Token.NumberInteger, 'lost'],
    include('start'),
  ],
  lost: [
    [/\s+/, Token.Whitespace],
    [/:/, Token.Punctuation, '#pop'],
    [/[^\s:]+/, Token.Error],
  ],
  start: [
    include('space'),
    [unicode`_(?![\p{L}\p{N}_'])`, Token.Error],
    [LAST_NAME, () => undefined],
    [OPTION, [Token.Keyword, Token.Whitespace, Token.Keyword, Token.Whitespace, Token.Keyword], 'sentence'],
    [unicode`[\p{L}_][\p{L}\p{N}_']*(?=\.[\p{L}_])`, Token.NameNamespace, ['sentence', 'path']],
    [unicode`[\p{L}_][\p{L}\p{N}_']*`, byWord(WORDS, Token.NameConstant), 'sentence'],
    [/\d+/, Token.Error],
  ],
  sentence: [
    include('space'),
    [/\.(?=\s)/, Token.PunctuationIndicator, '#pop'],
    [/[λ¬→↔⇒⇔∀∃∈∧∨≔≡⊢⊤⊥⊨]/, Token.Operator],
    [LAST_NAME, () => undefined],
    [unicode`\p{L}[\p{L}\p{N}_']*(?=\.[\p{L}_])`, Token.NameNamespace, 'path'],
    [unicode`\p{L}[\p{L}\p{N}_']*`, byWord(WORDS, Token.NameConstant)],
    [unicode`[?~][\p{L}_][\p{L}\p{N}_']+|[?~]\p{L}`, Token.NameVariable],
    [/-?\d[\d_]*(?:[^\d_\n][\d_]*)?[eE][+-]?\d[\d_]*/, Token.NumberFloat],
    [/-?\d[\d_]*/, Token.NumberInteger],
    [/"[^"]*"?/, Token.StringDouble],
    [/'\\(?:[\\"'ntbr ]|\d{3}|x[\da-fA-F]{2})'/, Token.StringChar],
    [/'/, Token.Keyword],
    [/`\{|::?=|:>|=>|[()[\]{}|,;:?._]/, Token.Punctuation],
    [/->|\/\\|\\\//, Token.Operator],
    // What an operator may go on with hangs on what it begins with; the signs of logic above stand alone.
    [
      /(?:[-$*+<=>`‿]|[^\0-\x7f\P{S}])(?:[-!#$%*+./:<=>@^_`|~‿]|[^\0-\x7f\P{S}])*|[!#%/@^~][!#%/@^~|.]*/u,
      Token.Operator,
    ],
  ],
  path: [
    [/\./, Token.Punctuation],
    [LAST_NAME, () => undefined],
    [unicode`[\p{L}_][\p{L}\p{N}_']*(?=\.[\p{L}_])`, Token.NameNamespace],
    [unicode`[\p{L}_][\p{L}\p{N}_']*`, Token.NameConstant, '#pop'],
  ],
  comment: [
    [/\(\*/, Token.Comment, '#push'],
    [/\*\)/, Token.Comment, '#pop'],
    [/[^(*)]+|[(*)]/, Token.Comment],
  ],
});

/** Coq, which calls itself Rocq now. */
export const coq = defineLexer({ tag: 'coq', states });
