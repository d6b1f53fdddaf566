import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** A condition with its jump: the condition counts only if a plain name or a number with a name follows `goto`. */
const CONDITION = String.raw`(if)(\s+)([rRwW]\d+)(\s*)(s?[!<=>]+)(\s*)(?:(-?(?:0[xX][\da-fA-F]+|\d+))|([rRwW]\d+))(\s+)`;
const JUMP = String.raw`(goto)(\s*)(?:(?:([-+]0x[\da-fA-F]+)|([-+]\d+))(\s*))?(<?\w+>?)`;

const JUMP_TOKENS = [
  Token.Keyword,
  Token.Whitespace,
  Token.NumberHex,
  Token.NumberInteger,
  Token.Whitespace,
  Token.NameLabel,
] as const;

/** Programs of the Berkeley packet filter as clang and the kernel's verifier print them. A word may begin within another, in any case. */
export const bpf = defineLexer({
  tag: 'bpf',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*\n?/, Token.CommentSingle],
      [/\/\*/, Token.CommentMultiline, 'comment'],
      [/(\d+)(:)(\s+)(\([\da-fA-F]{2}\))?/, [Token.GenericLineno, Token.Punctuation, Token.Whitespace, Token.Generic]],
      [
        new RegExp(CONDITION + JUMP, 'i'),
        [
          Token.Keyword,
          Token.Whitespace,
          Token.Name,
          Token.Whitespace,
          Token.Operator,
          Token.Whitespace,
          Token.Number,
          Token.Name,
          Token.Whitespace,
          ...JUMP_TOKENS,
        ],
      ],
      [new RegExp(JUMP, 'i'), JUMP_TOKENS],
      [/(call)(\s+)(\d+)/i, [Token.Keyword, Token.Whitespace, Token.NumberInteger]],
      [
        /(call)(\s+)(\w+)(?:(#)(\d+))?/i,
        [Token.Keyword, Token.Whitespace, Token.NameBuiltin, Token.Punctuation, Token.NumberInteger],
      ],
      [
        /(\*)(\s*)(\()([su](?:8|16|32|64))(\s*)(\*)(\))/i,
        [
          Token.Operator,
          Token.Whitespace,
          Token.Punctuation,
          Token.KeywordType,
          Token.Whitespace,
          Token.Operator,
          Token.Punctuation,
        ],
        'address',
      ],
      [/exit|lock|map|(?:be|le|bswap)(?:16|32|64)/i, Token.Keyword],
      [/(-?)([rRwW]\d+)/, [Token.Punctuation, Token.Name]],
      [/(-?(?:0[xX][\da-fA-F]+|\d+))(\s*)(ll)?/i, [Token.Number, Token.Whitespace, Token.KeywordType]],
      // The bounds keep a long word from being read again at each of its characters.
      [/([A-Za-z_]\w{0,60})(\s{0,60})(ll)/i, [Token.Name, Token.Whitespace, Token.KeywordType]],
      [/([A-Za-z_]\w{0,60})(\s{0,60})(:)/, [Token.NameLabel, Token.Whitespace, Token.Punctuation]],
      [/[sS]?(?:<<|>>)=|[sS]?[<>]=|[-+*/&|^]=|=+/, Token.Operator],
      [/./, Token.Text],
    ],
    comment: [
      [/\*\//, Token.CommentMultiline, '#pop'],
      [/[^*]+|\*/, Token.CommentMultiline],
    ],
    // Everything up to what can be an address is an error.
    address: [
      [
        /(\()([rRwW]\d+)(\s*)([-+])(\s*)(\d+)(\))/,
        [
          Token.Punctuation,
          Token.Name,
          Token.Whitespace,
          Token.Operator,
          Token.Whitespace,
          Token.NumberInteger,
          Token.Punctuation,
        ],
        '#pop',
      ],
      [
        /(\w+)(\[)(?:(\d+)|([rRwW]\d+))(\])/,
        [Token.Name, Token.Punctuation, Token.NumberInteger, Token.Name, Token.Punctuation],
        '#pop',
      ],
    ],
  }),
});
