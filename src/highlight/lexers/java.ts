import { closedBy } from '../engine/closed-by.ts';
import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { WORD } from '../engine/word-characters.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const NAME = `[\\p{Alphabetic}_][${WORD}]*`;

/** Digits with underscores between them: a digit behind two that are joined is joined to none, so `1_2_3` ends before `_3`. */
const digits = (digit: string): string => `(?:${digit}_+${digit}|${digit})+`;
const DIGITS = digits('\\d');

const KEYWORDS =
  'assert break case catch continue default do else finally for goto if instanceof new return switch this throw try while';

const WORDS = wordTable(
  [
    Token.KeywordDeclaration,
    `abstract class const enum extends final implements interface native private protected public record static strictfp
    super synchronized throws transient volatile`,
  ],
  [Token.Keyword, KEYWORDS],
  [Token.KeywordType, 'boolean byte char double float int long short var void'],
  [Token.KeywordConstant, 'true false null'],
);

/** What is called after a type, or any word, is taken for a method that is declared; bounded, as it is tried at every word. */
const DECLARED = /((?:[A-Za-z_][\w.[\]<>]{0,200}\s{1,200}){1,20}?)([A-Za-z_]\w*)(\s*)(\()/;

/** At the start of a line, but not of the whole text, even the words of a statement count as types: `else if (`, `new Foo(`. */
const DECLARED_AT_LINE_START = new RegExp(`(?<=\\n[ \\t]*)${DECLARED.source}`);

function declare(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  lexing.recurse(match[1] ?? '');
  lexing.token(Token.NameFunction, match[2] ?? '');
  lexing.token(Token.Text, match[3] ?? '');
  lexing.token(Token.Operator, '(');
}

const STRING_END = /[^"\\]*(?:\\.[^"\\]*)*"/sy;
const LAST_ESCAPED_QUOTE = /.*\\"/sy;

/** Where no quote ends a string the last one with a backslash does. */
function string(lexing: Lexing<undefined>): void {
  const rest = lexing.take(STRING_END) ?? lexing.take(LAST_ESCAPED_QUOTE);
  if (rest === undefined) lexing.token(Token.Error, '"');
  else lexing.token(Token.String, `"${rest}`);
}

function label(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  const word = WORDS.get(match[1] ?? '');
  if (word === undefined) lexing.token(Token.NameLabel, match[0]);
  else lexing.groups(match, word, Token.Operator);
}

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Operator)],
    [DECLARED_AT_LINE_START, declare],
    [new RegExp(`(?:${KEYWORDS.replaceAll(' ', '|')})\\b`), Token.Keyword],
    [DECLARED, declare],
    [unicode`@${NAME}`, Token.NameDecorator],
    [/(?:class|interface|record)\b/, Token.KeywordDeclaration, 'class'],
    [/(package|import)\b(\s*)/, [Token.KeywordNamespace, Token.Text], 'import'],
    [/"""(?=[ \t]*\n)/, Token.StringHeredoc, 'text block'],
    [/"/, string],
    [/'(?:\\[^u]|[^\\]|\\u[\da-f]{4})'/u, Token.StringChar],
    [unicode`(\.)(${NAME})`, [Token.Operator, Token.NameAttribute]],
    [unicode`(${NAME})(:)`, label],
    [unicode`\p{Uppercase}[\p{Uppercase}\d_]*(?![${WORD}])`, Token.NameConstant],
    // A dollar ends a word: `this$0`.
    [new RegExp(`(?:${[...WORDS.keys()].join('|')})(?=\\$)`), byWord(WORDS, Token.Name)],
    [/[a-z]+\b(?!\$)/, byWord(WORDS, Token.Name)],
    // `Foo_bar` is no class.
    [unicode`\p{Uppercase}[\p{Alphabetic}\p{Nd}]*(?![${WORD}])`, Token.NameClass],
    [unicode`\$?${NAME}`, Token.Name],
    [new RegExp(`${DIGITS}\\.${DIGITS}(?:[eE]${DIGITS})?[fd]?`), Token.NumberFloat],
    [new RegExp(`0[bB]${digits('[01]')}`), Token.NumberBin],
    [new RegExp(`0[xX]${digits('[\\da-fA-F]')}`), Token.NumberHex],
    [new RegExp(`0${digits('[0-7]')}`), Token.NumberOct],
    [new RegExp(`${DIGITS}L?`), Token.NumberInteger],
    [/[~^*!%&[\](){}<>|+=:;,./?-]/, Token.Operator],
  ],
  class: [
    [/\s+/, Token.Text],
    [unicode`${NAME}`, Token.NameClass, '#pop'],
  ],
  import: [
    [/\s+/, Token.Text],
    [/[\w.]+\*?/, Token.NameNamespace, '#pop'],
  ],
  'text block': [
    [/[^"\\]+/, Token.StringHeredoc],
    [/"""/, Token.StringHeredoc, '#pop'],
    [/\\.|["\\]/s, Token.StringHeredoc],
  ],
});

/** Java; an operator is whatever is neither a word nor a literal. */
export const java = defineLexer({ tag: 'java', states });
