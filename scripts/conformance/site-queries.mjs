/** Generates templates that ask for documents in Jekyll's ways: filters over lists of a site, with sane and odd values. */

const LISTS = [
  ...['site.posts', 'site.posts', 'site.pages', 'site.documents', 'site.html_pages', 'site.static_files'],
  ...['site.things', 'site.notes', 'site.related_posts', 'site.collections', 'site.categories.a', 'site.tags.t'],
  ...['site.data.list', 'site.data.rows', 'page.tags', 'site.data', 'paginator.posts', 'nothing'],
];
const KEYS = [
  ...['title', 'date', 'weight', 'path', 'url', 'layout', 'tags', 'categories', 'v', 'w', 'slug', 'draft', 'missing'],
  ...[
    'v.k0',
    'v.a',
    'categories.first',
    'collection',
    'name',
    'id',
    'published',
    'excerpt',
    'next.title',
    'image',
    'ext',
    'label',
    'author',
  ],
];
const VALUES = [
  ...[
    '"a"',
    '"t"',
    '1',
    '2',
    '"1"',
    'true',
    'false',
    'nil',
    'empty',
    'blank',
    '""',
    'page.v',
    'page.weight',
    'page.title',
    'page.tags',
  ],
  ...['"default"', '"base"', '1.5', 'site.time', '"2024-01-02"', 'page.date', '"x"', '"docs"', 'page.path', '(1..3)'],
];
const OPERATORS = ['==', '!=', '>', '<', '>=', '<=', 'contains', 'contains', '=='];
const SORTABLE = ['path', 'url', 'title', 'date', 'weight', 'name', 'missing', 'slug', 'layout', 'v', 'relative_path'];

function condition(dice) {
  const one = () => `p.${dice.pick(KEYS)} ${dice.pick(OPERATORS)} ${dice.pick(VALUES).replaceAll('"', "'")}`;
  const kind = dice.below(8);
  if (kind < 5) return one();
  if (kind === 5) return `${one()} ${dice.pick(['and', 'or'])} ${one()}`;
  if (kind === 6) return `p.${dice.pick(KEYS)}`;
  return dice.pick([
    'forloop',
    'p',
    'p.url == page.url',
    'p.tags contains page.tags.first',
    'p.title.size > 3',
    'p.path | upcase',
  ]);
}

/** A filter that gives a list again. */
function listFilter(dice) {
  const kind = dice.below(16);
  if (kind < 3) return `where: "${dice.pick(KEYS)}", ${dice.pick(VALUES)}`;
  if (kind < 6) return `where_exp: "p", "${condition(dice)}"`;
  if (kind < 9) {
    const how = dice.chance(0.3) ? `, ${dice.pick(['"last"', '"first"'])}` : '';
    return `sort: "${dice.pick(SORTABLE)}"${how}`;
  }
  if (kind === 9) return dice.pick(['reverse', 'uniq', 'compact', 'compact: "v"', 'uniq: "title"']);
  if (kind === 10)
    return `concat: ${dice.pick(dice.chance(0.05) ? LISTS : ['site.posts', 'site.pages', 'site.static_files', 'site.collections'])}`;
  if (kind === 11) return dice.pick(['push: page.title', 'unshift: 1', 'pop', 'shift', 'pop: 2', 'shift: 1']);
  if (kind === 12) return `slice: ${dice.pick(['0, 2', '-1, 1', '1', '0'])}`;
  if (kind === 13) return `sort_natural: "${dice.pick(SORTABLE)}"`;
  if (kind === 14) return `map: "${dice.pick(KEYS)}"`;
  return 'where_exp: "p", "p.url"';
}

const SHOWN = [
  ...[
    'url',
    'path',
    'title',
    'weight',
    'date',
    'v',
    'w',
    'tags',
    'categories',
    'layout',
    'slug',
    'draft',
    'name',
    'relative_path',
    'id',
  ],
  ...[
    'excerpt',
    'content',
    'output',
    'next.url',
    'previous.title',
    'collection',
    'ext',
    'extname',
    'basename',
    'modified_time',
    'image',
    'author',
    'label',
  ],
];
const PRINTED = [
  ...[
    '',
    '',
    '',
    ' | inspect',
    ' | jsonify',
    ' | json',
    ' | date: "%F %T %z"',
    ' | size',
    ' | array_to_sentence_string',
    ' | join: "-"',
  ],
  ...[
    ' | date_to_xmlschema',
    ' | date_to_rfc822',
    ' | date_to_long_string: "ordinal"',
    ' | date_to_string: "ordinal", "US"',
    ' | slugify',
  ],
  ...[
    ' | strip_html',
    ' | markdownify',
    ' | smartify',
    ' | xml_escape',
    ' | cgi_escape',
    ' | uri_escape',
    ' | number_of_words',
    ' | default: "d"',
  ],
  ...[
    ' | absolute_url',
    ' | relative_url',
    ' | strip_index',
    ' | normalize_whitespace',
    ' | to_integer',
    ' | truncatewords: 2',
    ' | escape_once',
  ],
  ...[
    ' | slugify: "latin"',
    ' | slugify: "pretty"',
    ' | slugify: "raw"',
    ' | first',
    ' | last',
    ' | sort | join',
    ' | uniq | inspect',
    ' | type',
  ],
];
/** Filters that stop the build for what is no date or number. */
const TOUCHY = /date|to_integer|number_of|sentence|slugify|first|last|sort|uniq/;

function shown(dice, of) {
  const key = dice.pick(SHOWN);
  const filter = dice.pick(PRINTED);
  // The keys of an excerpt as JSON have an order of ours.
  if (key === 'excerpt' && /inspect|json|uniq/.test(filter)) return `{{ ${of}.excerpt | strip }}`;
  if (TOUCHY.test(filter) && dice.chance(0.8)) return `{{ ${of}.date | date_to_xmlschema }}`;
  return `{{ ${of}.${key}${filter} }}`;
}

function loop(dice, list) {
  const options = dice.pick(['', '', '', ' limit: 2', ' offset: 1', ' reversed', ' limit: 1 offset: 1']);
  return `{% for p in ${list}${options} %}${shown(dice, 'p')}${dice.chance(0.5) ? `|${shown(dice, 'p')}` : ''};{% endfor %}`;
}

function grouped(dice, list) {
  const filter = dice.chance(0.5)
    ? `group_by: "${dice.pick(KEYS)}"`
    : `group_by_exp: "p", "${dice.chance(0.3) ? condition(dice) : dice.pick(["p.date | date: '%Y'", 'p.title.size', 'p.tags | size', 'p.v | jsonify', "p.path | split: '/' | first", 'p.categories | first'])}"`;
  return `{% assign groups = ${list} | ${filter} %}{% for g in groups %}{{ g.name | inspect }} {{ g.size }} {% for p in g.items %}{{ p.url }} {% endfor %};{% endfor %}`;
}

const ALWAYS_THERE = /^site\.(?:posts|pages|documents|html_pages|static_files|collections|related_posts)$/;

/** One question about the lists of the site. */
export function query(dice) {
  const name = dice.pick(LISTS);
  // Most filters stop the build if there is no list.
  const list = ALWAYS_THERE.test(name) || dice.chance(0.05) ? name : `${name} | default: site.pages`;
  const kind = dice.below(10);
  if (kind === 0) return grouped(dice, list);
  if (kind === 1)
    return `{% assign one = ${list} | find${dice.chance(0.5) ? `: "${dice.pick(KEYS)}", ${dice.pick(VALUES)}` : `_exp: "p", "${condition(dice)}"`} %}${shown(dice, 'one')}${shown(dice, 'one')}`;
  if (kind === 2)
    return `${shown(dice, 'page')} ${shown(dice, 'page.next')} ${shown(dice, `${name}.first`)} ${shown(dice, `${name}.last`)}`;
  if (kind === 3)
    return `{{ ${list} | map: "${dice.pick(SHOWN)}" | ${dice.pick(['join: ","', 'inspect', 'size', 'uniq | join', 'array_to_sentence_string: "or"', 'compact | size'])} }}`;
  if (kind === 4) return loop(dice, name);
  const filters = [listFilter(dice), ...dice.some(2, () => listFilter(dice))];
  return `{% assign found = ${list} | ${filters.join(' | ')} %}{{ found | size }} ${loop(dice, 'found')}`;
}
