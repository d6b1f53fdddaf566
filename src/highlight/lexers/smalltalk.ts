import { between, defineLexer, include, once, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const SIGNS = String.raw`[-+*/\\~<>=|&!?,@%]`;

const space: readonly Rule<undefined>[] = [
  [/\s+/, Token.Text],
  [between(/"/, '"'), Token.Comment],
];

/** Smalltalk. What a word is depends on whether it stands behind an object: there it is a message, elsewhere an object. */
export const smalltalk = defineLexer({
  tag: 'smalltalk',
  states: () => ({
    root: [
      [/(<)(\w+:)([^>\n]*)(>)/, [Token.Punctuation, Token.Keyword, Token.Text, Token.Punctuation]],
      [/! !$/, Token.Keyword],
      ...space,
      [/([a-zA-Z]\w*:)(\s*)(\w+)/, [Token.NameFunction, Token.Text, Token.NameVariable]],
      [/^([a-zA-Z]\w*)([ \t\r]*)(?!.)/, [Token.NameFunction, Token.Text]],
      [
        new RegExp(String.raw`^(${SIGNS}+)(\s*)(\w+)(\s*)(?!.)`),
        [Token.NameFunction, Token.Text, Token.NameVariable, Token.Text],
      ],
      [/(\|)([\w\s]*)(\|)/, [Token.Punctuation, Token.NameVariable, Token.Punctuation]],
      [/:=|[\^_]/, Token.Operator],
      [/[{(!]/, Token.Punctuation],
      [/\[/, Token.Punctuation, 'block'],
      include('objects'),
      [/[)\]}]/, Token.Punctuation, 'message'],
    ],
    objects: [
      [/(?:self|super|true|false|nil|thisContext)\b(?!:)/, Token.NameBuiltinPseudo, 'message'],
      [/[A-Z]\w*(?![\w:])/, Token.NameClass, 'message'],
      [/[a-z]\w*(?![\w:])/, Token.NameVariable, 'message'],
      include('literals'),
    ],
    literals: [
      [/#\(/, Token.StringSymbol, ['message', 'array']],
      [new RegExp(String.raw`#(?:${SIGNS}+|[A-Za-z_][\w:]*)`), Token.StringSymbol, 'message'],
      [once(/'(?:''|[^'])*'/, "'"), Token.String, 'message'],
      [/\$./s, Token.StringChar, 'message'],
      [/-?\d+(?:r-?\d+)?(?:\.\d+)?(?:e-?\d+)?/, Token.Number, 'message'],
    ],
    array: [...space, [/\)/, Token.StringSymbol, '#pop'], include('literals'), [/[A-Za-z_][\w:]*/, Token.StringSymbol]],
    block: [
      [/\s+/, Token.Text],
      [/(:)(\s*)(\w+)/, [Token.Operator, Token.Text, Token.NameVariable]],
      [/\|/, Token.Punctuation, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    message: [
      [/! !$/, Token.Keyword],
      ...space,
      [/:=|_/, Token.Operator, '#pop'],
      [/(?:ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):/, Token.NameBuiltin, '#pop'],
      [/new(?![\w:])/, Token.NameBuiltin],
      [/(?:[a-zA-Z]\w*:)+/, Token.NameFunction, '#pop'],
      [/[a-zA-Z]\w*/, Token.NameFunction],
      [new RegExp(`${SIGNS}+`), Token.NameFunction, '#pop'],
      [/\./, Token.Punctuation, '#pop'],
      [/;/, Token.Punctuation],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
  }),
});
