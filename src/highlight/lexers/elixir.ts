import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const KEYWORDS = `after bc case catch cond def defdelegate defexception defguard defguardp defimpl defmacro defmacrop defmodule defp
  defprotocol defrecord defstruct do else end exit fn if lc loop raise receive rescue throw try unless`;
const KEYWORD = new RegExp(`(?:${KEYWORDS.trim().split(/\s+/).join('|')})\\b(?![?!])`);

const ESCAPE = /\\(?:[abdefnrstv\\"'0]|x[\da-fA-F]{2}|u\{?\d+\}?)/;

const SIGILS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['|', '|'],
  ['/', '/'],
  ['"', '"'],
  ["'", "'"],
]);

/** As in Rouge, sigils in capitals are interpolated and the others are not, although in Elixir it is the other way round. */
function openSigil(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  const [opening, letter = '', delimiter = ''] = match;
  const capital = letter !== letter.toLowerCase();
  lexing.token(letter === 'r' ? Token.StringRegex : Token.StringOther, opening);
  lexing.push(`${capital ? 'capital' : letter === 'r' ? 'regex' : 'plain'} ${delimiter}`);
}

function sigilRules(open: string, close: string, token: Token, capital: boolean): Rule<undefined>[] {
  const inside = open === close ? `\\${close}` : `\\${open}\\${close}`;
  return [
    [new RegExp(`\\${close}[a-zA-Z]*`), token, '#pop'],
    ...(capital ? [[/#\{/, Token.StringInterpol, 'interpolation'] as const, [/#/, token] as const] : []),
    [new RegExp(`[^${inside}${capital ? '\\\\#' : ''}]+`), token],
  ];
}

function sigilStates(): Record<string, Rule<undefined>[]> {
  const states: Record<string, Rule<undefined>[]> = {};
  for (const [open, close] of SIGILS) {
    states[`capital ${open}`] = sigilRules(open, close, Token.StringOther, true);
    states[`plain ${open}`] = sigilRules(open, close, Token.StringOther, false);
    states[`regex ${open}`] = sigilRules(open, close, Token.StringRegex, false);
  }
  return states;
}

const quoted = (quote: string, token: Token): Rule<undefined>[] => [
  [new RegExp(quote), token, '#pop'],
  [/#\{/, Token.StringInterpol, 'interpolation'],
  [ESCAPE, token === Token.StringSymbol ? token : Token.StringEscape],
  [new RegExp(`[^${quote}\\\\#]+|[\\\\#]`), token],
];

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/#[^\n]*/, Token.CommentSingle],
    [/(?:in|and|or|not|xor|when)\b(?![?!])/, Token.OperatorWord],
    [KEYWORD, Token.Keyword],
    [/(?:import|quote|recur|refer|require|super|unquote|use)\b(?![?!])/, Token.KeywordNamespace],
    [/[A-Za-z_]\w*[?!]?:(?!:)/, Token.StringSymbol],
    [/(?:nil|true|false)\b(?![?!])/, Token.NameConstant],
    [/__(?:FILE|FUNCTION|LINE|MODULE)__\b/, Token.NameBuiltinPseudo],
    [/[A-Z]\w*\b/, Token.NameConstant],
    [/@[A-Za-z_]\w*|&\d/, Token.NameVariable],
    include('literals'),
    // Of `><` only the second is an operator.
    [/!==?|===?|=~|<<<|>>|>(?!<)|%=|&&&|\|\|\||~~~|\^\^\^|[<=&|*/+.^-]/, Token.Operator],
    [/[A-Za-z_!]\w*[?!]?|!+\w*[?!]?/, Token.Name],
    [/::|\\\\|[()[\]{},;:%\\]/, Token.Punctuation],
  ],
  literals: [
    [between(/"""/, '"""'), Token.StringDoc],
    [between(/'''/, "'''"), Token.StringDoc],
    [/"/, Token.StringDouble, 'double'],
    [/'/, Token.StringSingle, 'single'],
    [/:"/, Token.StringSymbol, 'symbol'],
    [/:(?:[A-Za-z_]\w*[?!]?|%\{\}|==|=~|&&|\|\||<>|[+/!%&<>|-])/, Token.StringSymbol],
    [/~([a-zA-Z])([([{<|/"'])/, openSigil],
    [/\?(?:\\(?:x\d\d?|[\da-fA-F]{1,2}(?![\da-fA-F])\b)|[^\s\\])/u, Token.StringOther],
    [/\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][+-]?\d+)?\b/, Token.NumberFloat],
    [/0x[\da-fA-F]+\b/, Token.NumberHex],
    [/0o[0-7]+\b/, Token.NumberOct],
    [/0b[01]+\b/, Token.NumberBin],
    [/\d+(?:_\d+)*\b/, Token.NumberInteger],
    [/\d+/, Token.Error],
  ],
  double: quoted('"', Token.StringDouble),
  single: quoted("'", Token.StringSingle),
  symbol: quoted('"', Token.StringSymbol),
  interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('root')],
  ...sigilStates(),
});

/** Elixir. */
export const elixir = defineLexer({ tag: 'elixir', states });
