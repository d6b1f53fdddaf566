import { between, defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [between(/[#!]/, '\n'), Token.Comment],
    [/([\w.-]+)(\s*)([=:])/, [Token.NameProperty, Token.Text, Token.Punctuation], 'value'],
    [/\\\n/, Token.StringEscape],
    // A key without a sign after it is an error to its end, because Rouge tries each of its letters.
    [/[\w.-]+/, Token.Error],
  ],
  value: [
    [/\n/, Token.Text, '#pop'],
    [/[ \t]+/, Token.Text],
    [between(/[#!]/, '\n'), Token.Comment],
    [/\\./s, Token.StringEscape],
    [/[^\\\n]+/, Token.String],
  ],
});

/** Java's properties. */
export const properties = defineLexer({ tag: 'properties', states });
