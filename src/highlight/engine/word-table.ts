import type { Lexing } from './lexing.ts';
import type { Token } from './token.ts';

/** Which kind of token each of a language's own words is. */
export type WordTable = ReadonlyMap<string, Token>;

/**
 * Makes a table of a language's words, written as one string of words for each kind of token; a later kind wins.
 *
 * @example
 * const words = wordTable([Token.Keyword, 'if else'], [Token.KeywordType, 'int char']);
 */
export function wordTable(...kinds: readonly (readonly [token: Token, words: string])[]): WordTable {
  return new Map(
    kinds.flatMap(([token, words]) =>
      words
        .trim()
        .split(/\s+/)
        .map((word) => [word, token] as const),
    ),
  );
}

/**
 * An action for a rule that matches any word: what the table says, or the given kind where it says nothing.
 *
 * @example
 * [/[a-z]+/, byWord(words, Token.Name)]
 */
export function byWord<Data>(
  words: WordTable,
  otherwise: Token,
): (lexing: Lexing<Data>, match: RegExpExecArray) => void {
  return (lexing, match) => lexing.token(words.get(match[0]) ?? otherwise, match[0]);
}
