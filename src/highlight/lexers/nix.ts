import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** A path has a slash with a name behind it; the bound keeps long texts of names and dots linear. */
const PATH = String.raw`[\w.-]{0,500}(?:/[\w.-]+)+`;

/** Nix, the language of packages. As in Rouge, line ends within strings and comments are errors. */
export const nix = defineLexer({
  tag: 'nix',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/#[^\n]*/, Token.Comment],
      [/\/\*/, Token.Comment, 'comment'],
      [/true|false|null/, Token.KeywordConstant],
      [/\d+/, Token.NumberInteger],
      [/"/, Token.StringDouble, 'string'],
      [/''/, Token.StringDouble, 'indented'],
      [new RegExp(`[a-zA-Z][a-zA-Z+]*://${PATH}`), Token.StringOther],
      [new RegExp(`~(?:/[\\w.-]+)+|${PATH}`), Token.StringOther],
      [/(?:if|then|else)\b/, Token.Keyword],
      [/let\b/, Token.KeywordDeclaration],
      [/(?:in|inherit|with)\b/, Token.KeywordNamespace],
      [
        /(?:assert|rec|import|abort|baseNameOf|builtins|derivation|fetchTarball|isNull|map|removeAttrs|throw|toString)\b/,
        Token.KeywordReserved,
      ],
      [/[a-zA-Z_][\w-]*/, Token.NameVariable],
      [/\/\/|&&|\|\||[-=!<>+*/?@.]/, Token.Operator],
      [/\{/, Token.Punctuation, 'braces'],
      [/[}()[\]:;,$]/, Token.Punctuation],
    ],
    braces: [[/\}/, Token.Punctuation, '#pop'], include('root')],
    interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('root')],
    comment: [
      [/\*\//, Token.Comment, '#pop'],
      [/[^*\n]+|\*/, Token.Comment],
    ],
    text: [
      [/\$\{/, Token.StringInterpol, 'interpolation'],
      [/\$\$/, Token.StringEscape],
      [/\$/, Token.StringDouble],
    ],
    string: [
      [/"/, Token.StringDouble, '#pop'],
      [/\\./, Token.StringEscape],
      include('text'),
      [/[^"\\$\n]+/, Token.StringDouble],
    ],
    indented: [
      [/'''|''\$|''\\./, Token.StringEscape],
      [/''/, Token.StringDouble, '#pop'],
      include('text'),
      [/[^'$\n]+|'/, Token.StringDouble],
    ],
  }),
});
