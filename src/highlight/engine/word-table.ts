import type { Token } from './token.ts';

/** The words of a language, each with its kind of token. */
export type WordTable = ReadonlyMap<string, Token>;

/**
 * Makes a table of words from one string for each kind of token. A word that occurs twice has the later kind.
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

/** An action that looks the match up in a table. */
export interface ByWord {
  readonly words: WordTable;
  /** The kind of words that are not in the table. */
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
