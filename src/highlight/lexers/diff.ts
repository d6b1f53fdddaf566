import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const states = (): States<undefined> => ({
  root: [
    [/^---(?:\n|(?![^\n]))/, Token.Punctuation],
    [/^(?:\+|>+(?!\S))[^\n]*\n?/, Token.GenericInserted],
    [/^(?:-|<+(?!\S))[^\n]*\n?/, Token.GenericDeleted],
    [/^![^\n]*\n?/, Token.GenericStrong],
    [/^(?:[Ii]ndex|diff|=)[^\n]*\n?/, Token.GenericHeading],
    [/^@@[^\n]*?@@/, Token.Punctuation, 'after range'],
    [/^\w[^\n]*\n?/, Token.Punctuation],
    // A line without even the blank of a context line is no line of a diff: its end becomes an error.
    [/[^\n]+\n?/, Token.Text],
  ],
  'after range': [[/[^\n]*\n?/, Token.Text, '#pop']],
});

/** Unified, context and plain diffs. */
export const diff = defineLexer({ tag: 'diff', states });
