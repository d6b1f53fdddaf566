import { between, defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** What a backslash begins: a word, or one character; of spaces it takes all. */
const COMMAND = /\\(?:[a-zA-Z]+|\s+|.)/;

/** TeX and LaTeX. */
export const tex = defineLexer({
  tag: 'tex',
  states: () => ({
    general: [
      [/%[^\n]*/, Token.Comment],
      [/[&_^{}]+/, Token.Punctuation],
    ],
    root: [
      [/\\\[|\$\$/, Token.Punctuation, 'display'],
      [/\\\(|\$/, Token.Punctuation, 'inline'],
      [
        /(\\verb)([^\w\s])([^\n]*?)(\2)/,
        [Token.NameBuiltin, Token.KeywordPseudo, Token.StringOther, Token.KeywordPseudo],
      ],
      [/\\(?:begin|end)\{[^}\n]*\}/, Token.NameTag],
      [COMMAND, Token.Keyword, 'command'],
      include('general'),
      [/[^\\$%&_^{}]+/, Token.Text],
    ],
    // A star and what stands in brackets belong to the command where no space comes first.
    command: [
      [between(/\[/, ']', '\n'), Token.NameAttribute],
      [/\*/, Token.Keyword],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    math: [
      [COMMAND, Token.NameVariable],
      include('general'),
      [/\d+/, Token.Number],
      [/[-=!+*/()[\]]/, Token.Operator],
      [/[^\\$%&_^{}\d=!+*/()[\]-]+|\$/, Token.NameBuiltin],
    ],
    inline: [[/\\\)|\$/, Token.Punctuation, '#pop'], include('math')],
    display: [[/\\\]|\$\$/, Token.Punctuation, '#pop'], include('math')],
  }),
});
