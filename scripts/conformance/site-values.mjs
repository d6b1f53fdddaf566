/** Generates front matter: keys that Jekyll knows with sane and odd values, and values of every form that YAML has. */

const SCALARS = [
  ...[
    '1',
    '-7',
    '0',
    '007',
    '0o17',
    '0x1F',
    '1_000',
    '12:30',
    '12:30:45',
    '+1',
    '1e3',
    '1.0',
    '-0.5',
    '.5',
    '1.',
    '.inf',
    '1,000',
  ],
  ...[
    'true',
    'false',
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'n',
    'null',
    '~',
    'Null',
    '',
    '=',
    ':sym',
    ':a b',
    '"quoted"',
    "'single'",
  ],
  ...[
    '2024-01-02',
    '2024-1-2',
    '2024-02-30',
    '2024-01-02 03:04:05',
    '2024-01-02T03:04:05Z',
    '2024-01-02 03:04:05 +0530',
  ],
  ...[
    'plain words here',
    'a # comment',
    'a#b',
    "it's",
    'Ünïcödé 日本',
    '"esc \\n \\u00e9 \\x41 \\t"',
    "'it''s'",
    '"# no"',
    'a b c',
  ],
  ...['a:b', 'http://example.org/a?b=c#d', '"{{ page.url }}"', '<b>&amp;</b>', '"\\"q\\""', '!!str 12', '!!int "3"'],
  ...['!bang', '-dash', '"a\\\n  b"', 'tail   ', 'one\n  two', 'one\n\n  two', 'x]', '1.2.3', '0.10'],
  ...[
    '99999999999999999999',
    '1.0e+20',
    '1e-7',
    '0b101',
    '-.5',
    '1__0',
    '08',
    '2024-13-01',
    '2001-12-14t21:59:43.10-05:00',
    '<<',
    '..',
  ],
];
const KEYS = [
  'v',
  'w',
  'x y',
  '"q k"',
  'Key',
  '1',
  'true',
  'null',
  '2024-01-02',
  'a.b',
  'ä',
  'size',
  'first',
  ':s',
  '1.5',
  'on',
];
const BLOCKS = ['|', '>', '|-', '>-', '|+', '>+', '|2'];
const TEXTS = [
  'one\n    two',
  'one\n\n    two\n',
  'one\n      more\n    back',
  '# no comment',
  '- no list',
  'ü "q" \\n',
  '  lead',
];

/** Invalid YAML. Used rarely, because it hides the rest of its file. */
const BROKEN = ['@at', '%percent', '`tick`', '? q', '{x', '- 1', 'a: b', '!ruby/sym x', '*.md', '"open'];

/** A YAML value to follow `key:`; `margin` is the indentation of its further lines. */
export function yamlValue(dice, depth = 0, margin = '  ') {
  const kind = depth > 2 ? 0 : dice.below(14);
  if (kind < 7) return ` ${dice.pick(dice.chance(0.01) ? BROKEN : SCALARS)}`;
  if (kind === 7) return ` ${flow(dice, depth)}`;
  if (kind === 8) return ` ${dice.pick(BLOCKS)}\n    ${dice.pick(TEXTS)}`;
  if (kind < 11) return sequence(dice, depth, dice.chance(0.3) ? margin.slice(2) : margin);
  if (kind < 13) return mapping(dice, depth, margin);
  return ` &a${dice.below(2)}${dice.pick([' text', '\n  k: v', ' [1, 2]'])}`;
}

function sequence(dice, depth, margin) {
  const items = dice.some(4, () => `\n${margin}-${yamlValue(dice, depth + 1, `${margin}  `)}`);
  return items.join('');
}

function mapping(dice, depth, margin) {
  return dice.some(3, () => `\n${margin}${dice.pick(KEYS)}:${yamlValue(dice, depth + 1, `${margin}  `)}`).join('');
}

function flow(dice, depth) {
  const item = () =>
    depth < 2 && dice.chance(0.2)
      ? flow(dice, depth + 1)
      : dice.pick(['a', '1', 'yes', '"x, y"', '2024-01-02', "''", '1.50', 'b c', '~']);
  const items = dice.some(3, item);
  return dice.chance(0.6) ? `[${items.join(', ')}]` : `{${items.map((text, at) => `k${at}: ${text}`).join(', ')}}`;
}

const DATES = [
  ...[
    '2024-01-02',
    '2024-01-02 03:04:05',
    '2024-01-02 23:59:59 -0500',
    '2024-06-30 12:00:00 +0900',
    '"2024-03-10 02:30"',
    '2024-02-29',
  ],
  ...[
    '2019-12-31 23:30:00 Z',
    '2024-05-05T05:05:05+02:00',
    '"May 4, 2024"',
    "'2024/7/8'",
    '2025-12-31',
    '2030-01-01',
    '1999-01-01 00:00:00.5',
  ],
];
const KNOWN = {
  title: ['Hello', '"A: B"', '', '12', '2024-01-02', '[a, b]', 'Ünï & <b>', 'true', "'It''s *so*'"],
  date: DATES,
  permalink: [
    '/fixed/',
    '/fixed.html',
    'no-slash',
    '/a b/ü/',
    '/:title/',
    '/:categories/:year/:slug.html',
    'pretty',
    '/x/index.html',
    '/dir/:basename:output_ext',
    '/a//b/../c',
  ],
  layout: ['default', 'base', 'none', 'null', 'missing', 'nested/deep', 'false', '""'],
  published: ['false', 'true', '"false"', 'no', '0'],
  categories: ['a b', '[a, b]', 'Ünï x', '[A B, c/d]', '', '1', '[1, ~, x]', '\n  - One\n  - two', 'null', '[a, a]'],
  category: ['solo', 'two words', '[x, y]', '', '3'],
  tags: ['t u', '[t, "u v"]', 't', '', '[2, T, t]', '\n- x\n- y'],
  tag: ['one', 'two words', '5'],
  slug: ['my-slug', 'My Slug', '"1"', 'ü', 'a/b', ''],
  excerpt: ['own words', '"*own*"', ''],
  excerpt_separator: ['<!--more-->', '"\\n"', '""', '"EXC"'],
  sitemap: ['false'],
  weight: ['1', '2', '10', '1.5', '-3'],
  ext: ['.txt'],
  render_with_liquid: ['false', 'true'],
};
const OFTEN = ['title', 'date', 'categories', 'tags', 'layout', 'permalink', 'weight', 'slug'];

/** The front matter of a file, with its fences. */
export function frontMatter(dice, { plain = false } = {}) {
  const lines = [];
  const keys = new Set(dice.some(4, () => dice.pick(dice.chance(0.7) ? OFTEN : Object.keys(KNOWN))));
  for (const key of keys) lines.push(`${key}: ${dice.pick(KNOWN[key])}`);
  if (!plain && dice.chance(0.45)) lines.push(`v:${yamlValue(dice)}`);
  if (!plain && dice.chance(0.2)) lines.push(`w:${yamlValue(dice)}`);
  if (dice.chance(0.05)) lines.push('base: &b {p: 1, q: two}', 'v2:\n  <<: *b\n  r: 3');
  const end = dice.pick(['\n---\n', '\n---\n', '\n---\n', '\n---  \n', '\n...\n', '\n---\n\n']);
  return `${dice.pick(['---\n', '---\n', '---\n', '---  \n'])}${lines.join('\n')}${lines.length === 0 ? end.slice(1) : end}`;
}

export const KNOWN_DATES = DATES;
