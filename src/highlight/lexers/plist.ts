import { between, defineLexer, include, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Whitespace],
    [/\/\/[^\n]*/, Token.Comment],
    [between(/\/\*/, '*/'), Token.Comment],
    [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
    [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringSingle],
    [/\{/, Token.Punctuation, 'dictionary'],
    [/\(/, Token.Punctuation, 'array'],
    [/</, Token.Punctuation, 'data'],
    [/[\w$./:-]+/, Token.Literal],
  ],
  dictionary: [[/\}/, Token.Punctuation, '#pop'], [/[=;]/, Token.Punctuation], include('root')],
  array: [[/\)/, Token.Punctuation, '#pop'], [/,/, Token.Punctuation], include('root')],
  data: [
    [/>/, Token.Punctuation, '#pop'],
    [/[\da-fA-F\s]+/, Token.NumberHex],
  ],
});

/** Property lists in the old style. Rouge reads those in XML in the same way, with many errors. */
export const plist = defineLexer({ tag: 'plist', states });
