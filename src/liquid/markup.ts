/**
 * The regular expressions shared by Liquid's lax parser and its tags, in JavaScript's notation.
 * Ruby's `\s` matches only ASCII white space, and its `.` everything but a line feed.
 */
const SPACE = '[ \\t\\r\\n\\f\\v]';
const QUOTED_STRING = `"[^"]*"|'[^']*'`;

/** A run of anything but spaces, commas, pipes and quotes, in which quoted strings may occur. */
const QUOTED_FRAGMENT = `(?:(?:${QUOTED_STRING})|(?:[^ \\t\\r\\n\\f\\v,|'"]|${QUOTED_STRING})+)`;

/**
 * `key: value` pairs anywhere in a tag's markup. Keys may only start at the start of a word, so long words stay cheap.
 */
export function tagAttributes(): RegExp {
  return new RegExp(`(?<!\\w)(\\w+)${SPACE}*:${SPACE}*(${QUOTED_FRAGMENT})`, 'g');
}

/** Compiles a pattern in which `QF` stands for Ruby's QuotedFragment and `\s` for Ruby's white space. */
export function markupPattern(pattern: string, flags = ''): RegExp {
  return new RegExp(pattern.replaceAll('QF', QUOTED_FRAGMENT).replaceAll('\\s', SPACE), `s${flags}`);
}
