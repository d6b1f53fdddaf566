/** The first place at which two texts differ. Lines and columns count from 1. */
export interface FirstDifference {
  readonly line: number;
  readonly column: number;
  /** The whole line in the expected text; `null` if that has ended. */
  readonly expected: string | null;
  /** The whole line in the actual text; `null` if that has ended. */
  readonly actual: string | null;
}

/**
 * Finds the first place at which two different texts differ.
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

/** The length of the longest common prefix of two texts. */
export function commonLength(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  let at = 0;
  while (at < end && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** The line that begins at an offset; `null` if the text ends there. */
function lineFrom(text: string, start: number): string | null {
  if (start >= text.length) return null;
  const end = text.indexOf('\n', start);
  return end === -1 ? text.slice(start) : text.slice(start, end);
}
