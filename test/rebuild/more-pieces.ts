import type { Maker } from './rich-pieces.ts';

/** More of what rich sites have: a theme's data, pages and configuration, pages made from data, questions about documents, and languages. */

/** Pieces that need the files and the plugins below. */
export const MORE_PIECES: readonly string[] = [
  "{{ site.documents | group_by: 'next.title' | map: 'name' | join: ' ' }}",
  "{{ site.posts | where_exp: 'p', 'p.previous.title == \"oak\"' | map: 'url' | join: ' ' }}",
  "{% assign found = site.notes | find: 'title', 'oak' %}{{ found.url }}{{ found.content | size }}",
  "{% assign found = site.pages | find_exp: 'p', 'p.tags contains \"oak\"' %}{{ found.url }}",
  "{% assign sorted = site.pages | sort: 'title' %}{{ sorted | map: 'title' | join: ' ' }}",
  "{% assign sorted = site.documents | sort: 'next.title', 'last' %}{{ sorted | map: 'url' | join: ' ' }}",
  "{{ site.static_files | where_exp: 'f', 'f.name contains \"a\"' | map: 'path' | join: ' ' }}",
  "{% assign own = site.collections | where: 'label', 'notes' | first %}{{ own.files | map: 'path' | join: ' ' }}{{ own.docs | map: 'title' }}",
  "{{ site.posts | where: 'categories', 'oak' | group_by_exp: 'p', 'p.title | size' | map: 'size' | join: ' ' }}",
  '{{ site.documents | where: "layout", "post" | concat: site.pages | map: "url" | uniq | size }}',
  '{{ site.notes.first | jsonify | size }}{{ site.posts.first.next | inspect | size }}',
  '{{ site.data.theirs.word }}{{ site.theirs }}{{ theme.version }}{{ site.data.books | map: "title" | join: " " }}',
  '{{ site.defaults | jsonify }}{{ page.author }}',
  '{{ page.excerpt | strip_html | size }}{% for p in site.pages %}{{ p.excerpt | strip_html | size }} {% endfor %}',
  '{% contentfor side %}{{ page.title }}{% endcontentfor %}',
  '{% contentblock side %}',
  '{% svg pic.svg class="{{ page.title }}" %}',
  "{{ site.posts.size | pluralize: 'post' }}{{ 'a@example.org' | encode_email }}{% avatar oak %}",
  "{{ page.title | datapage_url: 'books' }}",
  'Thanks @oak :smile:',
  '{{ site.active_lang }}{{ page.lang }}{{ site.languages | join: " " }}',
  '{% include nested/d.html word=page.next.title %}',
];

/** The files of every rich site. */
export const MORE_FILES: Readonly<Record<string, string>> = {
  'pic.svg': '<svg width="1" height="1"></svg>',
  '_data/books.yml': '- { name: elm, title: fir }\n',
  '_includes/nested/d.html': '{{ include.word }}{% include a.html %}',
  '_layouts/book.html': '---\nlayout: base\n---\n{{ page.title }}{{ content }}',
  'node_modules/wood/_config.yml': 'theirs: of the theme\n',
  'node_modules/wood/_data/theirs.yml': 'word: theirs\n',
};

/** Files that a rich site may also have. */
export const MORE_MAKERS: readonly Maker[] = [
  (_, word) => ['pic.svg', `<svg width="${word().length}" height="2"><title>${word()}</title></svg>`],
  (_, word) => ['_includes/nested/d.html', `${word()} {{ include.word }}`],
  (_, word) => ['_layouts/book.html', `---\nlayout: post\n---\n${word()} {{ page.title }}{% contentblock side %}`],
  (_, word) => [
    '_data/books.yml',
    `- { name: ${word()}, title: ${word()} }\n- { name: ${word()}, title: ${word()} }\n`,
  ],
  (_, word) => ['_data/theirs.yml', `word: ${word()}\n`],
  (_, word) => ['node_modules/wood/_data/theirs.yml', `word: ${word()}\n`],
  (_, word) => [`node_modules/wood/assets/${word()}.md`, `# ${word()}\n\n${word()} {{ site.data.nav.first }}`],
  (_, word) => ['node_modules/wood/assets/README.md', `# ${word()}`],
  (_, word) => [`node_modules/wood/assets/${word()}.html`, `---\nlayout: themed\ntitle: ${word()}\n---\n${word()}`],
  (_, word) => [`assets/${word()}.md`, `# ${word()}\n`],
  // Jekyll takes the two for one file of a gem, and shows the text of one for both.
  (chance, word) => [
    `${chance.pick(['de', 'en'])}/docs/lib/shared.md`,
    `---\ntitle: ${word()}\n---\n${word()} {{ page.title }} {% cycle 'oak', 'elm' %}`,
  ],
  (_, word) => [`_notes/deep/${word()}.md`, `# ${word()}\n`],
  (_, word) => [`_notes/2024-03-04-${word()}.md`, `---\nweight: ${word().length}\n---\n{{ page.date }} ${word()}`],
  (chance, word) => [
    `${chance.pick(['de', 'en', '_notes', '_posts'])}/2024-02-03-${word()}.md`,
    `---\nlang: ${chance.pick(['de', 'en', 'fr'])}\npermalink: /${word()}/\n---\n${word()} [a](/about.html)`,
  ],
];

/** Plugins that only add tags and filters. */
export const MORE_TAGS_AND_FILTERS: readonly string[] = [
  'jekyll-avatar',
  'jekyll-contentblocks',
  'jekyll-datapage-generator',
  'jekyll-email-protect',
  'jekyll-inline-svg',
  'liquid_pluralize',
];

export const MORE_PLUGINS: readonly string[] = [
  'jekyll-data',
  'jekyll-mentions',
  'jekyll-mermaid',
  'jekyll-spaceship',
  'jemoji',
];

/** Settings, of which a rich site has some. */
export const MORE_OPTIONS: readonly object[] = [
  { page_gen: [{ data: 'books', template: 'book', name: 'name', title: 'title', dir: 'books' }] },
  { page_excerpts: true },
  { ignore_theme_config: true },
  { kramdown: { input: 'kramdown', toc_levels: '2..3', auto_id_prefix: 'p-' } },
  { markdown: 'CommonMark' },
  { collections: { notes: { output: true, sort_by: 'title' }, secret: { output: false } } },
  { collections: { notes: { output: true, order: ['oak.md', 'fir.md'], permalink: '/:name/' }, secret: {} } },
  { collections: { posts: { output: false }, notes: { output: true }, secret: { output: true } } },
  { defaults: [{ scope: { path: '_notes/*' }, values: { author: 'Bob' } }] },
  { defaults: [{ scope: { path: '', type: 'pages' }, values: { layout: 'base', author: 'Eve' } }] },
  {
    defaults: [
      { scope: { path: 'node_modules' }, values: { layout: 'post' } },
      { scope: { path: 'assets' }, values: { layout: 'base' } },
    ],
  },
  { exclude: ['ash.*', 'elm.md'], keep_files: ['kept'] },
  { autopages: { enabled: true, tags: { layouts: ['base.html'] } } },
  { readme_index: { remove_originals: true }, optional_front_matter: { remove_originals: true } },
  { titles_from_headings: { strip_title: true } },
];

/** Builds the site once for each language. */
export const LANGUAGES = { languages: ['en', 'de'], default_lang: 'en', exclude_from_localization: ['img'] };
