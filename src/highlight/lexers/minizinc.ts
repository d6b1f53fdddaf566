import { between, defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `ann annotation any constraint else endif for forall function if include list maximize minimize of op output par
    predicate record satisfy solve test then type var where`,
  ],
  [Token.KeywordType, 'array bool enum float int set string tuple'],
  [Token.KeywordConstant, 'false true'],
  [Token.Operator, 'diff in intersect subset superset symdiff union'],
  [
    Token.NameBuiltin,
    `abort abs acosh array1d array2d array3d array4d array5d array6d array_intersect array_union asin assert atan
    bool2int card ceil concat cos cosh dom dom_array dom_size exp fix floor index_set index_set_1of2 index_set_1of3
    index_set_2of2 index_set_2of3 index_set_3of3 int2float is_fixed join lb lb_array length ln log log10 log2 max min
    pow product round set2array show show_float show_int sin sinh sqrt sum tan tanh trace ub ub_array`,
  ],
);

/** MiniZinc: models of constraints. */
export const minizinc = defineLexer({
  tag: 'minizinc',
  states: () => ({
    root: [
      [/(?:\s|\\\n)+/, Token.Whitespace],
      [/%[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
      [/\d+(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?/, Token.Number],
      // These begin longer words as well.
      [/div|mod|not|xor/, Token.Operator],
      [/[A-Za-z_$][\w$]*/, byWord(WORDS, Token.NameOther)],
      [/\.\.|!=|\/\\|[-+*/\\<=>]/, Token.Operator],
      [/[(),:;[\]{|}]/, Token.Punctuation],
    ],
  }),
});
