/** A pattern before it is compiled. */
export interface PatternText {
  readonly source: string;
  readonly flags: string;
}

const SPACES = ' \\t\\r\\n\\f\\v';

/** An escaped character, a class of characters with its brackets, or a sign that Ruby reads in another way. */
const PART = /\\.|\[(?:[^\]\\]|\\.)*\]|[.^$]/gs;

/** What a sign outside brackets becomes. Lines end at a line feed only: a carriage return is one more character. */
const OUTSIDE: ReadonlyMap<string, string> = new Map([
  ['^', '(?<![^\\n])'],
  ['$', '(?![^\\n])'],
  ['.', '[^\\n]'],
  ['\\s', `[${SPACES}]`],
  ['\\S', `[^${SPACES}]`],
]);

/**
 * Reads a pattern as Ruby would: `\s` is ASCII white space only, `.` stops at `\n` alone (unless the `s` flag is set), `^` and `$` are ends of lines.
 * A no-break space pasted into a code block is therefore no white space, as in the reference.
 *
 * @example
 * toRubyReading(/\s.*$/) // the source [ \t\r\n\f\v][^\n]*(?![^\n]) and the flag y
 */
export function toRubyReading(pattern: RegExp): PatternText {
  const source = pattern.source.replace(PART, (part) => {
    if (part.startsWith('[')) return part.replace(/\\./gs, (escaped) => (escaped === '\\s' ? SPACES : escaped));
    return part === '.' && pattern.dotAll ? part : (OUTSIDE.get(part) ?? part);
  });
  return { source, flags: `${pattern.flags.replace(/[gmy]/g, '')}y` };
}
