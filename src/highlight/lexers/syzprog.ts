import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable([
  Token.Keyword,
  `ANY ANYBLOB ANYPTR ANYPTR64 ANYRES16 ANYRES32 ANYRES64 ANYRESDEC ANYRESHEX ANYRESOCT ANYUNION AUTO async fail_nth false
    nil rerun true void`,
]);

/** Programs of syzkaller. Outside of calls only a result and the name of a call are right. */
export const syzprog = defineLexer({
  tag: 'syzprog',
  states: () => ({
    root: [
      include('space'),
      [/(r\d+)(\s+)(=)/, [Token.KeywordPseudo, Token.Text, Token.Punctuation]],
      [
        /([A-Za-z_]\w*)(?:(\$)(\w*))?(\s*)(\()/,
        [Token.NameFunction, Token.Punctuation, Token.NameFunctionMagic, Token.Text, Token.Punctuation],
        'arguments',
      ],
      [/[A-Za-z_](?:(?!r\d)\w)*/, Token.Error],
    ],
    space: [
      [/[^\S\n]+/, Token.Text],
      [/\n/, Token.Text],
      [/#[^\n]*/, Token.Comment],
    ],
    arguments: [[/\)/, Token.Punctuation, ['#pop', 'after arguments']], include('nested')],
    nested: [
      include('values'),
      [/\)/, Token.Punctuation, '#pop'],
      [/\(/, Token.Punctuation, 'nested'],
      [/[-!$%&*+,./:;<=>?@[\]^{|}~]/, Token.Punctuation],
    ],
    'after arguments': [
      [/\n/, Token.Text, '#pop'],
      include('space'),
      [/\(/, Token.Punctuation, ['#pop', 'options']],
      [/(?=.)/, Token.Text, '#pop'],
    ],
    options: [include('values'), [/\)/, Token.Punctuation, '#pop'], [/[,:]/, Token.Punctuation]],
    values: [
      include('space'),
      [/"[^"]*"/, Token.StringDouble],
      [/'[^']*'/, Token.StringSingle],
      [/`[^`]*`/, Token.StringBacktick],
      [/-?0x[\da-f]+/i, Token.NumberHex],
      [/-?\d+/, Token.NumberInteger],
      [/r\d+/, Token.KeywordPseudo],
      [/[A-Za-z_]\w*/, byWord(WORDS, Token.Name)],
    ],
  }),
});
