import { defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const placeable: Rule<undefined> = [/\{/, Token.Punctuation, 'placeable'];
const names: readonly Rule<undefined>[] = [
  [/-[A-Za-z][\w-]*/, Token.NameEntity],
  [/[A-Za-z][\w-]*/, Token.NameConstant],
];

const states = (): States<undefined> => ({
  root: [
    [/[ \t]*\n/, Token.Whitespace],
    // Without a space a comment is a mistake.
    [/#{1,3}(?: [^\n]*|$)/m, Token.CommentSingle],
    [/[ \t]*\.[A-Za-z][\w-]*/, Token.NameAttribute],
    [/([ \t]*)(=)([ \t]*)/, [Token.Whitespace, Token.Punctuation, Token.Whitespace], 'text'],
    ...names,
    // What comes after white space is the text of a message, with or without a sign before it.
    [/[ \t]+(?![.\s])/, Token.Whitespace, 'text'],
  ],
  text: [placeable, [/(?=[}\n])/, Token.Text, '#pop'], [/[^{}*\n]+/, Token.Text]],
  placeable: [
    [/\}/, Token.Punctuation, '#pop'],
    [/\s+/, Token.Whitespace],
    [/->|[(),:]/, Token.Punctuation],
    [/"(?:\\[^\n]|[^"\\\n])*"/, Token.StringDouble],
    [/\$[\w-]+/, Token.NameVariable],
    [/-?\d+\.\d+/, Token.NumberFloat],
    [/-?\d+/, Token.NumberInteger],
    [/\.[\w-]+/, Token.NameAttribute],
    [/[A-Z][A-Z\d_-]*/, Token.NameBuiltin],
    ...names,
    [/\*/, Token.PunctuationIndicator],
    [/(\[)([^\]\n]*)(\])/, [Token.Punctuation, Token.StringSymbol, Token.Punctuation], 'text'],
    placeable,
  ],
});

/** Fluent: messages in the languages of their readers. */
export const fluent = defineLexer({ tag: 'fluent', states });
