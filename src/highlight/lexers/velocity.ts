import { between, defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { html } from './html.ts';

const states = (): States<undefined> => ({
  root: [
    [/[^{#$]+/, (lexing, [text]) => lexing.delegate(html, text)],
    [between(/#\*/, '*#'), Token.CommentMultiline],
    [/##[^\n]*/, Token.CommentSingle],
    [
      /(#\{?)([A-Za-z_]\w*)(\}?)(\s?\()/,
      [Token.Punctuation, Token.NameFunction, Token.Punctuation, Token.Punctuation],
      'directive',
    ],
    [/(#\{?)([A-Za-z_]\w*)(\}|\b)/, [Token.Punctuation, Token.NameFunction, Token.Punctuation]],
    [/\$\{?/, Token.Punctuation, 'variable'],
  ],
  variable: [
    [/[A-Za-z_]\w*/, Token.NameVariable],
    [/\(/, Token.Punctuation, 'arguments'],
    [/(\.)([A-Za-z_]\w*)/, [Token.Punctuation, Token.NameVariable]],
    [/\}/, Token.Punctuation, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  directive: [
    [/&&|\|\||==?|!=?|[-<>+*%&|^/]|\b(?:eq|ne|gt|lt|ge|le|not|in)\b/, Token.Operator],
    [/\[/, Token.Operator, 'range'],
    [/[A-Za-z_]\w*/, Token.NameFunction],
    include('arguments'),
  ],
  range: [[/\.\./, Token.Operator], include('arguments')],
  arguments: [
    [/\$\{?/, Token.Punctuation, 'variable'],
    [/\s+/, Token.Text],
    [/,/, Token.Punctuation],
    [/"(?:\\.|[^"\\])*"/s, Token.StringDouble],
    [/'(?:\\.|[^'\\])*'/s, Token.StringSingle],
    [/0[xX][\da-fA-F]+[Ll]?/, Token.NumberHex],
    [/\d+\b/, Token.NumberInteger],
    [/(?:true|false|null)\b/, Token.KeywordConstant],
    [/[([]/, Token.Punctuation, '#push'],
    [/[)\]}]/, Token.Punctuation, '#pop'],
  ],
});

/** Templates of Apache's Velocity, in HTML. */
export const velocity = defineLexer({ tag: 'velocity', states });
