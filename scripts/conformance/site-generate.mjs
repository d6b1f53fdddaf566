/** Generates small sites for comparison with Jekyll. The same seed generates the same sites. */
import { choicesFrom } from './random.mjs';
import { addExtras } from './site-extras.mjs';
import { addRarities } from './site-rarities.mjs';
import { frontMatter, yamlValue } from './site-values.mjs';

const PERMALINKS = [
  ...[
    'date',
    'pretty',
    'none',
    'ordinal',
    'weekdate',
    '/:title/',
    '/:categories/:title',
    '/:year/:month/:day/:slug.html',
    '/:y_day/:short_year/:i_month/:i_day/:title',
  ],
  ...[
    '/blog/:title:output_ext',
    '/:categories/:year/:hour:minute:second/:title/',
    ':title',
    '/:path/',
    '/:collection/:name',
    '/:long_month-:short_month/:long_day/:title',
  ],
  ...[
    '/:week/:w_day/:short_day/:w_year/:title.html',
    '/:slugified_categories/:title/',
    '/a b/:title',
    '/é/:title/',
    '//x//:title//',
  ],
];
const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
];
const SCOPES = ['""', 'docs', '_posts', 'docs/*', '"**/*.md"', 'about.md', '/docs', '_things', 'a b', '.', 'sub/'];
const TYPES = ['posts', 'pages', 'drafts', 'things', 'notes', '""', 'post', 'page'];

const LINES = [
  ['permalink', PERMALINKS, 0.5],
  ['timezone', ZONES, 0.4],
  ['baseurl', ['/base', '""', 'base', '/a b', '/'], 0.3],
  ['url', ['https://example.org', 'http://é.org', '""'], 0.3],
  ['future', ['true', 'false'], 0.3],
  ['unpublished', ['true'], 0.15],
  ['show_drafts', ['true'], 0.4],
  ['limit_posts', ['1', '2', '0'], 0.1],
  ['excerpt_separator', ['"<!--more-->"', '"\\n"', '""', '"EXC"'], 0.2],
  ['markdown_ext', ['"md,mark"', 'txt', '"markdown,MD"'], 0.1],
  ['collections_dir', ['gathered', '""'], 0.1],
  ['include', ['[.hidden.md]', '["_under.md"]', '[.well, "*.bak~"]', '[_dir]'], 0.2],
  ['include', ['.hidden.md'], 0.01],
  ['exclude', ['[docs]', '["docs/*"]', '["*.txt", about.md]', '["**/b*"]', '[/about.md]', '["docs/"]', '[]'], 0.2],
  ['keep_files', ['[kept]'], 0.05],
  ['strict_front_matter', ['true'], 0.05],
  ['layouts_dir', ['_frames'], 0.04],
  ['includes_dir', ['_parts'], 0.04],
  ['data_dir', ['_facts'], 0.04],
  ['titles', ['[a, b]'], 0.02],
];

function collections(dice) {
  if (dice.chance(0.4)) return [];
  if (dice.chance(0.15)) return ['collections: [things, notes]'];
  const names = dice.pick([
    ['things'],
    ['things', 'notes'],
    ['notes', 'things', 'my stuff'],
    ['posts', 'things'],
    ['drafts', 'notes'],
  ]);
  const lines = ['collections:'];
  for (const name of names) {
    const own = [];
    if (dice.chance(0.75)) own.push(`output: ${dice.pick(['true', 'true', 'false', '"yes"'])}`);
    if (dice.chance(0.4)) own.push(`permalink: ${dice.pick(PERMALINKS)}`);
    if (dice.chance(0.25)) own.push(`sort_by: ${dice.pick(['weight', 'title', 'date', 'path', 'nothing'])}`);
    if (dice.chance(0.15)) own.push(`order: [${dice.pick(['b.md, a.md', 'a.md', 'deep/c.md, a.md', 'zz.md'])}]`);
    if (dice.chance(0.2)) own.push('extra: words');
    lines.push(own.length === 0 ? `  ${name}:` : `  ${name}:\n    ${own.join('\n    ')}`);
  }
  return lines;
}

function defaults(dice) {
  if (dice.chance(0.5)) return [];
  const lines = ['defaults:'];
  for (let left = 1 + dice.below(3); left > 0; left--) {
    const scope = [`path: ${dice.pick(SCOPES)}`, ...(dice.chance(0.6) ? [`type: ${dice.pick(TYPES)}`] : [])];
    const values = [
      `layout: ${dice.pick(['base', 'default', 'none'])}`,
      `permalink: ${dice.pick(PERMALINKS)}`,
      `categories: ${dice.pick(['x', '[x, y]', '""'])}`,
      `tags: ${dice.pick(['d', '[d, e]'])}`,
      `v: ${dice.pick(['default', '[1, 2]', '{a: 1}'])}`,
      `published: ${dice.pick(['true', 'false'])}`,
      `title: ${dice.pick(['By default', ''])}`,
      `date: ${dice.pick(['"2020-01-01"', '2020-01-01 10:00:00 +0200'])}`,
    ];
    const chosen = values.filter(() => dice.chance(0.3));
    if (chosen.length === 0) chosen.push('v: default');
    lines.push(`  - scope:\n      ${scope.join('\n      ')}\n    values:\n      ${chosen.join('\n      ')}`);
  }
  return lines;
}

function config(dice) {
  const lines = ['time: 2026-01-02 03:04:05 +0000'];
  for (const [key, values, share] of LINES) if (dice.chance(share)) lines.push(`${key}: ${dice.pick(values)}`);
  lines.push(...collections(dice), ...defaults(dice));
  if (dice.chance(0.25)) lines.push(`own:${yamlValue(dice)}`);
  return `${lines.join('\n')}\n`;
}

const SHOW = `{{ page.url }}|{{ page.path }}|{{ page.dir }}|{{ page.name }}|{{ page.id }}|{{ page.slug }}|{{ page.ext }}|{{ page.collection }}
{{ page.date }}|{{ page.date | date_to_xmlschema }}|{{ page.title | inspect }}|{{ page.draft }}|{{ page.layout | inspect }}
{{ page.categories | jsonify }}|{{ page.tags | jsonify }}|{{ page.category | inspect }}|{{ page.tag | inspect }}
{{ page.v | jsonify }}|{{ page.v | inspect }}|{{ page.v }}|{{ page.w | jsonify }}|{{ page.w }}|{{ page.v2 | jsonify }}
{{ page.next.url }}|{{ page.previous.url }}|{{ page.excerpt }}|{{ page.relative_path }}|{{ page.weight | inspect }}
`;
const SITE = `{% for p in site.posts %}{{ p.url }} {{ p.date | date: "%FT%T%z" }} {{ p.path }} {{ p.categories | join: "," }} {{ p.excerpt | strip_html | strip }}
{% endfor %}{% assign pages = site.pages | sort: "path" %}{% for p in pages %}{{ p.url }} {{ p.path }} {{ p.title }}
{% endfor %}{% for c in site.collections %}{{ c.label }} {{ c.output }} {{ c.relative_directory }} {{ c.permalink }} {{ c.docs | map: "url" | jsonify }} {{ c.files | map: "path" | jsonify }}
{% endfor %}{% assign files = site.static_files | sort: "path" %}{% for f in files %}{{ f.path }} {{ f.url }} {{ f.name }} {{ f.basename }} {{ f.extname }} {{ f.collection }}
{% endfor %}{{ site.data | jsonify }}|{{ site.data.list }}|{{ site.own | jsonify }}|{{ site.own }}|{{ site.time }}
{% for c in site.categories %}{{ c[0] }}={{ c[1] | map: "url" | join: " " }};{% endfor %}{% for t in site.tags %}{{ t[0] }}={{ t[1] | map: "url" | join: " " }};{% endfor %}
{% assign groups = site.posts | group_by: "v" %}{{ groups | map: "name" | jsonify }}{{ site.things | map: "id" | jsonify }}{{ site.notes | map: "title" | jsonify }}
{{ "/x y" | relative_url }} {{ "ü" | absolute_url }} {{ site.related_posts | map: "id" | join }}
`;
const BODIES = [
  'Some *text*.\n\nMore text.\n',
  'First\n<!--more-->\nSecond\n',
  '# Title {{ page.title }}\n\nEXC rest\n',
  '{% include part.html x=page.title y="2" %}\n',
  '{{ page.v }} and {{ site.time | date: "%Y" }}\n',
  '* a\n* b\n\n{% if page.tags %}tags{% endif %}\n',
  '{% for p in site.posts limit: 1 %}{{ p.title }}{% endfor %}\n',
  '[x][1]\n\n[1]: /there\n',
  '',
  '\n\nlate\n',
  'a\r\n\r\nb\r\n',
  '{% raw %}{{ x }}{% endraw %}\n\n{% comment %}c{% endcomment %}\n',
  '{% link all.txt %}\n',
  '{{ page.title | slugify }} {{ page.date | date_to_string }}\n',
  // Texts that themes put together piece by piece: whether Ruby has them in US-ASCII shows in quotes, dashes and dots.
  '"Quoted", it\'s -- and ...\n',
  '{% capture t %}{% endcapture %}{% for p in site.posts %}{% capture t %}{{ t }}\n- "{{ p.title }}" ...{% endcapture %}{% endfor %}{{ t | markdownify }}\n',
  '{% assign s = "" %}{% for t in page.tags %}{% assign s = s | append: "\'" | append: t | append: "\' -- " %}{% endfor %}{{ s }}{{ s | markdownify }}{{ s | smartify }}\n',
  '{% capture c %}{% include part.html x="it\'s" %}{% endcapture %}{{ c | strip | split: " " | join: "..." | markdownify }}\n',
  '{% assign found = site.pages | where_exp: "p", "p.title contains \'a\'" | sort: "title" %}{{ found | map: "path" | join: "--" | markdownify }}\n',
  '{% assign years = site.posts | group_by_exp: "p", "p.date | date: \'%Y\'" %}{% for y in years %}{{ y.name }}: {{ y.size }}\n{% endfor %}',
  '{{ page.excerpt | strip_html | truncatewords: 3 }} {{ page.content | number_of_words }} {{ content | size }}\n',
  '```ruby\nputs "x"\n```\n\n{% highlight js %}\nlet a = \'b\';\n{% endhighlight %}\n',
  '| a | b |\n|---|:-:|\n| "c" | {{ page.title }} |\n\nText[^1]\n\n[^1]: it\'s a note -- {{ page.slug }}\n',
];
/** Bodies that stop the build if what they name does not exist. Used rarely, because a build that stops shows little. */
const RISKY = [
  '{% link about.md %}\n',
  '{% post_url 2024-01-02-hello %}\n',
  '{% include_relative piece.md %}\n',
  '{{ page.v | date: "%Y" }}\n',
];

const POST_NAMES = [
  ...[
    '2024-01-02-hello.md',
    '2024-1-2-short.md',
    '2024-02-29-leap day.md',
    '2023-12-31-Ünï.markdown',
    '2024-01-02-a.b.md',
    '2024-01-02-hello.html',
  ],
  ...[
    '2019-07-04-UPPER.MD',
    '2024-03-10-dst.md',
    '2024-03-31-dst.md',
    '24-05-06-two-digits.md',
    'no-date.md',
    '2030-01-01-future.md',
    '2024-01-02-.md',
    '2024-01-02-a--b.md',
    "2024-01-02-it's.md",
    '2024-01-02-100%.md',
    '2024-01-02-x.txt',
    '2024-01-02-same.md',
    '2024-01-03-same.md',
    '_2024-01-02-under.md',
    '2024-06-07-img.png',
  ],
];
const BAD_POST_NAMES = ['2024-13-01-bad-month.md', '2024-02-30-no-such-day.md'];
const POST_FOLDERS = [
  '_posts/',
  '_posts/',
  '_posts/',
  '_posts/sub/',
  'docs/_posts/',
  'Docs B/x/_posts/',
  '_posts/two words/',
  '_drafts/',
  '_posts/.dot/',
  '_posts/_under/',
];
const PAGE_NAMES = [
  ...[
    'index.html',
    'about.md',
    'a b.md',
    'ü.html',
    'x.y.html',
    '.hidden.md',
    '_under.md',
    '#hash.md',
    'back~',
    'no-extension',
    'feed.xml',
    'data.json',
    'notes.txt',
  ],
  ...[
    'docs/index.md',
    'docs/page.markdown',
    'docs/deep/er/index.html',
    'a+b.md',
    'p%20q.md',
    'UPPER.HTML',
    'docs/a b/c d.md',
    'é/ö.md',
    '404.md',
    'index.md',
    'style.css',
    'main.js',
    'x;y.md',
    'what?.md',
    'q&a.md',
    '[br].md',
    '.well/known.md',
    '_dir/in.md',
    'dot..md',
    'b.mark',
    'piece.md',
    'sub/about.md',
  ],
];
const STATIC_NAMES = [
  'img/a.png',
  'robots.txt',
  'docs/b c.pdf',
  'docs/ü.txt',
  '.htaccess',
  'a.tar.gz',
  '_x/y.txt',
  'docs/none',
  'copy.bak~',
  'sub/#x.txt',
];
const DOC_NAMES = [
  'a.md',
  'b.md',
  'deep/c.md',
  'deep/index.md',
  '2024-01-02-dated.md',
  'with space.html',
  'ü.md',
  'plain.txt',
  'pic.png',
  'x.y.z.md',
  '_under.md',
  'A.md',
  'data.json',
  '.dot.md',
  '2024-01-02-dated/e.md',
];
const DATA = [
  ['list.yml', (dice) => `- a\n- ${dice.pick(['b', '1', '2024-01-02', 'yes'])}\n- {k: v}\n`],
  ['own.yaml', (dice) => `v:${yamlValue(dice)}\n`],
  ['tree/leaf.yml', (dice) => `leaf:${yamlValue(dice)}\n`],
  ['tree.yml', () => 'root: 1\n'],
  ['a b.json', () => '{"x": [1, 2.50, null, true, "ü"], "y": {"z": 1e3}}'],
  ['rows.csv', () => 'id,name\n1,"a, b"\n2,\n'],
  ['tabs.tsv', () => 'id\tname\n1\tx\n'],
  ['dot.ted.yml', () => 'k: v\n'],
  ['empty.yml', () => ''],
  ['Ünï-x.yml', () => 'u: 1\n'],
];

/** A file that Jekyll reads: front matter (mostly) and a body. */
function written(dice, options) {
  const front = dice.chance(0.93) ? frontMatter(dice, options) : '';
  const text = `${front}${dice.some(2, () => dice.pick(dice.chance(0.02) ? RISKY : BODIES)).join('\n')}${dice.chance(0.4) ? SHOW : ''}`;
  if (dice.chance(0.03)) return `\ufeff${text}`;
  return dice.chance(0.04) ? text.replaceAll(/\r?\n/g, '\r\n') : text;
}

function add(files, dice, most, path, content) {
  for (let left = dice.below(most + 1); left > 0; left--) files.set(path(), content());
}

/** Removes what cannot exist on a disk: a file at the path of another file's folder. */
function possible(files) {
  const folders = new Set();
  for (const path of files.keys()) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) folders.add(parts.slice(0, depth).join('/'));
  }
  for (const path of [...files.keys()]) if (folders.has(path)) files.delete(path);
  return files;
}

/** The files of a generated site: path → text. */
export function makeSite(seed) {
  const dice = choicesFrom(seed);
  const files = new Map();
  const settings = config(dice);
  const gathered = /^collections_dir: gathered/m.test(settings) ? 'gathered/' : '';
  add(
    files,
    dice,
    6,
    () =>
      `${gathered !== '' && dice.chance(0.7) ? gathered : ''}${dice.pick(POST_FOLDERS)}${dice.pick(dice.chance(0.01) ? BAD_POST_NAMES : POST_NAMES)}`,
    () => written(dice),
  );
  add(
    files,
    dice,
    2,
    () => `${gathered}_drafts/${dice.pick(['idea.md', '2024-05-05-dated.md', 'sub/x.md', 'Ünï.md'])}`,
    () => written(dice),
  );
  add(
    files,
    dice,
    5,
    () => dice.pick(PAGE_NAMES),
    () => written(dice),
  );
  add(
    files,
    dice,
    3,
    () => dice.pick(STATIC_NAMES),
    () => 'static\n',
  );
  for (const name of ['_things', '_notes', '_my stuff']) {
    if (settings.includes(name.slice(1)))
      add(
        files,
        dice,
        4,
        () => `${gathered}${name}/${dice.pick(DOC_NAMES)}`,
        () => written(dice),
      );
  }
  const facts = settings.includes('data_dir') ? '_facts' : '_data';
  for (const [name, make] of DATA) if (dice.chance(0.15)) files.set(`${facts}/${name}`, make(dice));
  const frames = settings.includes('layouts_dir') ? '_frames' : '_layouts';
  files.set(`${frames}/base.html`, `<base>{{ content }}</base>\n${SHOW}`);
  files.set(
    `${frames}/default.html`,
    `---\nlayout: base\nlv: ${dice.pick(['1', 'x'])}\n---\n<d>{{ content }}{{ layout.lv }}</d>\n`,
  );
  files.set(`${frames}/nested/deep.md`, '---\n---\n{{ content }} deep {{ page.url }}\n');
  files.set(
    `${settings.includes('includes_dir') ? '_parts' : '_includes'}/part.html`,
    'part {{ include.x }} {{ include.y | plus: 1 }}\n',
  );
  files.set('all.txt', `---\n---\n${SITE}`);
  files.set('_config.yml', settings);
  addExtras(dice, files);
  if (dice.chance(0.5)) addRarities(dice, files);
  return possible(files);
}
