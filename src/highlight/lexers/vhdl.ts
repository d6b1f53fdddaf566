import type { Lexing } from '../engine/lexing.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `access after alias all architecture array assert assume assume_guarantee attribute begin block body buffer bus case
    component configuration constant context cover default disconnect downto else elsif end entity exit fairness file for
    force function generate generic group guarded if impure in inertial inout is label library linkage literal loop map new
    next of on open or others out package parameter port postponed procedure process property protected pure range record
    register reject release report return select sequence severity shared signal strong subtype then to transport type
    unaffected units until use variable vmode vprop vunit wait when while with`,
  ],
  [Token.OperatorWord, 'abs and mod nand nor not or rem rol ror sla sll sra srl xnor xor'],
  [
    Token.KeywordType,
    `bit bit_vector boolean boolean_vector character integer integer_vector natural positive real real_vector
    severity_level signed std_logic std_logic_vector std_ulogic std_ulogic_vector string time time_vector unsigned`,
  ],
  [Token.NameBuiltin, 'false null true'],
);

function word(lexing: Lexing<undefined>, [text]: RegExpExecArray): void {
  lexing.token(WORDS.get(text.toLowerCase()) ?? Token.Name, text);
}

/** VHDL. */
export const vhdl = defineLexer({
  tag: 'vhdl',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/--[^\n]*/, Token.CommentSingle],
      [/'[^']?'/u, Token.StringChar],
      [/'\w+/, Token.NameAttribute],
      [/[box]?"[^"]*"/i, Token.StringSingle],
      [/[A-Za-z]\w*/, word],
      [/-?\d+/, Token.NumberInteger],
      [/[():;,]/, Token.Punctuation],
      [/[-+*/=<>&?.'#@^]/, Token.Operator],
    ],
  }),
});
