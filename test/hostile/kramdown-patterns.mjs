/** Inputs that make backtracking parsers hang: a name, and what makes a text of about a given length. */

const repeat = (unit) => (size) => unit.repeat(Math.ceil(size / unit.length));
const around = (before, unit, after) => (size) => before + repeat(unit)(size) + after;

const REPEATED = [
  '![a ', '*a **b ', '*a ', '**a ', '_a ', '__a ', '*a _b ', '*', '_', '***a ', '**a* ', '*a_b ', 'a*', 'a_', '*a\n\n', '- *a\n',
  '[a', '[a](', '[a](b ', '[a](b "', '[a](<b ', '[a][b', '[a] ', '[', '![', '[![', '[a]', ']', '[](', '[a](b) ', '[a]( "', '(',
  '`a', '` `` ', '`', '<a ', '<a b="', "<a b='", '<', '<!--', '<!-- ', '<![CDATA[', '<?', '<a>', '<b>', '</b>', '<b>a</b>', '<br>',
  '<div>', '</div>', '<div>\n', '<div>a</div>\n', '<p>\n', '<script>', '<pre>\n', '<a@', '<http:', '<http://a ',
  '{:', '{:a', '{:a\n', '{:a}', '{:a}\n', '{:a: b}\n', '{:a="', '{: a="b" ', '{::comment}', '{::comment} ', '{::comment}\n', '{::comment\n', '{::a}\n', '{:/}', '{:/}\n', '{:a \\}', '{:a \\}x\n',
  '$$', '$$a', '$$a ', '$$\n', '\\$$a', '&a', '&', '&#', '"', "'", '"a ', " '", '"\'', '~~a', '~~', '~~a ~~', '~~~\n', '~~~a\n', '~~~~ a\n', '```\n', '```a\n', '```a b\n', '~`~`', '~~~ ',
  '> ', '> a\n', '>a\n\n', '- ', '- a\n', '- a\n\n', '* ', '1. ', '1. a\n', '+\n', '- a\n  b\n', '  ', '    ', '    a\n', '\t', '\n', ' \n', 'a\n', 'a\n\n', 'a  \n', 'a\\\\\n', ' ', 'a ', '\f', '\u00a0',
  '|', 'a|b\n', '|a|b|\n', '|-', '|-\n', '|=\n', 'a|`b\n', 'a|<b>\n', 'a|<code>\n', '`|', 'a|\\', '- a|b\n', 'a|b\n# c\n',
  ': a\n', 'a\n: b\n', 'a\n\n: b\n\n', ':', '[a]: b\n', '[a]:', '[a]: <', '[a]: b "', "[a]: 'b '", '[^a]', '[^a] ', '[^a]: b\n', '[^', '*[a]: b\n', '*[a', '*[a]: ',
  '#', '# ', '# a\n', '#a\n', '# a {#b}\n', 'a {#', 'a\n=\n', 'a\n-\n', '=', '---', '- - ', '* * ', '* * *\n', '_ _ _\n', '\\', '\\\\', '\\*', '^', '^\n', '<<', '>>', ' >>', '--', '...', '. . ', 'é', '😀', '😀"', '\u3000', 'a\u0301',
  'HTML ', 'http://a.b ', '<details>\n', '<li>\n', '<td>', '<table>\n', '<a href="b">', '<img ', '<svg><a>', '<A:b ',
];

const SPECIAL = {
  'brackets in pairs': (size) => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'brackets in pairs, with definitions': (size) => `${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n\n[a]: b\n`,
  'parentheses in a link': (size) => `[a](${'('.repeat(size / 2)}${')'.repeat(size / 2)}`,
  'links in parentheses': around('', '[a](b(', ')'),
  'a quote at the end': around('', '*a [b](c ', '"'),
  'one closing star': around('', '*a ', 'b*'),
  'one closing brace': around('', '{:a\n', '}x'),
  'escaped braces': around('{:a="', '\\"', '}'),
  'attributes without end': around('{:a', ' b="c', '}'),
  'spaces at the end of a cell': around('a|', ' ', 'b'),
  'spaces in a title': around('[a]: b', ' ', '"c"x'),
  'quotes in a title': around('[a]: b ', '"', 'x'),
  'hashes and a letter': around('# a', '#', 'b'),
  'dashes and a letter': around('|', '-', 'x|'),
  'many headings of one name': around('', '# a\n\n', ''),
  'many footnotes': (size) => Array.from({ length: size / 25 }, (_, i) => `a[^${i}]\n\n[^${i}]: b\n`).join('\n'),
  'many abbreviations': (size) => `${Array.from({ length: size / 25 }, (_, i) => `*[ab${i}]: c`).join('\n')}\n\n${'ab1 '.repeat(size / 8)}\n`,
  'many link definitions': (size) => Array.from({ length: size / 25 }, (_, i) => `[a${i}]: b\n\n[a${i}]`).join('\n\n'),
  'many attribute lists': (size) => Array.from({ length: size / 20 }, (_, i) => `{:a${i}: .b}\na\n{:a${i}}\n`).join('\n'),
  'attribute lists in a circle': around('{:a: b}\n{:b: a}\n', 'x\n{:a}\n\n', ''),
  'attribute lists that double': () => `${Array.from({ length: 60 }, (_, i) => `{:a${i}: a${i + 1} b${i}}\n{:b${i}: a${i + 1}}`).join('\n')}\n\nx\n{:a0}\n`,
  'backticks of many lengths': (size) => Array.from({ length: Math.sqrt(2 * size) }, (_, i) => `a${'`'.repeat(i + 1)}`).join(''),
  'fences of many lengths': (size) => Array.from({ length: Math.sqrt(2 * size) }, (_, i) => `${'~'.repeat(i + 3)} a`).join('\n'),
  'closing fences that are too short': (size) => `${'~~~~~ a\n\n'.repeat(size / 20)}${'```\n'.repeat(size / 10)}`,
  'a table with code': around('', 'a `b|c` | d\n', ''),
  'rows of many cells': (size) => `${'|a'.repeat(size / 2)}|\n`,
  'a table of contents': (size) => `* a\n{:toc}\n\n${Array.from({ length: size / 20 }, (_, i) => `${'#'.repeat(1 + (i % 6))} h${i}`).join('\n\n')}\n`,
};

/** Every pattern: what it is called, and a function from a size in characters to a text. */
export const PATTERNS = new Map([
  ...REPEATED.map((unit) => [JSON.stringify(unit), repeat(unit)]),
  ...Object.entries(SPECIAL),
]);

const LEVELS = 10_000;

/** Nesting of ten thousand levels, for which there is a result or a clear error. */
export const NESTED = new Map([
  ['quotes', '> '.repeat(LEVELS)],
  ['quotes without spaces', '>'.repeat(LEVELS)],
  ['lists', '- '.repeat(LEVELS)],
  ['numbered lists', '1. '.repeat(LEVELS)],
  ['indented lists', Array.from({ length: 700 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['definitions', `a\n${': '.repeat(LEVELS)}`],
  ['HTML', '<div>'.repeat(LEVELS)],
  ['closed HTML', '<div>'.repeat(LEVELS) + '</div>'.repeat(LEVELS)],
  ['HTML with blocks', '<div markdown="1">\n'.repeat(LEVELS)],
  ['HTML in a line', `x${'<b>'.repeat(LEVELS)}`],
  ['closed HTML in a line', `x${'<b>'.repeat(LEVELS)}${'</b>'.repeat(LEVELS)}`],
  ['emphasis', `${'*a **b '.repeat(LEVELS)}${'** *'.repeat(LEVELS)}`],
  ['images', `${'![a'.repeat(LEVELS)}${'](b)'.repeat(LEVELS)}`],
  ['brackets', `${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}`],
  ['strike-through', `${'~~a '.repeat(LEVELS)}${' b~~'.repeat(LEVELS)}`],
  ['footnotes', Array.from({ length: LEVELS }, (_, i) => `[^${i}]: a[^${i + 1}]`).join('\n') + '\n\nx[^0]\n'],
]);
