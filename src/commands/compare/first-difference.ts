/** The place where two texts part: lines and columns count from 1. */
export interface FirstDifference {
  readonly line: number;
  readonly column: number;
  /** The whole line of the other site; `null` after the end of its file. */
  readonly expected: string | null;
  /** The whole line of the new build; `null` after the end of its file. */
  readonly actual: string | null;
}

/**
 * Finds where two different texts part.
 *
 * @example
 * firstDifference('one\ntwo', 'one\nten') // { line: 2, column: 2, expected: 'two', actual: 'ten' }
 */
export function firstDifference(expected: string, actual: string): FirstDifference {
  const at = commonLength(expected, actual);
  const start = expected.lastIndexOf('\n', at - 1) + 1;
  return {
    line: expected.slice(0, start).split('\n').length,
    column: at - start + 1,
    expected: lineFrom(expected, start),
    actual: lineFrom(actual, start),
  };
}

/** How many characters two texts begin with alike. */
export function commonLength(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  let at = 0;
  while (at < end && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** The line that begins at a place; a text that ends there has none. */
function lineFrom(text: string, start: number): string | null {
  if (start >= text.length) return null;
  const end = text.indexOf('\n', start);
  return end === -1 ? text.slice(start) : text.slice(start, end);
}
