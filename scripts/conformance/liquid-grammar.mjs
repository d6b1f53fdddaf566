// Generates templates from the grammar and from pieces of real ones, some with mistakes.

const TEXTS = [
  '',
  'a',
  'Hello World',
  ' x y ',
  'héllo',
  '日本',
  '😀b',
  'a,b,c',
  '1',
  '1.5',
  '-3',
  '12abc',
  '<p>"q" & \'s\'</p>',
];
const MORE_TEXTS = [
  'a\nb',
  '2024-01-05',
  'March 5 2020',
  'now',
  'size',
  'b',
  '%Y-%m-%d',
  '\\0',
  'a b  c',
  '&amp; é',
  'ǆ ß',
  '0',
  '_',
  '+',
];
const VALUES = [
  ...TEXTS,
  ...MORE_TEXTS,
  null,
  true,
  false,
  0,
  1,
  -7,
  42,
  2.5,
  -0.25,
  1e-7,
  9876,
  { __f: '1.0' },
  { __f: '-2.0' },
  { __f: '1.0e+20' },
  { __f: 'Infinity' },
  { __f: 'NaN' },
  { __f: '-1.0e-10' },
  { __i: '12345678901234567890' },
  { __t: '2024-01-05 13:14:15 +0200' },
  { __t: '2020-12-31 23:59:59 UTC' },
  { __d: '2024-02-29' },
  { __r: [1, 4] },
  [],
  {},
];
const NAMES = ['a', 'b', 'c', 'd', 'n', 's', 't', 'h', 'list', 'items', 'page', 'x-y', '_u', 'missing'];
/** Lists whose items are of several kinds: some filters look at the first one, others at all. */
const MIXED = [
  [{ name: 'b', v: 1 }, { name: 'a' }, {}],
  [{ name: 'b' }, 'name', 3, null],
  ['name', { name: 'x' }, 'v'],
  [1, { v: 2 }],
  [[{ v: 2 }], [{ v: 1 }, [{ v: null }]]],
  [null, null, 1],
  [true, false, true],
  ['b', 'B', 'a', 'A', null],
  [1, '1', { __f: '1.0' }, 1],
  [{ v: [1] }, { v: { k: 1 } }, { v: 'x' }],
  [{ __t: '2024-01-05 13:14:15 +0200' }, { __d: '2024-02-29' }],
  [[], {}, ''],
];
const KEYS = ['name', 'v', 'size', 'first', 'last', 'tags', 'k'];

export function makeValue(random, depth = 0) {
  const roll = random.below(depth > 2 ? 6 : 10);
  if (roll < 6) return random.pick(VALUES);
  const count = random.below(5);
  if (roll < 8) return Array.from({ length: count }, () => makeValue(random, depth + 1));
  return Object.fromEntries(Array.from({ length: count }, () => [random.pick(KEYS), makeValue(random, depth + 1)]));
}

/** Hashes of the same kind, as in front matter and data files. */
function makeItems(random) {
  return Array.from({ length: random.below(6) }, () => ({
    name: random.pick(TEXTS),
    v: random.pick([1, 2, 3, { __f: '2.0' }, 2.5, '10', null]),
    tags: random.pick([['x'], ['x', 'y'], 'z', null]),
  }));
}

export function makeData(random) {
  const data = {};
  for (const name of NAMES) if (name !== 'missing' && random.chance(0.9)) data[name] = makeValue(random);
  if (random.chance(0.7)) data.items = makeItems(random);
  if (random.chance(0.5)) data.page = { title: random.pick(TEXTS), items: makeItems(random), n: random.pick(VALUES) };
  if (random.chance(0.25)) data[random.pick(['list', 'items', 'a', 'h'])] = random.pick(MIXED);
  if (random.chance(0.5)) data.list = Array.from({ length: random.below(5) }, () => random.below(9));
  return data;
}

const FILTERS = {
  abs: 0,
  append: 1,
  at_least: 1,
  at_most: 1,
  capitalize: 0,
  ceil: 0,
  compact: 0,
  concat: 1,
  date: 1,
  default: 1,
  divided_by: 1,
  downcase: 0,
  escape: 0,
  escape_once: 0,
  first: 0,
  floor: 0,
  join: 1,
  last: 0,
  lstrip: 0,
  map: 1,
  minus: 1,
  modulo: 1,
  newline_to_br: 0,
  plus: 1,
  prepend: 1,
  remove: 1,
  remove_first: 1,
  replace: 2,
  replace_first: 2,
  reverse: 0,
  round: 1,
  rstrip: 0,
  size: 0,
  slice: 2,
  sort: 1,
  sort_natural: 1,
  split: 1,
  strip: 0,
  strip_html: 0,
  strip_newlines: 0,
  times: 1,
  truncate: 2,
  truncatewords: 2,
  uniq: 0,
  upcase: 0,
  url_decode: 0,
  url_encode: 0,
  where: 2,
  nosuch: 1,
  h: 0,
};
const FILTER_NAMES = Object.keys(FILTERS);

const JEKYLL_FILTERS = {
  absolute_url: 0,
  array_to_sentence_string: 1,
  cgi_escape: 0,
  date_to_long_string: 2,
  date_to_rfc822: 0,
  date_to_string: 2,
  date_to_xmlschema: 0,
  find: 2,
  find_exp: 2,
  group_by: 1,
  group_by_exp: 2,
  inspect: 0,
  jsonify: 0,
  normalize_whitespace: 0,
  number_of_words: 1,
  pop: 1,
  push: 1,
  relative_url: 0,
  shift: 1,
  slugify: 1,
  sort: 2,
  strip_index: 0,
  to_integer: 0,
  unshift: 1,
  uri_escape: 0,
  where: 2,
  where_exp: 2,
  xml_escape: 0,
};

/** Adds Jekyll's filters to those that templates are generated with. */
export function addJekyllFilters() {
  Object.assign(FILTERS, JEKYLL_FILTERS);
  FILTER_NAMES.push(...Object.keys(JEKYLL_FILTERS), ...Object.keys(JEKYLL_FILTERS));
}

const MODES = [
  '"raw"',
  '"default"',
  '"pretty"',
  '"ascii"',
  '"latin"',
  '"none"',
  '"cjk"',
  '"auto"',
  '"ordinal"',
  '"US"',
  '"last"',
  '"first"',
];

function makeItemExpression(random) {
  const operand = () =>
    random.pick(['item.name', 'item.v', 'item', 'item.tags', '1', '"a"', '2.5', 'n', 'nil', 'item.size']);
  const one = () => (random.chance(0.3) ? operand() : `${operand()} ${random.pick(OPERATORS)} ${operand()}`);
  return `'${random.chance(0.2) ? `${one()} and ${one()}` : random.chance(0.1) ? `${operand()} | upcase` : one()}'`;
}

function makeJekyllArguments(random, name, args) {
  if (args.length === 0) return;
  if (name.endsWith('_exp')) args.splice(0, 2, '"item"', makeItemExpression(random));
  else if (['where', 'find', 'group_by', 'sort'].includes(name))
    args[0] = random.pick(['"name"', '"v"', '"tags"', '"tags.x"', 'nil']);
  else if (name === 'slugify' || name.startsWith('date_to') || name === 'number_of_words') args[0] = random.pick(MODES);
  if (['sort', 'date_to_string', 'date_to_long_string'].includes(name) && args.length > 1) args[1] = random.pick(MODES);
  if (['pop', 'shift'].includes(name)) args[0] = random.pick(['1', '2', '0', 'n', '9']);
}
const FORMATS = ['"%Y-%m-%d"', '"%b %-d, %Y %H:%M:%S %z"', '"%A %e %B"', '"%s"', "''", 's'];

function makeQuoted(random) {
  const text = random.pick(random.chance(0.6) ? TEXTS : MORE_TEXTS);
  return text.includes('"') || (random.chance(0.5) && !text.includes("'"))
    ? `'${text.replaceAll("'", '')}'`
    : `"${text}"`;
}

function makeLookup(random) {
  let text = random.chance(0.03)
    ? random.pick([
        '[s]',
        '["a"]',
        "['h']['name']",
        '[a][b]',
        '[ "n" ]',
        'a?',
        'a-b',
        'h.first?',
        'empty.size',
        'nil.x',
      ])
    : random.pick(NAMES);
  while (random.chance(0.35)) {
    const roll = random.below(5);
    if (roll < 3) text += `.${random.pick(KEYS)}`;
    else if (roll === 3)
      text += `[${random.pick(['0', '1', '-1', '"name"', "'v'", 's', 'n', 'b.k', '1.0', '"size"', 'nil', 'list[0]', '(1..2)', ' "v" ', ''])}]`;
    else text += `.${random.pick(['title', 'items', 'n', 'size'])}`;
  }
  return text;
}

const LOOP_KEYS = ['index', 'index0', 'rindex', 'rindex0', 'first', 'last', 'length', 'name'];
const TABLEROW_KEYS = [
  'index',
  'index0',
  'rindex',
  'rindex0',
  'first',
  'last',
  'length',
  'col',
  'col0',
  'col_first',
  'col_last',
];

export function makeExpression(random) {
  const roll = random.below(20);
  if (roll < 9) return makeLookup(random);
  if (roll < 12) return makeQuoted(random);
  if (roll < 15)
    return random.pick(
      random.chance(0.8)
        ? ['0', '1', '2', '-3', '7', '1.0', '2.5', '-0.5', '100', '12345678901234567890', '1.2.3', '0.1']
        : ['007', '1_000', '1e3', '-0', '+1', '.5', '1.', '--1', '0x1F', '١', '1.0.0', '-1.50', '9007199254740993'],
    );
  if (roll < 16) return random.pick(['nil', 'null', 'true', 'false', 'blank', 'empty']);
  if (roll < 17)
    return `(${random.pick(['1', '0', '-2', 'n', 's', '"2"'])}..${random.pick(['3', '5', 'n', 'list.size', '1', '2.5'])})`;
  if (roll < 18)
    return random.pick([
      ...['item', 'item.name', 'item[1].v', 'forloop', 'tablerowloop', 'forloop.parentloop.index0'],
      ...['forloop.parentloop.parentloop.name', 'forloop.nosuch', 'tablerowloop.nosuch'],
      ...LOOP_KEYS.map((key) => `forloop.${key}`),
      ...TABLEROW_KEYS.map((key) => `tablerowloop.${key}`),
    ]);
  return makeLookup(random);
}

function makeFilter(random) {
  const name = random.pick(FILTER_NAMES);
  let count = FILTERS[name];
  if (count > 0 && random.chance(0.25)) count--;
  if (random.chance(0.03)) count++;
  const args = Array.from({ length: count }, () => (name === 'date' ? random.pick(FORMATS) : makeExpression(random)));
  if (['map', 'sort', 'where', 'uniq', 'compact'].includes(name) && args.length > 0)
    args[0] = random.pick(['"name"', '"v"', '"tags"', 's']);
  if (JEKYLL_FILTERS[name] !== undefined && FILTERS.jsonify !== undefined) makeJekyllArguments(random, name, args);
  if (random.chance(0.02)) args.push(`key: ${makeExpression(random)}`);
  return args.length === 0
    ? name
    : `${name}:${random.chance(0.8) ? ' ' : ''}${args.join(random.chance(0.9) ? ', ' : ',')}`;
}

export function makeFiltered(random) {
  let text = makeExpression(random);
  while (random.chance(0.5)) text += ` | ${makeFilter(random)}`;
  return text;
}

const OPERATORS = ['==', '!=', '<>', '<', '>', '<=', '>=', 'contains', 'contains'];

function makeCondition(random) {
  const one = () =>
    random.chance(0.4)
      ? makeExpression(random)
      : `${makeExpression(random)} ${random.pick(OPERATORS)} ${makeExpression(random)}`;
  let text = one();
  while (random.chance(0.25)) text += ` ${random.pick(['and', 'or'])} ${one()}`;
  return text;
}

const MISTAKES = [
  '|',
  ':',
  ',',
  '=',
  '(',
  ')',
  '"',
  "'",
  '[',
  ']',
  '.',
  '..',
  '-',
  '?',
  ' ',
  '&',
  '!',
  'and',
  'or',
  'contains',
  '%',
  '}',
  'é',
  '\n',
];

/** Adds something to markup, or removes something from it. */
export function spoil(random, text) {
  if (!random.chance(0.07) || text.length === 0) return text;
  const characters = [...text];
  const at = random.below(characters.length + 1);
  if (random.chance(0.4)) characters.splice(at, 1 + random.below(3));
  else characters.splice(at, 0, random.pick(MISTAKES));
  return characters.join('');
}

const PLAIN = ['x', ' ', '\n', '  \n\t', 'text <b>b</b>\n', '{', '}', '%}', 'é ', '-', '{ {', '\v', ','];

export function makeTemplate(random, snippets) {
  const state = { depth: 0 };
  return Array.from({ length: 1 + random.below(4) }, () => makePiece(random, state, snippets)).join('');
}

function makeBody(random, state, snippets) {
  if (state.depth > 3) return random.pick(PLAIN);
  const inner = { depth: state.depth + 1 };
  return Array.from({ length: random.below(4) }, () => makePiece(random, inner, snippets)).join('');
}

function makePiece(random, state, snippets) {
  const roll = random.below(100);
  if (roll < 22) return random.pick(PLAIN);
  if (roll < 55) return output(random, makeFiltered(random));
  if (roll < 62 && snippets.length > 0) return random.pick(snippets);
  return makeTag(random, state, snippets);
}

function output(random, markup) {
  return `{{${random.chance(0.1) ? '-' : ''} ${spoil(random, markup)} ${random.chance(0.1) ? '-' : ''}}}`;
}

function tag(random, name, markup = '') {
  return `{%${random.chance(0.1) ? '-' : ''} ${name} ${spoil(random, markup)} ${random.chance(0.1) ? '-' : ''}%}`;
}

/** Tags that have no end, no beginning or a place of their own. Most stop the template. */
const BROKEN = [
  ...[
    '{% nosuch %}',
    '{% else %}',
    '{% endif %}',
    '{{ a }',
    '{{',
    '{%',
    '{{}}',
    '{%%}',
    '{% if a %}',
    '{% for i in a %}',
  ],
  ...[
    '{% when 1 %}',
    '{% elsif a %}',
    '{% end %}',
    '{% endfor %}',
    '{% capture x %}',
    '{% comment %}',
    '{% raw %}',
    '{% case a %}',
  ],
  ...[
    '{% tablerow i in a %}',
    '{% unless a %}',
    '{% ifchanged %}',
    '{% break %}',
    '{% continue %}',
    '{% a b',
    '{{ a | }}',
    '{{ | }}',
  ],
  ...[
    '{% if %}{% endif %}',
    '{% case %}{% endcase %}',
    '{% for %}{% endfor %}',
    '{% assign %}',
    '{% assign a %}',
    '{% cycle %}',
  ],
  ...[
    '{% capture %}{% endcapture %}',
    '{% increment %}',
    '{% raw x %}{% endraw %}',
    '{% comment x %}{% endcomment x %}',
  ],
  ...[
    '{%if a%}1{%endif%}',
    '{%-if a-%} 1 {%-endif-%}',
    '{%\nif a\n%}1{%\nendif\n%}',
    '{% if a %}1{% endif x %}',
    '{% IF a %}{% ENDIF %}',
  ],
];

/** Rarer forms of the tags, with what belongs into them at a place where it need not be. */
const ODD = [
  (random, body) =>
    `{% case ${makeExpression(random)} %}${random.pick(['x', ' ', '\n', '{{ a }}'])}{% when ${makeExpression(random)} %}${body()}{% else ${random.pick(['', 'x', ' '])}%}b{% when 1 %}c{% else %}d{% endcase %}`,
  (random, body) => `{% if ${makeExpression(random)} %}${body()}{% else %}b{% elsif true %}c{% else %}d{% endif %}`,
  (random, body) =>
    `{% unless ${makeExpression(random)} %}${body()}{% elsif ${makeExpression(random)} %}b{% else %}c{% endunless %}`,
  (random, body) =>
    `{% for i in (1..3) %}${body()}{% for j in items %}{% if j %}{% ${random.pick(['break', 'continue'])} %}{% endif %}${body()}{% endfor %}{{ forloop.index }}{% endfor %}`,
  (random) =>
    `{% for i in ${random.pick(['list', 'items', '(1..5)', 'h'])} limit: 2 %}{{ i }}{% endfor %}{% for i in ${random.pick(['list', 'items', '(1..5)', 'h'])} offset: continue limit: ${random.pick(['2', '-1', 'n', '1.5'])} %}{{ i }}{{ forloop.length }}{% endfor %}`,
  (random) =>
    `{% for i in list ${random.pick(['reversed limit: 2', 'limit: 2 reversed', 'offset: -1', 'limit: 0', 'limit:2 offset:1', 'limit 2', 'reversed: true', 'nosuch: 1', 'limit: "2"', 'limit: nil', 'offset: s', ',limit: 1'])} %}{{ i }}{% else %}none{% endfor %}`,
  (random) =>
    `{% tablerow i in ${random.pick(['list', 'items', '(1..5)', 'h', 's', 'nil'])} ${random.pick(['cols: 2', 'cols: 0', 'cols: -1', 'cols: nil', 'cols: "2"', 'limit: 2 cols: 2', 'range: 1', 'cols:2 offset:1', 'cols: 1.5'])} %}{{ i }}{{ tablerowloop.${random.pick(TABLEROW_KEYS)} }}{% endtablerow %}`,
  (random) =>
    `{% for i in (1..4) %}{% cycle ${random.pick(['"a", "b"', 'a, b, c', 'i: "x", "y"', '"g": 1, 2, 3', 'nil, 1', 'a', '"a" "b"', 'a.b, "c"', '1, 1, 2'])} %}{% endfor %}`,
  (random) =>
    `{% for i in list %}{% ifchanged %}{{ ${random.pick(['i', 'i | modulo: 2', 'nil', 'forloop.first'])} }}{% endifchanged %}{% endfor %}`,
  (random) =>
    `{% assign ${random.pick(['x', 'x-y', 'x.y', '"x"', 'x[0]', '_x', 'x?', 'forloop', '1x', 'empty', 'a'])} = ${makeFiltered(random)} %}{{ x }}{{ forloop.x }}{{ a }}`,
  (random, body) =>
    `{% capture ${random.pick(['x', '"x"', "'x'", 'x y', 'x-y', 'x.y'])} %}${body()}{% endcapture %}{{ x | size }}{{ x-y }}`,
  (random) =>
    `{% ${random.pick(['increment', 'decrement'])} ${random.pick(['z', 'q', 'a.b', '"q"', 'q r', ''])} %}{{ q }}{{ a }}`,
  (random) =>
    `{% if a ${random.pick(['=', '===', '=>', 'is', 'contain', '! =', '&&', 'and', 'or and', ', b', '==', '(b)'])} ${makeExpression(random)} %}1{% else %}2{% endif %}`,
  (random) =>
    `{% if ${makeExpression(random)} and ${makeExpression(random)} or ${makeExpression(random)} and ${makeExpression(random)} %}1{% else %}2{% endif %}`,
  (random) =>
    `{{ ${random.pick(['list', 'items', 'a', 'h', 's', 'd'])} | ${random.pick(['slice', 'map', 'sort', 'sort_natural', 'uniq', 'compact', 'where', 'join', 'concat', 'first', 'last', 'sum'])}: ${random.pick(['"v"', '"name"', '1', '-2, 2', '0, 9', '9', '"v", 1', '"v", nil', '"name", "b"', 'items', 'nil', '"size"', '"to_liquid"', '"v.k"', '0'])} | ${random.pick(['join: ","', 'size', 'first', 'last', 'map: "v" | join'])} }}`,
  (random) =>
    `{{ ${random.pick(['a', 'b', 'n', '"1e400"', '"-1e400"', '"1e3"', '" 12"', '"1_0"', '"0x10"', '"."', '"-"', '"1.5.5"', '".5"', '"5."'])} | ${random.pick(['round', 'round: 2', 'round: -1', 'ceil', 'floor', 'abs', 'plus: 1', 'minus: "0.1"', 'times: 1.5', 'divided_by: 0', 'divided_by: 0.0', 'divided_by: "3"', 'modulo: 0', 'modulo: -3', 'at_least: 2', 'at_most: "3"', 'at_least: a'])} }}`,
];

function makeTag(random, state, snippets) {
  const body = () => makeBody(random, state, snippets);
  const makers = [
    () => tag(random, 'assign', `${random.pick(NAMES)} = ${makeFiltered(random)}`),
    () => tag(random, 'capture', random.pick(NAMES)) + body() + tag(random, 'endcapture'),
    () => makeIf(random, body),
    () => makeIf(random, body),
    () => makeFor(random, body),
    () => makeFor(random, body),
    () => makeCase(random, body),
    () => tag(random, 'cycle', makeCycle(random)),
    () => tag(random, random.pick(['increment', 'decrement']), random.pick(['z', 'y'])),
    () => tag(random, 'comment') + body() + tag(random, 'endcomment'),
    () => `${tag(random, 'raw')}${random.pick(['{{ a }}', '{% if %}', 'x', '', ' '])}{% endraw %}`,
    () => tag(random, 'ifchanged') + body() + tag(random, 'endifchanged'),
    () => makeTablerow(random, body),
    () => (state.depth > 0 ? tag(random, random.pick(['break', 'continue'])) : ''),
    () => (random.chance(0.12) ? random.pick(BROKEN) : ''),
    () => (random.chance(0.3) ? random.pick(ODD)(random, body) : ''),
  ];
  return random.pick(makers)();
}

function makeIf(random, body) {
  const name = random.pick(['if', 'if', 'unless']);
  let text = tag(random, name, makeCondition(random)) + body();
  while (random.chance(0.2)) text += tag(random, 'elsif', makeCondition(random)) + body();
  if (random.chance(0.4)) text += tag(random, 'else') + body();
  return text + tag(random, `end${name}`);
}

function makeFor(random, body) {
  let markup = `${random.pick(['item', 'i', 'a'])} in ${random.pick(['items', 'list', 'h', '(1..4)', 'page.items', makeExpression(random)])}`;
  if (random.chance(0.15)) markup += ' reversed';
  if (random.chance(0.25)) markup += ` limit:${random.pick(['2', ' n', '1', 's'])}`;
  if (random.chance(0.25)) markup += ` offset:${random.pick(['1', 'continue', ' n', '2'])}`;
  let text = tag(random, 'for', markup) + body();
  if (random.chance(0.6))
    text += output(random, random.pick(['item', 'i', 'forloop.index', 'item.name', 'forloop.rindex0', 'item[0]']));
  if (random.chance(0.2)) text += tag(random, 'else') + body();
  return text + tag(random, 'endfor');
}

function makeCase(random, body) {
  let text = `${tag(random, 'case', makeExpression(random))}\n`;
  while (random.chance(0.6)) {
    let values = makeExpression(random);
    while (random.chance(0.3)) values += random.pick([', ', ' or ', ',']) + makeExpression(random);
    text += tag(random, 'when', values) + body();
  }
  if (random.chance(0.5)) text += tag(random, 'else') + body();
  return text + tag(random, 'endcase');
}

function makeCycle(random) {
  const items = Array.from({ length: 1 + random.below(3) }, () => makeExpression(random)).join(', ');
  return random.chance(0.3) ? `${random.pick(['"g"', 'a', 'name'])}: ${items}` : items;
}

function makeTablerow(random, body) {
  let markup = `item in ${random.pick(['items', 'list', '(1..5)', makeExpression(random)])}`;
  if (random.chance(0.6)) markup += ` cols:${random.pick(['2', '3', 'n'])}`;
  if (random.chance(0.3)) markup += ` limit:${random.pick(['2', '4'])}`;
  if (random.chance(0.2)) markup += ` offset:${random.pick(['1', '2'])}`;
  return tag(random, 'tablerow', markup) + body() + tag(random, 'endtablerow');
}
