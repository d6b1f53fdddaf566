import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

interface Data {
  /** What ends the pattern and the replacement that are open. */
  delimiter: string;
  /** Its kind: an address and a command write it differently. */
  token: Token;
}

/** A part ends at the next delimiter without a backslash; so far a text is searched for one. */
const FAR = 500;
const PARTS = new RegExp(
  String.raw`([sy])([^\n])(?=(?:\\.|(?!\2)[^\\]){0,${FAR}}\2(?:\\.|(?!\2)[^\\]){0,${FAR}}\2)`,
  's',
);
const ADDRESS = new RegExp(
  String.raw`\/(?=(?:\\.|[^\\/\n]){0,${FAR}}\/)|\\([^\s\\])(?=(?:\\.|(?!\1)[^\\\n]){0,${FAR}}\1)`,
  's',
);

type Work = Lexing<Data>;

function open(lexing: Work, delimiter: string, token: Token): void {
  lexing.data.delimiter = delimiter;
  lexing.data.token = token;
}

function openAddress(lexing: Work, [text]: RegExpExecArray): void {
  lexing.token(Token.KeywordNamespace, text);
  open(lexing, text.slice(-1), Token.KeywordNamespace);
  lexing.push('pattern');
}

function openParts(lexing: Work, [, command = '', delimiter = '']: RegExpExecArray): void {
  lexing.token(Token.Keyword, command);
  lexing.token(Token.Punctuation, delimiter);
  open(lexing, delimiter, Token.Punctuation);
  // What follows the parts may have an address again.
  if (lexing.state === 'command') lexing.pop();
  if (command === 's') lexing.push('flags');
  lexing.push(command === 's' ? 'replacement' : 'text');
  lexing.push(command === 's' ? 'pattern' : 'text');
}

/** A sign that ends a part if it is the delimiter. */
function sign(otherwise: Token, next?: string) {
  return (lexing: Work, [text]: RegExpExecArray): void => {
    if (text === lexing.data.delimiter) {
      lexing.token(lexing.data.token, text);
      lexing.pop();
      return;
    }
    lexing.token(otherwise, text);
    if (next !== undefined) lexing.push(next);
  };
}

/** The delimiter ends a class and the pattern around it. */
function inClass(lexing: Work, [text]: RegExpExecArray): void {
  if (text === lexing.data.delimiter) {
    lexing.token(lexing.data.token, text);
    lexing.pop(2);
  } else lexing.token(Token.StringRegex, text);
}

/** The commands: behind `d` and `p` no address may stand, behind all others everything begins anew. */
const commands = (behindPrint: readonly string[], behindOther: readonly string[]): readonly Rule<Data>[] => [
  [PARTS, openParts],
  [/[aci]/, Token.Keyword, [...behindPrint, 'lines', 'before lines']],
  [/([rRwW])(\s+)(\S+)/, [Token.Keyword, Token.Text, Token.Name], behindOther],
  // A label may stand in the next line.
  [/([:bt])(\s+)(\S+)/, [Token.Keyword, Token.Text, Token.NameLabel], behindOther],
  [/([lLqQ])(\s+)(\d+)/, [Token.Keyword, Token.Text, Token.Number], behindOther],
  [/[dp]/, Token.Keyword, behindPrint],
  [/[=DGgHhlnPqx]/, Token.Keyword, behindOther],
];

const states = (): States<Data> => ({
  // Where a command begins, addresses may stand before it.
  root: [
    [/\s+/, Token.Text],
    [/;/, Token.Punctuation],
    [ADDRESS, openAddress],
    [/\d+|[$,!+~]/, Token.KeywordNamespace],
    [/#[^\n]*\n?/, Token.Comment],
    [/[{}]/, Token.Keyword],
    ...commands(['command'], []),
    [/./, Token.Error, 'command'],
  ],
  // A line end does not end `d` and `p`: after them, addresses are errors until a comment, a brace, a semicolon or another command.
  command: [
    [/\s+/, Token.Text],
    [/#[^\n]*\n?/, Token.Comment, '#pop'],
    [/;/, Token.Punctuation, '#pop'],
    [/[{}]/, Token.Keyword, '#pop'],
    ...commands([], ['#pop']),
  ],
  'before lines': [
    [/\s+/, Token.Text, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  lines: [
    [/\\\n/, Token.StringEscape],
    [/[^\\\n]+|\\/, Token.String],
    [/\n/, Token.Text, '#pop:2'],
  ],
  flags: [
    [/[gp]/, Token.Keyword],
    [/[eIMm]\d*/, Token.Error],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  pattern: [
    [/\\[\s\S]/, Token.StringEscape],
    [/\[\^?/, sign(Token.Punctuation, 'class')],
    [/[.*^$]/, sign(Token.Operator)],
    [/[()]/, sign(Token.Punctuation)],
    [/[\s\S]/, sign(Token.StringRegex)],
  ],
  class: [
    [/\]/, Token.Punctuation, '#pop'],
    [/[^\]\n]-[^\n]/, Token.NameVariable],
    [/[^\]]/, inClass],
  ],
  replacement: [
    [/\\[\s\S]/, Token.StringEscape],
    [/&/, sign(Token.Operator)],
    [/[\s\S]/, sign(Token.Text)],
  ],
  text: [
    [/\\[\s\S]/, Token.StringEscape],
    [/[\s\S]/, sign(Token.Text)],
  ],
});

/** Sed's scripts. */
export const sed = defineLexer<Data>({ tag: 'sed', states, data: () => ({ delimiter: '', token: Token.Text }) });
