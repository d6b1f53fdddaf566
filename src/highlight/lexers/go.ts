import { closedBy } from '../engine/closed-by.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `break case chan const continue default defer else fallthrough for func go goto if import interface map package range
    return select struct switch type var`,
  ],
  [
    Token.KeywordType,
    `bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32
    uint64 uintptr`,
  ],
  [Token.NameBuiltin, 'append cap close complex copy delete imag len make new panic print println real recover'],
  [Token.NameConstant, 'true false nil iota'],
);

const ESCAPE = /\\(?:[abfnrtv\\'"]|[0-3][0-7]{2}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/;

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.Comment],
    [/\/\*/, closedBy(/.*?\*\//s, Token.Comment, Token.Operator)],
    [/(?:\d+\.\d*(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|\d+)i/, Token.Number],
    [/\d+(?:_\d+)*\.\d*(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?/, Token.Number],
    [/0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d+(?:_\d+)*/, Token.Number],
    [unicode`'(?:[^'\n]|${ESCAPE.source})'`, Token.StringChar],
    [/`/, closedBy(/[^`]*`/s, Token.String, Token.Error)],
    [/"/, Token.String, 'string'],
    [/[A-Za-z_]\w*\b/, byWord(WORDS, Token.Name)],
    [unicode`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*`, Token.Name],
    [/[()[\]{},;]/, Token.Punctuation],
    [/&\^=?|[-+*/%&|^<>=!:.]/, Token.Operator],
  ],
  string: [
    [/[^"\\]+/, Token.String],
    [/"/, Token.String, '#pop'],
    [ESCAPE, Token.StringEscape],
    [/\\./s, Token.Error],
  ],
});

/** Go. */
export const go = defineLexer({ tag: 'go', states });
