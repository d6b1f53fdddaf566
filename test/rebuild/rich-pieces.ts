import {
  LANGUAGES,
  MORE_FILES,
  MORE_MAKERS,
  MORE_OPTIONS,
  MORE_PIECES,
  MORE_PLUGINS,
  MORE_TAGS_AND_FILTERS,
} from './more-pieces.ts';
import type { Chance, Files } from './random-site.ts';

/** What plugins and rarely used doors of Jekyll read: pieces of templates, files and settings for sites that use all of them. */

/** Pieces that need the files and the plugins below. */
export const RICH_PIECES: readonly string[] = [
  ...MORE_PIECES,
  '{% post_url 2024-05-05-needed %}',
  '{% link _notes/needed.md %} {% link about.md %}',
  '{% include theirs.html %}',
  '{% seo %}',
  '{% feed_meta %}',
  '{{ page.last_modified_at }}',
  '{{ content | toc_only | strip_newlines }}',
  '{% for f in site.static_files %}{{ f.path }}{{ f.modified_time | date: "%s" }} {% endfor %}',
  '{% for f in site.secret %}{{ f.title }}{{ f.path }}{% endfor %}{{ site.secret | size }}',
  '{{ site.data.more.deep.oak }} {{ site.data.table | map: "name" | join: "," }}',
  "{% assign groups = site.posts | group_by: 'layout' %}{% for g in groups %}{{ g.name }}{{ g.size }}{% endfor %}",
  '{% for p in site.posts %}{{ p.previous.title }}<{{ p.next.title }};{% endfor %}',
  "{{ site.pages | where_exp: 'p', 'p.layout == \"base\"' | map: 'url' | join: ' ' }}",
  '{{ site.categories.oak.first.title }}{{ site.tags | size }}',
  '{{ page.excerpt | strip_html }}',
  "{{ page.collection }}{{ page.path }}{{ page.id }}{{ 'a' | relative_url }}",
  "{% assign sorted = site.notes | sort: 'title' %}{% for n in sorted %}{{ n.title }}{{ n.excerpt }}{% endfor %}",
  '{{ site.data | jsonify | size }}',
  '{{ site.posts.last.content | markdownify | size }}',
  '{{ site.redirects }}{{ page.redirect_from }}',
  '{% tabs wood %}{% tab wood one %}{{ page.title }}{% endtab %}{% tab wood two %}{{ site.data.nav.first }}{% endtab %}{% endtabs %}',
  '{% figure caption:"{{ page.title }}" label:oak %}{{ site.data.nav.first }}{% endfigure %}{% figref oak %}',
  "{{ 'rel.txt' | bust_file_cache }}{{ 'main.css' | bust_css_cache }}",
  '{{ site.posts.first.content | reading_time }}{{ page.excerpt | count_words }}',
  "{{ page.path | regex_replace: '[a-m]+', '<\\0>' }}",
  '{% youtube page.url %}',
  '{% social_links %}',
  '{% imagesize pic.svg %}{{ page.image }}{% for p in site.posts %}{{ p.image }}{% endfor %}',
  '{{ site | tag_cloud }}{% for p in site.posts %}{{ p | tags }}{% endfor %}',
  '{{ site.data.found | jsonify }}',
  '{% for m in site.menus %}{{ m.identifier }}:{% for i in m %}{{ i.title }}{{ i.url }}{{ i.children | size }} {% endfor %}{% endfor %}',
  '<a href="https://example.org/{{ page.title }}">{{ page.title }}</a>',
  '{{ site.env.TZ }}{% pdf "/oak.pdf" %}',
  "{{ '2024-02-03' | timeago }}{{ page.date | timeago: '2030-01-01' }}{% timeago 2020-01-01 2021-02-03 %}",
  '{% katexmm %}$x$ {{ page.title }}{% endkatexmm %}',
  '{% for p in site.related_posts %}{{ p.title }}{{ p.url }} {% endfor %}',
  '{{ site.github.repository_nwo }}{{ site.github.url }}{{ page.title }}',
];

/** Pieces that work only in the text of a page, because they read files next to it. */
export const RELATIVE_PIECES: readonly string[] = [
  '{% include_relative rel.txt %}',
  '[one](/about.md) [two](rel.txt)',
  '\n> note "Oak"\n> {{ page.title }}\n\n',
  '# A heading\n\n## Another\n\n* toc\n{:toc}\n',
];

/** The files of every rich site. */
export const RICH_FILES: Readonly<Record<string, string>> = {
  ...MORE_FILES,
  '_posts/2024-05-05-needed.md': '---\ntitle: Needed\n---\nneeded',
  '_notes/needed.md': '---\ntitle: Needed\n---\nneeded',
  'about.md': '---\ntitle: About\n---\n{% include_relative rel.txt %}',
  'rel.txt': 'beside',
  '_posts/rel.txt': 'beside a post {{ page.title }}',
  '_notes/rel.txt': 'beside a note {{ site.data.nav.first }}',
  'css/main.scss': '---\nimage: none\n---\nb { color: {{ site.data.nav.first }}; }',
  'node_modules/katex/dist/katex.min.js': 'this.katex = { renderToString: (source) => source };',
  'node_modules/wood/package.json': '{ "name": "wood", "version": "1.0.0" }',
  'node_modules/wood/_layouts/themed.html': '<i>{{ content }}</i>',
  'node_modules/wood/_includes/theirs.html': 'theirs {{ site.title }}',
  'node_modules/wood/assets/theirs.txt': 'theirs',
};

export type Maker = (chance: Chance, word: () => string) => [path: string, content: string];

/** Files that a rich site may also have. A file of the site hides that of the theme. */
export const RICH_MAKERS: readonly Maker[] = [
  ...MORE_MAKERS,
  (_, word) => [
    '_posts/2024-05-05-needed.md',
    `---\ntitle: ${word()}\nlayout: themed\n---\n${word()}\n\n<!--more-->\n${word()}`,
  ],
  (chance, word) => [
    '_notes/needed.md',
    `---\ntitle: ${word()}\npermalink: /${word()}/\npublished: ${chance.is(0.8)}\n---\n${word()}`,
  ],
  (chance, word) => [
    'about.md',
    `---\nlayout: ${chance.pick(['themed', 'base'])}\n---\n# ${word()}\n{% include_relative rel.txt %}`,
  ],
  (_, word) => ['rel.txt', word()],
  (_, word) => ['_posts/rel.txt', `${word()} {{ page.title }}`],
  (_, word) => ['_notes/rel.txt', `${word()} {{ site.posts.first.title }}`],
  (_, word) => ['_includes/theirs.html', `own ${word()}`],
  (_, word) => ['_layouts/themed.html', `<u>{{ content }}${word()}</u>`],
  (_, word) => ['assets/theirs.txt', `own ${word()}`],
  (_, word) => ['node_modules/wood/_layouts/themed.html', `<i>{{ content }}${word()}</i>`],
  (_, word) => ['node_modules/wood/_includes/theirs.html', `theirs ${word()}`],
  (_, word) => [`_drafts/${word()}.md`, `---\ntitle: ${word()}\n---\n${word()}`],
  (_, word) => [`_secret/${word()}.md`, `---\ntitle: ${word()}\n---\n${word()}`],
  (_, word) => [`_secret/${word()}.txt`, word()],
  (_, word) => [
    'node_modules/katex/dist/katex.min.js',
    `this.katex = { renderToString: (source) => source + '${word()}' };`,
  ],
  (_, word) => ['_layouts/category_index.html', `${word()} {{ page.title }}{{ page.posts.first.title }}`],
  (_, word) => [
    `_posts/2024-06-06-${word()}.md`,
    `---\ncategories: [${word()}]\nexcerpt_separator: <!--end-->\n---\n> info "${word()}"\n> ${word()}\n\n<!--end-->\n`,
  ],
  (_, word) => ['_data/more/deep.json', `{ "oak": "${word()}" }`],
  (_, word) => [`_posts/own/${word()}.txt`, word()],
  (_, word) => [`_posts/own/2024-08-08-${word()}.md`, `---\nmenu: ${word()}\n---\n${word()}`],
  (_, word) => [`in-menu-${word()}.md`, `---\ntitle: ${word()}\nmenu: { ${word()}: { weight: 2 } }\n---\n`],
  (_, word) => [`_posts/2024-09-09-${word()}.md`, `${word()}\n\n![](${word()}.png)\n`],
  (_, word) => ['more.json', `{ "oak": "${word()}", "list": [1.0] }`],
  (_, word) => ['_data/menus.yml', `${word()}: { title: ${word()}, url: /${word()}, identifier: ${word()} }\n`],
  (_, word) => ['_data/socials.yml', `email: ${word()}@example.org\n`],
  (_, word) => ['_includes/youtube.html', `${word()} {{ youtube_id }}`],
  (_, word) => ['assets/_sass/main.scss', `a { b: ${word()} }`],
  (_, word) => ['_data/table.csv', `name,size\n${word()},1\n${word()},2\n`],
  (_, word) => [`${word()}/README.md`, `# ${word()}\n\n${word()}`],
  (_, word) => [`old-${word()}.md`, `---\nredirect_from: [/${word()}-old/, /past.html]\n---\nmoved`],
  (_, word) => [`gone-${word()}.md`, `---\nredirect_to: /${word()}/\n---\n`],
  (_, word) => [
    'listed.html',
    `---\npagination: { enabled: true, per_page: 2 }\ntitle: ${word()}\n---\n{% for p in paginator.posts %}{{ p.title }}{{ p.excerpt }} {% endfor %}{{ paginator.total_pages }}`,
  ],
  (_, word) => [
    `_posts/2024-07-07-${word()}.md`,
    `---\ntags: ${word()}\ncategories: [${word()}]\ndate: 2024-0${1 + (word().length % 9)}-02 10:00:00\ntoc: true\n---\n## ${word()}\n\n${word()}\n\n<!--more-->\n${word()}`,
  ],
  (chance, word) => [
    `_posts/2026-01-0${1 + chance.below(4)}-${word()}.md`,
    `---\ntitle: ${word()}\n---\n{% include_relative rel.txt %}`,
  ],
];

/** Plugins that only add tags and filters. */
const TAGS_AND_FILTERS: readonly string[] = [
  'jekyll-cache-bust',
  'jekyll-environment-variables',
  'jekyll-figure',
  'jekyll-image-size',
  'jekyll-katex',
  'jekyll-pdf-embed',
  'jekyll-regex-replace',
  'jekyll-socials',
  'jekyll-tabs',
  'jekyll-tagging',
  'jekyll-timeago',
  'jekyll-youtube',
  'liquid_reading_time',
  ...MORE_TAGS_AND_FILTERS,
];

const PLUGINS: readonly string[] = [
  'jekyll-include-cache',
  'jekyll-feed',
  'jekyll-sitemap',
  'jekyll-seo-tag',
  'jekyll-archives',
  'jekyll-redirect-from',
  'jekyll-last-modified-at',
  'jekyll-toc',
  'jekyll-relative-links',
  'jekyll-titles-from-headings',
  'jekyll-optional-front-matter',
  'jekyll-default-layout',
  'jekyll-readme-index',
  'jekyll-target-blank',
  'jekyll-link-attributes',
  'jekyll-loading-lazy',
  'jekyll-auto-image',
  'jekyll-get-json',
  'jekyll-menus',
  'jekyll-postfiles',
  'jekyll-tagging-related_posts',
  'jekyll-category-pages',
  'premonition',
  ...MORE_PLUGINS,
  ...TAGS_AND_FILTERS,
];

/** Plugins whose tags and filters the pieces use. */
const NEEDED_PLUGINS = ['jekyll-include-cache', 'jekyll-feed', 'jekyll-seo-tag', 'jekyll-toc', ...TAGS_AND_FILTERS];

/** The settings of a rich site: random plugins and options in addition to those of every site. */
export function richSettings<Settings extends object>(chance: Chance, settings: Settings): Settings {
  const paginator = chance.pick(['jekyll-paginate', 'jekyll-paginate-v2']);
  const plugins = [paginator, ...PLUGINS.filter((name) => NEEDED_PLUGINS.includes(name) || chance.is(0.5))];
  const options: readonly object[] = [
    { permalink: 'pretty' },
    { permalink: '/:categories/:title.html' },
    { future: true },
    { unpublished: true },
    { show_drafts: true },
    { excerpt_separator: '<!--more-->' },
    { limit_posts: 3 },
    { show_excerpts: false },
    { baseurl: '/wood', url: 'https://example.com' },
    { defaults: [{ scope: { path: '', type: 'posts' }, values: { layout: 'post', author: 'Ada' } }] },
    { defaults: [{ scope: { path: '_notes' }, values: { layout: 'themed', tags: ['oak'] } }] },
    { markdown_ext: 'md', 'jekyll-archives': { enabled: ['tags'] } },
    { pagination: { enabled: true, per_page: 1, permalink: '/p:num/', title: ':title :num' } },
    { include: ['_secret'] },
    { relative_links: { collections: true }, titles_from_headings: { collections: true } },
    { feed: { collections: ['notes'], tags: true } },
    { timezone: 'Europe/Berlin' },
    { strict_front_matter: true },
    ...MORE_OPTIONS,
  ];
  const spoken = chance.is(0.1) ? { ...LANGUAGES, plugins: [...plugins, 'jekyll-polyglot'] } : { plugins };
  const own = paginator === 'jekyll-paginate' ? {} : { paginate: null };
  // Not in the list: a site with it is read anew for every build, and half of the sites should not be.
  if (chance.is(0.2)) spoken.plugins.push('jekyll-github-metadata');
  return Object.assign(
    {
      url: 'https://example.org',
      jekyll_get_json: { data: 'found', json: 'more.json' },
      tag_page_dir: 'tagged',
      repository: 'wood/oak',
      ...settings,
      ...own,
      ...spoken,
      theme: 'wood',
      'jekyll-archives': { enabled: 'all' },
    },
    { collections: { notes: { output: true }, secret: { output: chance.is(0.3) } } },
    ...options.filter(() => chance.is(0.15)),
  );
}

/** The initial files of a rich site. */
export function richFiles(): Files {
  return new Map(Object.entries(RICH_FILES));
}
