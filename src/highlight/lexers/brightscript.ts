import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type WordTable, wordTable } from '../engine/word-table.ts';

/** In lower case: case does not count. */
const WORDS: WordTable = wordTable(
  [
    Token.KeywordReserved,
    `box createobject dim each else elseif end endfunction endif endsub endwhile eval exit exitwhile false for function
    getglobalaa getlastruncompileerror getlastrunruntimeerror goto if in invalid let line_num m next objfun pos print
    roappmanager roarray roassociativearray roboolean robytearray rodatetime rodeviceinfo rofloat rogridscreen
    rogridscreenevent roint romessageport ropath roregistry roregistrysection rosgnode rotimer rotimespan rourltransfer
    rovideoscreen roxmlelement run step stop sub tab to true type while return`,
  ],
  [Token.OperatorWord, 'and as mod not or then'],
  [Token.KeywordType, 'boolean double dynamic float integer interface longinteger object string void'],
  [
    Token.NameBuiltin,
    `abs asc atn cdbl chr cint copyfile cos createdirectory csng deletedirectory deletefile exp findmemberfunction fix
    getinterface int lcase left len listdir log matchfiles mid movefile parsejson readasciifile rebootsystem right rnd
    rungarbagecollector sgn sin sleep sqr str stri strtoi uptime wait`,
  ],
);

/** Roku's BrightScript. */
export const brightscript = defineLexer({
  tag: 'brightscript',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/'[^\n]*|rem\b[^\n]*/i, Token.CommentSingle],
      [/"[^"\n]*"/, Token.StringDouble],
      [/\d*\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/\d+[lL]?/, Token.NumberInteger],
      [/[A-Za-z_$][\w$]*(?=\s*\()/, Token.NameFunction],
      [/[A-Za-z_$][\w$]*/, (lexing, [word]) => lexing.token(WORDS.get(word.toLowerCase()) ?? Token.Name, word)],
      [/[!%&*+\-/:<=>?^|~]/, Token.Operator],
      [/[(),.;[\]{}]/, Token.Punctuation],
    ],
  }),
});
