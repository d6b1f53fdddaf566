/** A position in a text; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * The line and column of an index in a text.
 *
 * @example
 * placeAt('one\ntwo', 5) // { line: 2, column: 2 }
 */
export function placeAt(text: string, index: number): TextPlace {
  const above = text.slice(0, index).split('\n');
  return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
}
