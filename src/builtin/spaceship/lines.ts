/** White space in Ruby's regular expressions. */
export const SPACES = ' \\t\\r\\n\\f\\v';

/** Where a line begins in Ruby: not after the last line break. */
const LINE_START = '(?:(?<![\\s\\S])|(?<=\\n)(?=[\\s\\S]))';

/** The first place in white space where a line begins: a pattern that takes all of it need not be tried at the other ones. */
export const FIRST_LINE_START = `(?:(?<![\\s\\S])|(?<=[^${SPACES}][ \\t\\r\\f\\v]*\\n)(?=[\\s\\S]))`;

/** Where a line ends. */
export const LINE_END = '(?=\\n|(?![\\s\\S]))';

const AROUND_LINES = new RegExp(`${LINE_START}[${SPACES}]+|(?<![${SPACES}])[${SPACES}]+${LINE_END}`, 'g');

/** Strips each line, as `gsub(/^\s+|\s+$/, '')` does: blank lines go. */
export function stripLines(text: string): string {
  return text.replace(AROUND_LINES, '');
}
