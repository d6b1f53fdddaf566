import { between, defineLexer, type Perform } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.KeywordPseudo,
    `abs and append appendfile apply arccos arcsin arctan assign atomic axes blend break bye callstack ceiling char
    choose close cols content continue copyright cos cosh count cut depth diagram display div divide drop
    dropright edit empty equal erase eval except execute exit exp expression exprs external filelength filepath
    find findall first flip floor front getenv getfile getname grid gt gte host in inv inverse ip ischar isinteger
    isreal isstring last library like link list ln load log lower lt lte match mate max maxlength min minus mix
    mod mold nonlocal not notin numeric open operation operators opposite or pack pair parse pass paste phrase
    pick picture place plus positions post power prod product profile putfile quotient raise random read readchar
    readfile readrecord recip reciprocal reshape rest restart reverse rotate rows save scan second see seed seek
    separator set setformat setwidth shape simple sin single sinh sketch sleep socket_accept socket_bind
    socket_close socket_connect socket_listen socket_read socket_send socket_write solve split sqrt status string
    sublist sum symbols system take takeright tally tan tanh tell third time times timestamp tolower tonumber
    toplevel toupper transformer transpose type up update value variable vars version void watch write writefile`,
  ],
  [
    Token.Keyword,
    `begin case do else elseif end endcase endfor endif endrepeat endwhile for from gets if is op repeat then tr until
    while with`,
  ],
  [
    Token.NameBuiltin,
    `accumulate across down each filter fold fork inner iterate leaf outer partition rank recur reduce sort team timeit
    twig`,
  ],
  [Token.KeywordConstant, `false null pi true`],
);

/** The table has words in small letters, and case does not matter. */
const nameWord: Perform<undefined> = (lexing, [word]) =>
  lexing.token(WORDS.get(word.toLowerCase()) ?? Token.NameVariable, word);

/** Nial, the nested interactive array language. */
export const nial = defineLexer({
  tag: 'nial',
  states: () => ({
    root: [
      // A remark begins at the beginning of a line, and an empty line ends it.
      [between(/^#[^\n]/, '\n\n'), Token.CommentMultiline],
      [between(/%[^;]/, ';'), Token.CommentMultiline],
      [/\s+/, Token.Text],
      [/'/, Token.StringSingle, 'string'],
      [/-?\d+(?:\.\d*(?:[eE][-+]?\d+)?|[eE][-+]?\d+)/, Token.NumberFloat],
      [/-?\d+/, Token.NumberInteger],
      [/[lo]+\b/, Token.NumberBin],
      [/:=|[(),:;[\]{}]/, Token.Punctuation],
      [/"[^\s#(),;[\]{}]*/, Token.StringSymbol],
      [/\?[^\s#(),;[\]{}]*/, Token.GenericError],
      [/`[^\n]/, Token.StringChar],
      [/~=|[-!#*+./<=>@|]/, Token.Operator],
      [/[A-Za-z_]\w*\b/, nameWord],
    ],
    string: [
      [/''/, Token.StringEscape],
      [/[^']+/, Token.StringSingle],
      [/'/, Token.StringSingle, '#pop'],
    ],
  }),
});
