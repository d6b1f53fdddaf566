import { between, defineLexer, type Perform } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `action at begin by case channel configuration const constant continue do else elsif end_action end_case end_channel
    end_configuration end_const end_folder end_for end_function end_function_block end_if end_interface
    end_library end_method end_namespace end_program end_property end_repeat end_resource end_step end_struct
    end_transition end_type end_var end_while exit extends folder for from function function_block get goto if
    implements initial_step interface jmp library method namespace non_retain of private program property
    protected public repeat resource retain return set step struct task then to transition type until using var
    var_access var_config var_external var_global var_in_out var_input var_output var_temp while with`,
  ],
  [
    Token.KeywordType,
    `any array bool byte date date_and_time dint dt dword int lint lreal lword pointer real sint string time
    time_of_day tod udint uint ulint usint word`,
  ],
  [Token.Operator, `and eq expt ge gt le lt mod ne not or xor`],
  [Token.Literal, `false null true`],
);

/** The table has words in small letters, and case does not matter. Rouge takes only a name with a digit for that of a function. */
const nameWord: Perform<undefined> = (lexing, [word, parenthesis]) => {
  const name = parenthesis !== undefined && /\d/.test(word) ? Token.NameFunction : Token.Name;
  lexing.token(WORDS.get(word.toLowerCase()) ?? name, word);
};

/** Structured text of IEC 61131-3, for programmable controllers. */
export const iecst = defineLexer({
  tag: 'iecst',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*\n?/, Token.CommentSingle],
      [between(/\(\*/, '*)'), Token.CommentMultiline],
      [between(/\{/, '}'), Token.CommentSpecial],
      [/'[^']+'/, Token.StringSingle],
      [/"[^"]+"/, Token.StringSymbol],
      [/%(?:[IQ][XBWDL]?|M[XBWDL])[\d.]*/, Token.NameVariableMagic],
      [/(?:D|DT|T|TOD)#[\ddhms_:]*/i, Token.LiteralDate],
      [/(?:16#[\da-f_]+|0x[\da-f]+)\b/i, Token.NumberHex],
      [/2#[01_]+/, Token.NumberBin],
      [/(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i, Token.NumberFloat],
      [/_[\d_.,]*/, Token.Number],
      [/[a-z]\w*\b(?=(\s*\()?)/i, nameWord],
      [/[#&*+/:<=>^-]/, Token.Operator],
      [/[(),.;[\]]/, Token.Punctuation],
    ],
  }),
});
