import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `after apply array break catch continue else elseif error eval expr for foreach global if namespace proc rename return
    set switch then trace unset update uplevel upvar variable vwait while`,
  ],
  [
    Token.NameBuiltin,
    `append bgerror binary cd chan clock close concat dde dict encoding eof exec exit fblocked fconfigure fcopy file
    fileevent flush format gets glob history http incr info interp join lappend lassign lindex linsert list llength load
    loadTk lrange lrepeat lreplace lreverse lsearch lset lsort mathfunc mathop memory msgcat open package pid
    pkg_mkIndex platform puts pwd re_syntax read refchan regexp registry regsub scan seek socket source split string
    subst tell time tm unknown unload`,
  ],
);

const VARIABLE = /\$(?:[a-z\d.:-]+|\{[^}]{0,300}\})/;

/** What opens a part of the script, and what closes it. */
const BRACKETS = [
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
] as const;

const open: readonly Rule<undefined>[] = BRACKETS.map(([opening]) => [
  new RegExp(`\\${opening}`),
  Token.Punctuation,
  `in ${opening}`,
]);

const states = (): States<undefined> => ({
  // Words are seen where they are all there is of a command; variables and comments only behind a sign or the end of a line.
  root: [
    [/#/, Token.Comment, 'comment'],
    [/\n/, Token.Text],
    [/;/, Token.Punctuation],
    [/\{\*\}/, Token.Keyword],
    [/[A-Za-z_]\w*(?![^;)\]}\t\n])/, byWord(WORDS, Token.Text)],
    ...open,
    [/"/, Token.StringDouble, 'string'],
    [VARIABLE, Token.NameVariable],
    [/\\./s, Token.StringEscape],
    [/[^\n;{}()[\]"\\#$\t][^\n;{}()[\]"\\]*|[$\t]/, Token.Text],
  ],
  ...Object.fromEntries(
    BRACKETS.map(([opening, closing]) => [
      `in ${opening}`,
      [[new RegExp(`\\${closing}`), Token.Punctuation, '#pop'], include('root')],
    ]),
  ),
  // A comment needs a character before the end of its line, and be it another one.
  comment: [
    [/[^\n]*(?:\n|[^\\\n])\n/, Token.Comment, '#pop'],
    [/[^\n]*\\\n/, Token.Comment],
    [/[^\n]+(?!.)/s, Token.Error],
  ],
  string: [
    [/"/, Token.StringDouble, '#pop'],
    [/\[/, Token.Punctuation, 'in ['],
    [VARIABLE, Token.NameVariable],
    [/\$/, Token.Text],
    [/\\(?:[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|.)/s, Token.StringEscape],
    [/[^"\\[$]+/, Token.StringDouble],
  ],
});

/** Tcl. */
export const tcl = defineLexer({ tag: 'tcl', states });
