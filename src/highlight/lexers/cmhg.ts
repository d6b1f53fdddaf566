import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** The module headers of RISC OS. Text of other kinds, too, is written in blocks of this name. */
export const cmhg = defineLexer({
  tag: 'cmhg',
  states: () => ({
    root: [
      [/[ \t\n]+/, Token.Text],
      [/;[^\n]*/, Token.Comment],
      // A line of its own, with its end.
      [
        /(?<=^[ \t]*)#[ \t]*(?:(?:define|include|undef|ifdef|ifndef|if|else|elif|endif|error|pragma|line)\b[^\n]*)?(?=\n)/,
        Token.CommentPreproc,
      ],
      [/[a-z-]{1,200}:/, Token.KeywordDeclaration],
      [/(?:0x|&)[\da-f]+/i, Token.NumberHex],
      [/\d+/, Token.Number],
      [/[a-z_]\w+/i, Token.NameEntity],
      [between(/"/, '"'), Token.String],
      [/[(),/]/, Token.Punctuation],
    ],
  }),
});
