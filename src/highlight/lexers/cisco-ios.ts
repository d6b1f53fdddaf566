import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

interface Data {
  /** The sign that ends the banner. */
  delimiter: string;
}

function openBanner(lexing: Lexing<Data>, match: RegExpExecArray): void {
  lexing.groups(match, Token.Keyword, Token.NameFunction, Token.StringDelimiter);
  lexing.data.delimiter = match[3] ?? '';
  lexing.push('banner');
}

function inBanner(lexing: Lexing<Data>, [text]: RegExpExecArray): void {
  if (text === lexing.data.delimiter) {
    lexing.token(Token.StringDelimiter, text);
    lexing.pop();
  } else lexing.token(Token.Text, text);
}

const states = (): States<Data> => ({
  root: [
    [/^![^\n]*/, Token.CommentSingle],
    [/^(version\s+)([^\n]*)/, [Token.Keyword, Token.NumberFloat]],
    [/^(banner\s+)((?:motd|login)\s+)([^\s\w^])/, openBanner],
    [/^(des[cinoprt]*)([^\n]*)/, [Token.Keyword, Token.CommentSingle]],
    // A command may be cut short.
    [/^(int[acefr]*|line|controller|voice-port|router \S+)([^\n]*)/, [Token.KeywordType, Token.NameFunction]],
    [/^(vlan\s+)(\d+)$/, [Token.Keyword, Token.NameAttribute]],
    [/^([ \t]*no[ \t]+)(\S+)/, [Token.KeywordConstant, Token.Keyword]],
    // The first two characters of a line count as a word, whatever they are.
    [/^[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}/, Token.NumberHex],
    [/^no\n/, Token.KeywordConstant],
    [/^(?:permit|deny)/, Token.OperatorWord],
    [/^(?:[ \t]+\S+|[^\n].\S*)/s, Token.Keyword],
    [/\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:\/\d{1,2})?/, Token.Number],
    [/[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}/, Token.NumberHex],
    [/\*+/, Token.NameEntity],
    [/permit|deny/, Token.OperatorWord],
    [/(?:(?!permit|deny|[\da-f]{4}\.)[^\s*\d])+|[^\S\n]+|\n|\d+|./, Token.Text],
  ],
  banner: [
    [/[^\w\s]/, inBanner],
    [/[\w\s]+/, Token.Text],
  ],
});

/** The configuration of Cisco's IOS. */
export const ciscoIos = defineLexer<Data>({ tag: 'cisco_ios', states, data: () => ({ delimiter: '' }) });
