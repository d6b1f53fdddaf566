import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `absolute abstract all and and_then array as asm assembler attribute begin bindable case class const constructor
    delay destructor div do downto else end except exit export exports external far file finalization finally for
    forward function goto if implementation import in inc index inherited initialization inline interface interrupt is
    label library message mod module near not object of on only operator or or_else otherwise out overload override
    packed pascal pow private procedure program property protected public published qualified raise read record register
    repeat resident resourcestring restricted safecall segment set shl shr stdcall stored string then threadvar to try
    type unit until uses value var view virtual while with write writeln xor`,
  ],
  [Token.NameBuiltin, 'false nil true'],
  [
    Token.KeywordType,
    `ansichar ansistring bool boolean byte bytebool cardinal char comp currency double dword extended int64 integer
    iunknown longbool longint longword pansichar pansistring pbool pboolean pbyte pbytearray pcardinal pchar pcomp
    pcurrency pdate pdatetime pdouble pdword pextended phandle pint64 pinteger plongint plongword pointer ppointer
    pshortint pshortstring psingle psmallint pstring pvariant pwidechar pwidestring pword pwordarray pwordbool real
    real48 shortint shortstring single smallint tclass tdate tdatetime textfile thandle tobject ttime variant
    widechar widestring word wordbool`,
  ],
);

function name(lexing: Lexing<undefined>, [word]: RegExpExecArray): void {
  lexing.token(WORDS.get(word.toLowerCase()) ?? Token.Name, word);
}

/** Pascal and Delphi. As in Rouge, everything except words, numbers, texts and comments is punctuation. */
export const pascal = defineLexer({
  tag: 'pascal',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/(?:\/\/|--)[^\n]*\n?/, Token.CommentSingle],
      [between(/\{/, '}'), Token.CommentMultiline],
      [between(/\(\*/, '*)'), Token.CommentMultiline],
      [once(/'(?:''|[^'])*'/, "'"), Token.String],
      [/\$[\da-f]+/i, Token.NumberHex],
      [/0x[\da-f]*|(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/i, Token.Number],
      [/[a-z_]\w*\b/i, name],
      [/[a-z_]\w*/i, Token.Name],
      [/[^\w\s'"\x80-\u{10ffff}]/u, Token.Punctuation],
    ],
  }),
});
