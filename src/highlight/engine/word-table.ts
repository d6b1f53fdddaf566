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

/** What a match becomes by what it is: the kind a table gives, or another where the table says nothing. */
export interface ByWord {
  readonly words: WordTable;
  readonly otherwise: Token;
}

/**
 * An action for a rule that matches any word.
 *
 * @example
 * [/[a-z]+/, byWord(words, Token.Name)]
 */
export function byWord(words: WordTable, otherwise: Token): ByWord {
  return { words, otherwise };
}
