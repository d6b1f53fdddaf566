/**
 * The regular expressions that Liquid's lax parser and its tags share, in JavaScript's notation.
 * Ruby's `\s` is ASCII's white space only, its `.` stops at a line feed only.
 */
const SPACE = '[ \\t\\r\\n\\f\\v]';
const QUOTED_STRING = `"[^"]*"|'[^']*'`;

/** A run of anything but spaces, commas, pipes and quotes; quoted strings count as one piece of it. */
const QUOTED_FRAGMENT = `(?:(?:${QUOTED_STRING})|(?:[^ \\t\\r\\n\\f\\v,|'"]|${QUOTED_STRING})+)`;

/** `key: value` pairs anywhere in a tag's markup. A key begins where a word begins, which keeps long words cheap. */
export function tagAttributes(): RegExp {
  return new RegExp(`(?<!\\w)(\\w+)${SPACE}*:${SPACE}*(${QUOTED_FRAGMENT})`, 'g');
}

/** Compiles a pattern in which `QF` stands for a quoted fragment and `\s` for Ruby's white space. */
export function markupPattern(pattern: string, flags = ''): RegExp {
  return new RegExp(pattern.replaceAll('QF', QUOTED_FRAGMENT).replaceAll('\\s', SPACE), `s${flags}`);
}
