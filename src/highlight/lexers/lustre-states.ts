import { between, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable } from '../engine/word-table.ts';

/** The states of Lustre and Lutin, which differ only in their words. */
export const lustreStates = (words: WordTable): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [between(/\/\*/, '*/'), Token.CommentMultiline],
    [between(/\(\*/, '*)'), Token.CommentMultiline],
    [/--[^\n]*/, Token.CommentSingle],
    // Also at the beginning of a longer word.
    [/true|false/, Token.KeywordConstant],
    [/[A-Za-z_][\w']*/, byWord(words, Token.Name)],
    [/[();[\]{}]+/, Token.Punctuation],
    [/[-!#$%&*+,./:<=>?@^|~]+/, Token.Operator],
    // Any character will do for the point.
    [/\d[\d_]*(?:[^\d_\n][\d_]*)?[eE][-+]?\d[\d_]*/, Token.NumberFloat],
    [/\d[\d_]*/, Token.NumberInteger],
    [/'(?:\\(?:[\\"'ntbr ]|\d{3}|x[\da-fA-F]{2}))'/, Token.StringChar],
    [/"/, Token.StringDouble, 'string'],
  ],
  string: [
    [/[^"\\]+/, Token.StringDouble],
    [/\\(?:[\\"'ntbr]|\d{3}|x[\da-fA-F]{2})/, Token.StringEscape],
    [/\\\n/, Token.StringDouble],
    [/"/, Token.StringDouble, '#pop'],
  ],
});
