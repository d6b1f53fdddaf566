import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `absolute abstract and array as asm assembler begin case class const constructor destructor div do downto else end except
    exit export exports external far file finalization finally for forward function goto if implementation in inc index
    inherited initialization inline interface is label library message mod near not object of on operator or out overload
    override packed pascal private procedure program property protected public published raise read record repeat resident
    resourcestring safecall set shl shr stdcall stored string then threadvar to try type unit until uses var virtual while with
    write writeln xor`,
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

/** Pascal and Delphi. Whatever is no word, number, text or comment is punctuation to Rouge. */
export const pascal = defineLexer({
  tag: 'pascal',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*\n?/, Token.CommentSingle],
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
