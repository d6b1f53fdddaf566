import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { OPENEDGE_KEYWORDS } from './openedge-words.ts';

/** What stands in braces is replaced before the program is read. It may hold further braces. */
const REPLACED = [1, 2, 3].reduce((inner) => `\\{[^{}]{0,300}(?:${inner}[^{}]{0,300}){0,20}\\}`, '(?!)');

const END_OF_WORD = '(?![\\w&!}-])';

/** OpenEdge ABL, formerly Progress 4GL. */
export const openedge = defineLexer({
  tag: 'openedge',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*/, Token.CommentMultiline, 'comment'],
      [new RegExp(`(?!\\{\\})${REPLACED}`), Token.CommentPreproc],
      [/&(?:analyze-suspend|analyze-resume|global-define|scoped-define).?/is, Token.CommentPreproc, 'directive'],
      [/@[a-z_][\w-]*/i, Token.NameDecorator],
      [/"/, Token.StringDelimiter, 'double'],
      [/'/, Token.StringDelimiter, 'single'],
      [/(?:\?|true|false|yes|no(?!-))\b/i, Token.KeywordConstant],
      [/[a-z_&{}][\w&!}-]*(?=\s*\()/i, Token.NameFunction],
      [
        new RegExp(`&(?:else|elseif|endif|if|message|then|undefine|undef|webstream|scop|glob)${END_OF_WORD}`, 'i'),
        Token.CommentPreproc,
      ],
      [
        /[a-z_&{}][\w&!}-]*/i,
        (lexing, [word]) => {
          lexing.token(OPENEDGE_KEYWORDS.has(word.toLowerCase()) ? Token.Keyword : Token.NameVariable, word);
        },
      ],
      [/0x[\da-f]+[lu]*/i, Token.NumberHex],
      [/(?:\d+\.\d*|\.\d+)(?:e[-+]?\d+)?|\d+e[-+]?\d+/i, Token.NumberFloat],
      [/0[0-7]+[lu]*(?!\d)/i, Token.NumberOct],
      [/\d+[lu]*/i, Token.NumberInteger],
      [/[-!%*+/:<=>?^|~]/, Token.Operator],
      [/[(),.[\]]/, Token.Punctuation],
    ],
    directive: [
      [/[^\n/]+|\/(?![/*])/, Token.CommentPreproc],
      [/\n/, Token.CommentPreproc, '#pop'],
      [/(?=\/)/, Token.Text, '#pop'],
    ],
    comment: [
      [/[^*/]+/, Token.CommentMultiline],
      [/\/\*/, Token.CommentMultiline, '#push'],
      [/\*\//, Token.CommentMultiline, '#pop'],
      [/[*/]/, Token.CommentMultiline],
    ],
    double: [
      [/[^"\\]+/, Token.StringDouble],
      [/"/, Token.StringDelimiter, '#pop'],
    ],
    single: [
      [/[^'\\]+/, Token.StringSingle],
      [/'/, Token.StringDelimiter, '#pop'],
    ],
  }),
});
