import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const PHRASES =
  `CIRCLE FILL|DEF PROC|DEF FN|DRAW BY|ELLIPSE FILL|ERROR EXT|FILL BY|INPUT LINE|LINE INPUT|LOCAL DATA|LOCAL ERROR
  |MOUSE COLOUR|MOUSE OFF|MOUSE ON|MOUSE RECTANGLE|MOUSE STEP|MOUSE TO|MOVE BY|POINT BY|RESTORE DATA|RESTORE ERROR
  |TRACE ENDPROC|TRACE OFF|TRACE STEP ENDPROC|TRACE STEP FN|TRACE STEP OFF|TRACE STEP ON|TRACE STEP PROC|TRACE STEP
  |TRACE TO|TRACE CLOSE`
    .split(/\s*\|/)
    .map((phrase) => phrase.trim().replaceAll(' ', ' *'))
    .join('|');

const WORDS = wordTable(
  [
    Token.Keyword,
    `BEATS BPUT# CALL CASE CHAIN CIRCLE CLEAR CLG CLOSE# CLS COLOR COLOUR DATA DIM DRAW ELLIPSE ELSE END ENDCASE ENDIF
    ENDPROC ENDWHILE ENVELOPE ERROR FILL FOR GCOL GOSUB GOTO IF INPUT INPUT# INSTALL LET LIBRARY LINE LOCAL MODE MOUSE
    MOVE NEXT OF OFF ON ORIGIN OTHERWISE OVERLAY PLOT POINT PRINT PRINT# PROC QUIT READ REPEAT REPORT RESTORE RETURN
    SOUND STEP STEREO STOP SWAP SYS THEN TINT TO TRACE UNTIL VDU VOICE VOICES WAIT WHEN WHILE WIDTH`,
  ],
  [
    Token.NameBuiltin,
    `ABS ACS ADVAL ASC ASN ATN BEAT BGET# CHR$ COS COUNT DEG EOF# ERL ERR EVAL EXP EXT# FN GET GET$ GET$# HIMEM INKEY
    INKEY$ INSTR INT LEFT$ LEN LN LOG LOMEM MID$ OPENIN OPENOUT OPENUP PAGE POS PTR# RAD RIGHT$ RND SGN SIN SQR STR$
    STRING$ SUM SUMLEN TAN TEMPO TIME TIME$ USR VAL VPOS`,
  ],
  [Token.Operator, 'AND DIV EOR MOD NOT OR'],
  [Token.NameConstant, 'FALSE TRUE'],
);

/** Words need no space behind them, so that the longest comes first. */
const oneOf = (words: readonly string[]): string =>
  words
    .toSorted((left, right) => right.length - left.length)
    .join('|')
    .replaceAll('$', '\\$');

/** Assembly has only functions and operators, some of which are keywords elsewhere. */
const EXPRESSION = new Map([...WORDS].filter(([, token]) => token !== Token.Keyword));
for (const word of ['BEATS', 'DIM', 'POINT', 'REPORT$', 'TOP']) EXPRESSION.set(word, Token.NameBuiltin);

/** BBC BASIC. */
export const bbcbasic = defineLexer({
  tag: 'bbcbasic',
  states: () => ({
    root: [
      // What follows a star where a statement begins goes to the operating system.
      [
        /(ELSE|OTHERWISE|REPEAT|THEN)([ \n]{0,100})(\*)([^\n]*)/,
        [Token.Keyword, Token.Text, Token.Keyword, Token.Text],
      ],
      [/(:)([ \n]{0,100})(\*)([^\n]*)/, [Token.Punctuation, Token.Text, Token.Keyword, Token.Text]],
      [/(\n[ \n]{0,100})(\*)([^\n]*)/, [Token.Text, Token.Keyword, Token.Text]],
      [/[ \n]+/, Token.Text],
      [/REM *>[^\n]*/, Token.CommentSpecial],
      [/REM[^\n]*/, Token.Comment],
      [/\[/, Token.Keyword, 'assembly'],
      [/(?:DIM|POINT)(?=\()/, Token.NameBuiltin],
      [new RegExp(PHRASES), Token.Keyword],
      [new RegExp(oneOf([...WORDS.keys()])), byWord(WORDS, Token.Name)],
      include('values'),
      [/[',:;~]/, Token.Punctuation],
    ],
    values: [
      [/"[^"]*"/, Token.String],
      [/@%|[a-zA-Z_`][\w`]*[%$]?/, Token.NameVariable],
      [/[\d.]+/, Token.Number],
      [/&[\da-fA-F]+/, Token.NumberHex],
      [/%[01]+/, Token.NumberBin],
      [/[-!$()*+/<=>?^|]/, Token.Operator],
    ],
    // Within brackets stands assembly: labels, mnemonics and their operands.
    assembly: [
      [/ +/, Token.Text],
      [/[\n:]/, Token.Punctuation],
      [/\]/, Token.Keyword, '#pop'],
      [/;[^\n:]*|REM[^\n]*/, Token.Comment],
      [/\.[a-zA-Z_`][\w`]*%? ?/, Token.NameLabel],
      [/[^ \n:]+/, Token.Keyword, 'operands'],
    ],
    operands: [
      [/ +/, Token.Text],
      [/[\n:]/, Token.Punctuation, '#pop'],
      [/;[^\n:]*|REM[^\n]*/, Token.Comment],
      [new RegExp(oneOf([...EXPRESSION.keys()])), byWord(EXPRESSION, Token.Name)],
      include('values'),
      [/[#,@[\]{}]/, Token.Punctuation],
    ],
  }),
});
