import { defineLexer, include, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

/** Words after which a slash begins a pattern. */
const OPENING = 'break continue delete do else exit for getline if next nextfile print printf return while';

const WORDS = wordTable(
  [Token.Keyword, OPENING],
  [Token.KeywordDeclaration, 'function'],
  [Token.KeywordReserved, 'BEGIN END'],
  [Token.KeywordConstant, 'ARGC ARGV CONVFMT ENVIRON FILENAME FNR FS NF NR OFMT OFS ORS RS SUBSEP'],
  [
    Token.NameBuiltin,
    `atan2 cos exp gsub index int length log match rand sin split sprintf sqrt srand sub substr system tolower
    toupper`,
  ],
);

/** Awk. */
export const awk = defineLexer({
  tag: 'awk',
  states: () => ({
    space: [
      [/\s+/, Token.Text],
      [/#[^\n]*/, Token.CommentSingle],
    ],
    root: [
      include('space'),
      [/\+\+|--|\|\||&&|in\b|!?~|[-<>*%+=!^]=?|\*\*=?|\/=?|\|/, Token.Operator, 'operand'],
      [/[(,;?:{}[]/, Token.Punctuation, 'operand'],
      [/[).\]]/, Token.Punctuation],
      [new RegExp(`(?:${OPENING.replaceAll(' ', '|')})\\b`), Token.Keyword, 'operand'],
      [/function\b/, Token.KeywordDeclaration, 'operand'],
      [/\$+\w*/, Token.NameVariable],
      [/[A-Za-z_]\w*/, byWord(WORDS, Token.NameOther)],
      [/\d+\.\d+/, Token.NumberFloat],
      [/\d+/, Token.NumberInteger],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
    ],
    operand: [include('space'), [/\//, Token.StringRegex, ['#pop', 'pattern']], [/(?=.)/s, Token.Text, '#pop']],
    pattern: [
      [/\//, Token.StringRegex, '#pop'],
      [/.?\n/, Token.Error, '#pop'],
      [/\\./, Token.StringEscape],
      [/[()?]|\{\d*,?\d*\}/, Token.StringEscape],
      [/\[\^?/, Token.StringEscape, 'class'],
      [/[^\\/[(){?\n]+(?!\n)|[\\{]/, Token.StringRegex],
    ],
    class: [
      [/\]/, Token.StringEscape, '#pop'],
      [/.?\n/, Token.Error, '#pop:2'],
      [/\\.|\//, Token.StringEscape],
      [/[^\\/\]\n]+(?!\n)|\\/, Token.StringRegex],
    ],
  }),
});
