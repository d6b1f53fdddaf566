import type { Perform } from './state-machine.ts';
import type { Token } from './token.ts';

/**
 * An action for the opening of something: everything up to its end becomes one token. If there is no end, the opening alone becomes a
 * token of another kind, and the end is not searched for again from each further opening.
 *
 * @param rest what follows the opening, including the end
 * @example
 * [/\/\*+/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Operator)]
 */
export function closedBy<Data>(rest: RegExp, token: Token, otherwise: Token): Perform<Data> {
  const sticky = new RegExp(rest.source, `${rest.flags.replace(/[gy]/g, '')}y`);
  return (lexing, match) => {
    const taken = lexing.take(sticky);
    if (taken === undefined) lexing.token(otherwise, match[0]);
    else lexing.token(token, match[0] + taken);
  };
}
