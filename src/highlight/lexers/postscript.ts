import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.KeywordReserved, 'and eq for forall ge gt if ifelse le lt ne not or'],
  [Token.KeywordConstant, 'false true'],
  [
    Token.NameBuiltin,
    `abs add aload arc arcn array atan begin bind ceiling charpath clip closepath concat concatmatrix copy cos currentlinewidth
    currentmatrix currentpoint curveto cvi cvs def defaultmatrix dict dictstackoverflow div dtransform dup end exch exec exit exp
    fill findfont floor get getinterval grestore gsave identmatrix idiv idtransform index invertmatrix itransform length lineto ln
    load log loop matrix mod moveto mul neg newpath pathbbox pathforall pop print pstack put quit rand rangecheck rcurveto repeat
    restore rlineto rmoveto roll rotate round run save scale scalefont setdash setfont setgray setlinecap setlinejoin setlinewidth
    setmatrix setrgbcolor shfill show showpage sin sqrt stack stringwidth stroke strokepath sub syntaxerror transform translate
    truncate typecheck undefined undefinedfilename undefinedresult`,
  ],
);

const END = String.raw`(?=[()<>[\]{}/%\s])`;

/** PostScript. A name or number counts only where a sign or white space ends it. */
export const postscript = defineLexer({
  tag: 'postscript',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/^%![^\n]*/, Token.CommentPreproc],
      [/%%[^\n]*/, Token.CommentSpecial],
      [/%[^\n]*/, Token.CommentSingle],
      [/\(/, Token.String, 'string'],
      [/[{}[\]]|<<|>>|[<>]/, Token.Punctuation],
      [new RegExp(String.raw`/[^()<>[\]{}/%\s]+${END}`), Token.NameVariable],
      [new RegExp(String.raw`[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?${END}`), Token.NumberFloat],
      [new RegExp(String.raw`[^()<>[\]{}/%\s]+${END}`), byWord(WORDS, Token.NameFunction)],
      [/[^()<>[\]{}/%\s]+/, Token.Error],
    ],
    escape: [[/[0-7]{3}|[nrtbf\\()]/, Token.StringEscape, '#pop']],
    string: [
      [/[^()\\]+/, Token.String],
      [/\\/, Token.StringEscape, 'escape'],
      [/\(/, Token.String, '#push'],
      [/\)/, Token.String, '#pop'],
    ],
  }),
});
