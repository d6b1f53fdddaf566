import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `altstep any2unistr bit2hex bit2int bit2oct bit2str break case char2int char2oct component const decvalue
    decvalue_o decvalue_unichar do else encvalue encvalue_o encvalue_unichar enum2int execute external float2int
    for function get_stringencoding goto group hex2bit hex2int hex2oct hex2str hostid if int2bit int2char int2enum
    int2float int2hex int2oct int2str int2unichar isbound ischosen ispresent istemplatekind isvalue label lengthof
    oct2bit oct2char oct2hex oct2int oct2str oct2unichar port receive regexp remove_bom replace return rnd select
    send setverdict signature sizeof start stop str2float str2hex str2int str2oct substr template testcase timer
    type unichar2int unichar2oct var while`,
  ],
  [
    Token.KeywordReserved,
    `all alt apply assert at configuration control delta deterministic duration fail finished from fuzzy history
    implies inconc inv lazy mod mode notinv now omit onentry onexit par pass prev realtime seq static stream
    timestamp until values wait`,
  ],
  [
    Token.KeywordType,
    `address anytype bitstring boolean charstring enumerated float hexstring integer octetstring of record set union
    universal`,
  ],
);

/** TTCN-3, the Testing and Test Control Notation. */
export const ttcn3 = defineLexer({
  tag: 'ttcn3',
  states: () => ({
    root: [
      [/[ \t\r\n]+|\\\n/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [/"/, Token.String, 'string'],
      [/'(?:\\[^\n]|[^\\])'/s, Token.StringChar],
      [/'[01][01_]*'B/i, Token.NumberBin],
      [/'[\da-f][\da-f_]*'H/i, Token.NumberHex],
      [/\d+(?:_+\d+)?\.\d+(?:_+\d+)?(?:[eE]\d+)?[dfDF]?/, Token.NumberFloat],
      [/\d+(?:_+\d+)?/, Token.NumberInteger],
      [/module\b/, Token.KeywordDeclaration, 'module'],
      [/import\b/, Token.KeywordNamespace, 'import'],
      [/(?:false|null|true)\b/, Token.NameBuiltin],
      [/[A-Za-z_]\w*/, byWord(WORDS, Token.Name)],
      [/[-!%&*+/:<=>?^|~]/, Token.Operator],
      [/[(),.;[\]{}]/, Token.Punctuation],
    ],
    module: [
      [/\s+/, Token.Text],
      [/[A-Za-z_]\w*/, Token.NameClass, '#pop'],
    ],
    import: [
      [/\s+/, Token.Text],
      [/[\w.]+\*?/, Token.NameNamespace, '#pop'],
    ],
    string: [
      [/\\(?:[\\"'abfnrtv]|[0-7]{1,3}|x[\da-fA-F]{2,4})/, Token.StringEscape],
      [/[^"\\\n]+|\\\n|\\/, Token.String],
      [/"/, Token.String, '#pop'],
    ],
  }),
});
