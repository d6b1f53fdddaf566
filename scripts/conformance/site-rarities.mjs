/**
 * What hardly any site has: settings and front matter of the wrong kind, templates of URLs with unusual names, layouts in circles, defaults
 * that say nothing, data as documents, tags with mistakes. Jekyll's code has a branch for each; it is added to a finished site.
 */

/** A value of every kind that YAML has. */
const VALUES = [
  ...['~', 'true', 'false', '0', '1', '-1', '1.5', '.inf', '""', '" "', 'x', '"a b"', '"a, b"', ':sym', "'1'"],
  ...['[]', '[x]', '[a b, c]', '[1, ~]', '[[x], y]', '[{a: b}]', '{}', '{a: b}', '{path: x}', '{x: {y: [z]}}'],
  ...[
    '2024-01-02',
    '2024-01-02 03:04:05 +0100',
    '"{{ page.url }}"',
    '/',
    '"/x/"',
    'ü',
    '"<b>"',
    '"\\n"',
    '"*"',
    '"../x"',
  ],
];
const SETTINGS = [
  ...['layouts_dir', 'includes_dir', 'data_dir', 'plugins_dir', 'cache_dir', 'keep_files', 'markdown_ext', 'whitelist'],
  ...['strict_front_matter', 'show_drafts', 'limit_posts', 'future', 'unpublished', 'highlighter', 'excerpt_separator'],
  ...['baseurl', 'url', 'permalink', 'timezone', 'defaults', 'liquid', 'kramdown', 'collections', 'include', 'exclude'],
  ...[
    'title',
    'ignore_theme_config',
    'safe',
    'page_excerpts',
    'data',
    'posts',
    'pages',
    'tags',
    'static_files',
    'documents',
  ],
  ...[
    'related_posts',
    'config',
    'markdown',
    'paginate',
    'paginate_path',
    'quiet',
    'static',
    'gems',
    'relative_permalinks',
  ],
];
const KEYS = [
  ...['title', 'date', 'permalink', 'layout', 'categories', 'category', 'tags', 'tag', 'published', 'slug', 'excerpt'],
  ...['excerpt_separator', 'ext', 'draft', 'id', 'url', 'path', 'name', 'dir', 'content', 'output', 'next', 'previous'],
  ...['collection', 'relative_path', 'render_with_liquid', 'regenerate', 'output_ext', 'data', 'size', 'first', 'to_s'],
];
const TEMPLATES = [
  ...['/:title_/:slug/', '/:year_:month', '/:categories_/:title', '/:collection_:name_:output_ext', '/:nosuch/:title'],
  ...['/:title:title/', ':year', '/:title.:year', '/x/:', '/::title/', '/:Title/:title', '/:title2/', '/a/../:title/'],
  ...[
    '/:path:output_ext',
    '/:basename/',
    '/:categories/:categories/:slug',
    '/./:title',
    '/:title/?q=#:year',
    '//:title',
    '/%:title%20/',
  ],
];
const DEFAULTS = [
  ...[
    '- scope: {path: "", type: draft}\n    values: {v: of drafts}',
    '- scope: {type: posts}\n    values: {v: no path}',
  ],
  ...[
    '- values: {v: no scope}',
    '- scope: {path: docs}',
    '- scope: {path: 5}\n    values: {v: five}',
    '- {}',
    '- x',
    '- ~',
  ],
  ...[
    '- scope: {path: ~}\n    values: {v: nil path}',
    '- scope: {path: ""}\n    values: [v]',
    '- scope: ""\n    values: {v: text}',
  ],
  ...[
    '- scope: {path: gathered/_posts}\n    values: {v: gathered}',
    '- scope: {path: _posts/sub}\n    values: {v: sub, tags: ~}',
  ],
  ...[
    '- scope: {path: "_posts/**/*.md", type: posts}\n    values: {v: glob}',
    '- scope: {path: "*", type: ""}\n    values: {v: star}',
  ],
  ...[
    '- scope: {path: "", type: [posts]}\n    values: {v: list}',
    '- scope: {path: "", type: pages}\n    values: {layout: circle, v: {deep: 1}}',
  ],
  ...[
    '- scope: {path: "docs/../docs"}\n    values: {v: dots}',
    '- scope: {path: "./docs"}\n    values: {v: dot}',
    '- scope: {path: "docs/page"}\n    values: {v: part}',
  ],
];
const COLLECTIONS = [
  ...['things', '5', '[things, [notes]]', '[~]', '{things: ~, notes: x}', '{things: true}', '{things: {output: 1}}'],
  ...[
    '{things: {output: true, permalink: "/:nosuch/"}}',
    '{_things: {output: true}}',
    '{a.b: {output: true}}',
    '{posts: {output: false}}',
  ],
  ...[
    '{posts: {permalink: /p/:title/, output: true}, things: {output: true, permalink: ""}}',
    '{things: {output: true, sort_by: 5}}',
  ],
  ...[
    '{things: {output: true, order: a.md}}',
    '{things: {output: true, order: [b.md, [a.md]]}}',
    '{things: {output: true, relative_directory: x}}',
  ],
  ...[
    '{drafts: {output: true}}',
    '{data: {output: true}}',
    '{pages: {output: true}, static_files: {output: true}}',
    '{"my stuff": {output: true}}',
  ],
];
const DIRECTORIES = [
  '_things/',
  '_notes/',
  '_posts/',
  '_drafts/',
  '',
  'docs/',
  '_includes/',
  '_layouts/',
  '_data/',
  'docs/_posts/',
  'docs/_drafts/',
];
const FILES = [
  ['facts.yml', '---\na: 1\ntitle: Facts\nb: [x, {c: d}]\n'],
  ['facts.yaml', '---\n- a\n- b\n'],
  ['2024-01-02-facts.yml', '---\ntitle: From data\n---\n'],
  ['plain.yml', 'a: 1\n'],
  ['empty.md', ''],
  ['only.md', '---\n---'],
  ['open.md', '---\ntitle: never closed\n'],
  ['blank.md', '---\n\n---\n\n\n'],
  ['dots.md', '...\ntitle: x\n...\nbody\n'],
  ['crlf.md', '---\r\ntitle: crlf\r\n---\r\n*body*\r\n'],
  ['spaces.md', '---  \ntitle: spaces\n---\t\nbody {{ page.title }}\n'],
  ['bom.html', '\ufeff---\ntitle: bom\n---\nbody {{ page.title }}\n'],
  ['list.md', '---\n- a\n- b\n---\nbody\n'],
  ['text.md', '---\njust text\n---\nbody\n'],
  ['twice.md', '---\na: 1\n---\nb\n---\nc: 2\n---\n'],
  ['upper.MD', '---\n---\n*upper*\n'],
  ['no-ext', '---\n---\n*none* {{ page.ext | inspect }}\n'],
  ['two.html.md', '---\n---\n*two*\n'],
  ['.htaccess', '---\n---\n{{ site.url }}\n'],
  ['2024-02-30-nowhere.md', '---\ndate: 2024-03-01\n---\nx\n'],
  ['2024-01-02-a.md.md', '---\n---\n{{ page.slug }} {{ page.id }} {{ page.title }}\n'],
  ['2024-01-02-.hidden.md', '---\n---\nhidden\n'],
  ['2024-1-2-01.html', '---\n---\n{{ page.slug }} {{ page.id }} {{ page.title }}\n'],
  ['12024-01-02-far.md', '---\n---\n{{ page.slug }} {{ page.date }}\n'],
];
const LAYOUTS = [
  ['circle', '---\nlayout: circle\n---\n<c>{{ content }}</c>\n'],
  ['ping', '---\nlayout: pong\nv: ping\n---\n<ping>{{ content }}{{ layout.v }}</ping>\n'],
  ['pong', '---\nlayout: ping\nv: pong\n---\n<pong>{{ content }}{{ layout.v }}</pong>\n'],
  ['lost', '---\nlayout: nowhere\n---\n<lost>{{ content }}</lost>\n'],
  ['odd', '---\nlayout: [base]\n---\n<odd>{{ content }}</odd>\n'],
  ['none', '<the none>{{ content }}</the none>\n'],
  ['bad', '---\na: [\n---\n<bad>{{ content }}</bad>\n'],
  ['silent', '---\n---\n'],
];
const PIECES = [
  ...[
    '{% post_url 2024-01-02-hello %}',
    '{% post_url /2024-01-02-hello %}',
    '{% post_url sub/2024-01-02-hello %}',
    '{% post_url hello %}',
  ],
  ...[
    '{% post_url 2024-01-02-a.b %}',
    '{% post_url  2024-01-02-hello  %}',
    '{% assign p = "2024-01-02-hello" %}{% post_url {{ p }} %}',
  ],
  ...[
    '{% link index.html %}',
    '{% link /about.md %}',
    '{% link  ./about.md %}',
    '{% link _posts/2024-01-02-hello.md %}',
    '{% link _things/a.md %}',
  ],
  ...['{% link img/a.png %}', '{% link {{ page.path }} %}', '{% link docs/ %}', '{% link %}', '{% link "about.md" %}'],
  ...[
    '{% include part.html x=page y=site %}',
    '{% include part.html x = "a"  y=\'b\' %}',
    '{% include part.html x %}',
    '{% include part.html x= %}',
  ],
  ...[
    '{% include part.html x="a" y=1.5 z=page.tags[0] %}',
    '{% include {{ nothing }} %}',
    '{% include {{ "part" | append: ".html" }} %}',
  ],
  ...[
    '{% include part.html x="\\"" y="\\\\" %}',
    '{% include ../x.html %}',
    '{% include sub/../part.html %}',
    '{% include %}',
    '{% include part %}',
  ],
  ...[
    '{% include part.html, x="a" %}',
    '{% include "part.html" %}',
    '{% include part.html\n%}',
    '{% include part.html x="{{ page.title }}" %}',
  ],
  ...[
    '{% include_relative part.html %}',
    '{% include_relative ./piece.md %}',
    '{% include_relative {{ page.path }} %}',
  ],
  ...[
    '{% highlight %}x{% endhighlight %}',
    '{% highlight ruby, js %}x{% endhighlight %}',
    '{% highlight c++ linenos=1 %}x{% endhighlight %}',
  ],
  ...[
    '{% highlight ruby hl_lines="1 2" linenos %}\na\nb\n{% endhighlight %}',
    '{% highlight ruby mark_lines="a" %}\na\n{% endhighlight %}',
  ],
  ...[
    '{% highlight ruby foo="a b" bar %}\n\na\n{% endhighlight %}',
    '{% highlight {{ page.v }} %}x{% endhighlight %}',
    '{% highlight Ruby %}X{% endhighlight %}',
  ],
  ...[
    '{{ page.excerpt.title }}|{{ page.excerpt.url }}|{{ page.excerpt.output }}|{{ page.excerpt.next.url }}|{{ page.excerpt.excerpt }}',
  ],
  ...[
    '{{ site.posts.first.next.url }}|{{ site.posts.last.previous.title }}|{{ site.posts[0].excerpt }}|{{ site.posts.first.content }}',
  ],
  ...[
    '{{ site.collections.first.label }}|{{ site.collections | map: "directory" | size }}|{{ site.things.first.output }}|{{ site.posts.size }}',
  ],
  ...[
    '{{ page["title"] }}|{{ page.nosuch.deep }}|{{ page[page.v] }}|{{ site[page.layout] }}|{{ site["posts"].first.title }}|{{ layout["v"] }}',
  ],
  ...[
    '{% assign page = "x" %}{{ page }}{{ page.url }}',
    '{% assign content = "c" %}{{ content }}',
    '{% capture site %}s{% endcapture %}{{ site }}',
  ],
  ...[
    '{% for x in page %}{{ x }};{% endfor %}',
    '{% for x in site.data %}{{ x[0] }};{% endfor %}',
    '{% for x in page.title %}{{ x }}{% endfor %}',
  ],
  ...[
    '{% if page == site.posts.first %}a{% endif %}{% if site.posts contains page %}b{% endif %}{% if page.next > page %}c{% endif %}',
  ],
  ...[
    '{{ site.posts.first < site.posts.last }}{% if site.posts.first < site.posts.last %}less{% else %}more{% endif %}',
  ],
  ...[
    '{{ site.static_files.first.modified_time | date: "%Y" }}|{{ site.static_files | map: "collection" | join }}|{{ site.static_files.first.defaults }}',
  ],
  ...[
    '{{ site.html_pages | size }}|{{ site.html_files | map: "path" | sort | join }}|{{ site.documents | size }}|{{ site.source | size | at_most: 1 }}',
  ],
  ...[
    '{{ paginator }}|{{ paginator.page }}|{{ seo_tag }}|{{ theme }}|{{ theme.root }}|{{ jekyll.nosuch }}|{{ jekyll | jsonify }}',
  ],
  ...[
    '{{ page.date | date_to_string: "ordinal" }}|{{ "2024-01-11" | date_to_long_string: "ordinal", "US" }}|{{ "2024-01-22" | date_to_string: "ordinal" }}',
  ],
  ...[
    '{{ page | where: "a", "b" | inspect }}|{{ site.data | where: "a", 1 | size }}|{{ site.posts | where: "next.title", nil | size }}',
  ],
  ...[
    '{{ "a/b/index.html" | strip_index }}|{{ nil | relative_url }}|{{ 5 | absolute_url }}|{{ page | relative_url }}|{{ page.next | absolute_url }}',
  ],
  ...[
    '{{ page.content | markdownify | strip_html | size }}|{{ "日本 語" | number_of_words: "cjk" }}|{{ "a 日本" | number_of_words: "auto" }}|{{ "a" | number_of_words: "x" }}',
  ],
  ...[
    '{{ site.tags | inspect }}|{{ site.categories | size }}|{% for c in site.categories %}{{ c | size }}{{ c[0] | inspect }}{% endfor %}',
  ],
];

/** Takes a key and what is below it out of a YAML mapping. */
function withoutKey(text, key) {
  return text.replace(new RegExp(`^${key}:.*\\n(?:[ -].*\\n|\\n)*`, 'gm'), '');
}

function setKey(text, key, value) {
  const rest = withoutKey(text, key);
  return `${rest}${rest === '' || rest.endsWith('\n') ? '' : '\n'}${key}: ${value}\n`;
}

/** Settings of a kind that makes one of the programs do something else on purpose. */
function isMeant(key, value) {
  if (key === 'timezone') return /^(?:~|""|true|false|\d|x)$/.test(value);
  return !(/_dir$/.test(key) && /^(?:\/|"\/x\/"|"\.\.\/x"|"\*"|" ")$/.test(value));
}

function addSetting(dice, config) {
  const kind = dice.below(10);
  if (kind === 0) return setKey(config, 'permalink', `"${dice.pick(TEMPLATES)}"`);
  if (kind === 1) return setKey(config, 'collections', dice.pick(COLLECTIONS));
  if (kind < 4)
    return setKey(
      config,
      'defaults',
      `\n  ${[dice.pick(DEFAULTS), ...dice.some(2, () => dice.pick(DEFAULTS))].join('\n  ')}`,
    );
  const [key, value] = [dice.pick(SETTINGS), dice.pick(VALUES)];
  return isMeant(key, value) ? setKey(config, key, value) : config;
}

const FRONT = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m;

function changePage(dice, files, alter) {
  const paths = [...files.keys()].filter(
    (path) => !/^_config|^_destination|^_data/.test(path) && files.get(path).startsWith('---'),
  );
  if (paths.length === 0) return;
  const path = dice.pick(paths);
  files.set(path, alter(files.get(path)));
}

function addKey(dice, text) {
  const key = dice.pick(KEYS);
  const value = key === 'permalink' && dice.chance(0.5) ? `"${dice.pick(TEMPLATES)}"` : dice.pick(VALUES);
  return text.replace(FRONT, (whole, front) => whole.replace(front, () => setKey(front, key, value)));
}

/** Adds a few rarities to the files of a site, to few of them more than three. */
export function addRarities(dice, files) {
  const config = files.get('_config.yml');
  if (dice.chance(0.5)) files.set('_config.yml', addSetting(dice, config));
  if (dice.chance(0.4)) changePage(dice, files, (text) => addKey(dice, text));
  for (let left = dice.below(3); left > 0; left--) {
    const [name, text] = dice.pick(FILES);
    files.set(`${dice.pick(DIRECTORIES)}${name}`, text);
  }
  if (dice.chance(0.25)) {
    const [name, text] = dice.pick(LAYOUTS);
    files.set(`_layouts/${name}.html`, text);
    if (name === 'ping' || name === 'pong')
      for (const [other, source] of LAYOUTS.slice(1, 3)) files.set(`_layouts/${other}.html`, source);
    changePage(dice, files, (page) =>
      page.replace(FRONT, (whole, front) => whole.replace(front, () => setKey(front, 'layout', name))),
    );
  }
  if (dice.chance(0.5)) changePage(dice, files, (text) => `${text}\n${dice.pick(PIECES)}\n`);
}
