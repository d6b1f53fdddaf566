import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.OperatorWord, `as in is`],
  [Token.KeywordConstant, `false null true`],
  [
    Token.KeywordType,
    `ORDINAL array array10 array2 array? bool bv0 bv32 bv8 char imap int iset map multiset nat object object? real seq
    set string`,
  ],
  [
    Token.KeywordReserved,
    `abstract allocated assert assume break by calc case class codatatype const constructor datatype decreases downto
    else ensures exists expect export extends for forall fresh function ghost greatest if import include invariant
    iterator label least lemma match method modifies modify module nameonly new newtype old opened predicate print
    provides reads refines requires return returns reveal reveals static then this to trait twostate type unchanged
    var while witness yield yields`,
  ],
);

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*/, Token.CommentMultiline, 'comment'],
    [/@"(?:[^"]|"")*"/, Token.StringOther],
    [/"(?:[^"\\\n]|\\(?:[nrt0'"\\]|u[\da-fA-F]{4}))*"/, Token.StringDouble],
    [/'(?:[^'\\\n]|\\(?:[nrt0'"\\]|u[\da-fA-F]{4}))'/, Token.StringChar],
    // What is no literal is an error, a text to the end of its line.
    [/"[^\n]*"|"[^\n]*|'[^'\n]*'?|\*\//, Token.Error],
    [/(?:bv(?:0|[1-9]\d*)|array(?:[2-9]|[1-9]\d+)\??)(?![\w?'])/, Token.KeywordType],
    [/[A-Za-z?][\w?']*/, byWord(WORDS, Token.Name)],
    [/\d+(?:_\d+)*\.\d+(?:_\d+)*\b/, Token.NumberFloat],
    [/0x[\da-fA-F]+(?:_[\da-fA-F]+)*\b/, Token.NumberHex],
    [/0b[01]+(?:_[01]+)*\b/, Token.NumberBin],
    [/\d+(?:_\d+)*\b/, Token.NumberInteger],
    [/_(?![\w'?])/, Token.Name],
    [/\d\w*|__+(?!\w)|_+\d[\d_]*/, Token.Error],
    [/[-+*/%=<>&|^!:.]/, Token.Operator],
    [/[,;()[\]{}`]/, Token.Punctuation],
  ],
  comment: [
    [/\/\*/, Token.CommentMultiline, '#push'],
    [/\*\//, Token.CommentMultiline, '#pop'],
    [/[^*/]+|[*/]/, Token.CommentMultiline],
  ],
});

/** Dafny. */
export const dafny = defineLexer({ tag: 'dafny', states });
