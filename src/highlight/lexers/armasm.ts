import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const DIRECTIVES = `ALIAS ALIGN AREA ARM ASSERT ATTR CN CODE16 CODE32 COMMON CP DATA DCB DCD DCDO DCDU DCFD DCFDU DCFH DCFS
  DCFSU DCI\\.N DCI\\.W DCI DCQ DCQU DCW DCWU DN ELIF ELSE END ENDFUNC ENDIF ENDP ENTRY EQU EXPORT EXPORTAS EXTERN FIELD FILL
  FN FRAME FUNCTION GBLA GBLL GBLS GLOBAL IF IMPORT INFO KEEP LCLA LCLL LCLS LEAF LTORG MACRO MAP MEND MEXIT NOFP OPT ORG
  PRESERVE8 PROC QN RELOC REQUIRE REQUIRE8 RLIST RN ROUT SETA SETL SETS SN SPACE STRONG SUBT THUMB THUMBX TTL WEND WHILE`;

/** Conditions and shifts are words of the processor also among the operands. */
const CONDITIONS = `al asr cc cs eq ge gt hi hs le lo ls lsl lsr lt mi ne pl ror rrx vc vs`;
const OPERANDS = wordTable([Token.NameBuiltin, `${CONDITIONS} ${CONDITIONS.toUpperCase()}`]);

const VARIABLES = `ARCHITECTURE AREANAME ARMASM_VERSION CODESIZE COMMANDLINE CONFIG CPU ENDIAN FALSE FPIC FPU INPUTFILE INTER
  LINENUM LINENUMUP LINENUMUPPER OBJASM_VERSION OPT PC PCSTOREOFFSET ROPI RWPI TRUE VAR`;

const OPERATORS = `AND BASE CC CC_ENCODING CHR DEF EOR FSIZE INDEX LAND LEFT LEN LEOR LNOT LOR LOWERCASE MOD NOT OR RCONST
  REVERSE_CC RIGHT ROL ROR SHL SHR STR UPPERCASE`;

const oneOf = (words: string): string => words.trim().split(/\s+/).join('|');

/** A line for the preprocessor of C. */
const PREPROCESSOR =
  /^([ \t]{0,200})(#[ \t]*(?:(?:define|elif|else|endif|error|if|ifdef|ifndef|include|line|pragma|undef|warning)(?:[ \t][^\n]*)?)?)(\n)/;

/** ARM assembly, as ARM's own assembler and Acorn's objasm read it. */
export const armasm = defineLexer({
  tag: 'armasm',
  states: () => ({
    // At the beginning of a line stands a label, behind white space a command, and behind more white space its operands.
    root: [
      [PREPROCESSOR, [Token.Text, Token.CommentPreproc, Token.Text]],
      [/[ \t]+/, Token.Text, 'command'],
      [/\$_\w*\.?/, Token.NameNamespace],
      include('everywhere'),
      [/\w+|\|[^|\n]+\|/, Token.NameLabel],
    ],
    command: [
      [/[ \t]+/, Token.Text, 'operands'],
      [/\n/, Token.Text, '#pop'],
      [/(?:BIN|GET|INCBIN|INCLUDE|LNK)\b/, Token.Keyword, 'file'],
      [new RegExp(`(?:${oneOf(DIRECTIVES)}|[!#%&*=[\\]^|])(?=[; \\t\\n])`), Token.Keyword],
      [/(?:[A-Z][A-Z\d]*|[a-z][a-z\d]*)\.*\b/, Token.NameBuiltin],
      [/[a-zA-Z_]\w*|\|[^|\n]+\|/, Token.NameFunction],
      include('everywhere'),
    ],
    everywhere: [[/\n/, Token.Text], [/;[^\n]*/, Token.Comment], include('parameter')],
    parameter: [[/\$[a-zA-Z]\w*\.?/, Token.NameNamespace]],
    operands: [
      [/[ \t]+/, Token.Text],
      [/\n/, Token.Text, '#pop:2'],
      include('everywhere'),
      [/"/, Token.StringDouble, 'double'],
      [/'/, Token.StringChar, 'single'],
      [new RegExp(`\\{(?:${oneOf(VARIABLES)})\\}|@`), Token.NameConstant],
      [new RegExp(`:(?:${oneOf(OPERATORS)}):`), Token.Operator],
      [/%[fFbB]?[aAtT]?\d+\w*/, Token.NameLabel],
      [/\|[^|\n]+\|/, Token.NameVariable],
      [/[a-zA-Z_]\w*/, byWord(OPERANDS, Token.NameVariable)],
      [/(?:0[xX]|&)[\da-fA-F]+/, Token.NumberHex],
      [
        /2_[01]+|3_[0-2]+|4_[0-3]+|5_[0-4]+|6_[0-5]+|7_[0-6]+|8_[0-7]+|9_[0-8]+|\d+(?![eE\d])|\d+(?=\d[eE])/,
        Token.NumberInteger,
      ],
      [/(?:\d+|\.\d*)(?:[eE][-+]?\d+)?/, Token.NumberFloat],
      [/[-!#%&()*+,/<=>?[\]^{|}]/, Token.Operator],
    ],
    file: [[/\n/, Token.Text, '#pop:2'], include('parameter'), [/[^\n$]+/, Token.StringOther]],
    double: [
      [/"/, Token.StringDouble, '#pop'],
      [/\n/, Token.Text, '#pop:3'],
      include('parameter'),
      [/[^"$\n]+|\$\$/, Token.StringDouble],
    ],
    single: [
      [/'/, Token.StringChar, '#pop'],
      [/\n/, Token.Text, '#pop:3'],
      include('parameter'),
      [/[^'$\n]+|\$\$/, Token.StringChar],
    ],
  }),
});
