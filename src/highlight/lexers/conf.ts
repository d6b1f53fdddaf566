import { closedBy } from '../engine/closed-by.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const states = (): States<undefined> => ({
  root: [
    // A comment needs the end of its line.
    [/#/, closedBy(/[^\n]*\n/, Token.Comment, Token.Error)],
    [/"[^"\n]*"/, Token.StringDouble],
    [/'[^'\n]*'/, Token.StringSingle],
    [/["'_]/, Token.Error],
    [/\d+/, Token.Number],
    [/[A-Za-z]\w*/, Token.Name],
    [/[^\w#"']+/, Token.Text],
  ],
});

/** Configuration of no particular program. */
export const conf = defineLexer({ tag: 'conf', states });
