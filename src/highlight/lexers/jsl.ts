import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** JSL, the scripting language of JMP. Names have spaces. */
export const jsl = defineLexer({
  tag: 'jsl',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*/, Token.CommentMultiline, 'comment'],
      // A name in quotation marks.
      [/"[^"]*"n/i, Token.NameVariable],
      [/"/, Token.StringDouble, 'string'],
      [/<</, Token.Operator, 'message'],
      [
        /\d{2}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\d{2}(?:\d{2})?(?::\d{2}:\d{2}(?::\d{2}(?:\.\d*)?)?)?/i,
        Token.LiteralDate,
      ],
      [/-?(?:\d+(?:\.\d+)?|\.\d*)(?:e[-+]?\d+)?i?/i, Token.Number],
      [/::?(?=[A-Za-z_])/, Token.Punctuation],
      [/[A-Za-z_][\w\s%.'\\]*(?=\()/, Token.Keyword],
      [/[A-Za-z_][\w\s%.'\\]*/, Token.NameVariable],
      [/[-!%&*+/:<=>^`|]/, Token.Operator],
      [/[(),;[\]{}]/, Token.Punctuation],
    ],
    message: [
      [/\s+/, Token.Whitespace],
      [/[A-Za-z_][\w\s%.'\\]*/, Token.NameFunction],
      [/[(),;]/, Token.Punctuation, '#pop'],
      [/[!&<=>|]/, Token.Operator, '#pop'],
    ],
    comment: [
      [/[^*/]+/, Token.CommentMultiline],
      [/\/\*/, Token.CommentMultiline, '#push'],
      [/\*\//, Token.CommentMultiline, '#pop'],
      [/[*/]/, Token.CommentMultiline],
    ],
    string: [
      [/\\![\\"0Nbfnrt]/, Token.StringEscape],
      [/"/, Token.StringDouble, '#pop'],
      [/[^"\\]+|\\/, Token.StringDouble],
    ],
  }),
});
