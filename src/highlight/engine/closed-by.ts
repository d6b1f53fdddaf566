import type { Lexing } from './lexing.ts';
import type { Token } from './token.ts';

type Run<Data> = (lexing: Lexing<Data>, match: RegExpExecArray) => void;

/**
 * An action for an opener: with everything through its end it becomes one token; where there is no end, the opener
 * alone becomes another. Text full of openers without an end would otherwise be searched from each of them.
 *
 * @example
 * [/\/\*+/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Operator)]
 */
export function closedBy<Data>(rest: RegExp, token: Token, otherwise: Token): Run<Data> {
  const sticky = new RegExp(rest.source, `${rest.flags.replace(/[gy]/g, '')}y`);
  return (lexing, match) => {
    const taken = lexing.take(sticky);
    if (taken === undefined) lexing.token(otherwise, match[0]);
    else lexing.token(token, match[0] + taken);
  };
}
