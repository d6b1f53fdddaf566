/** What generated sites may have for the plugins that the reference has too. */

const IMAGES = [
  '/a.png',
  'img/a.png',
  'https://example.org/a b.png',
  '{path: /a.png, height: 3, width: "4", alt: "A \\"b\\""}',
  '{path: ~}',
  '""',
  '{facebook: /f.png, twitter: t.png}',
];
const AUTHORS = [
  'Ada',
  'ada',
  '{name: Ada, email: a@example.org, uri: /ada, twitter: "@ada"}',
  '[ada, bob]',
  '""',
  '1',
];
const PATHS = ['/f.xml', 'f/x y.xml', '"feed/:categories.xml"', '""'];

const FEED = {
  settings: [
    [
      'feed',
      [
        '{path: atom.xml}',
        '{collections: [things, notes]}',
        '{collections: {things: {path: /t.xml, categories: [x, a b]}, posts: {categories: [one]}}}',
        '{categories: [a, "x y"]}',
        '{tags: true}',
        '{tags: {except: [t], path: /by-tag/}}',
        '{tags: {only: [t, d]}}',
        '{posts_limit: 1}',
        '{excerpt_only: true}',
        '{icon: /i.png, logo: l.png}',
        '{disable_in_development: true}',
        ...PATHS.map((path) => `{path: ${path}}`),
      ],
    ],
    ['lang', ['en', 'pt_BR', '""']],
  ],
  keys: [
    ['feed', ['{excerpt_only: true}', '{excerpt_only: false}', '~']],
    ['author', AUTHORS],
    ['image', IMAGES],
    ['lang', ['de', 'en_GB']],
    ['last_modified_at', ['2025-01-02', '2025-01-02 03:04:05 +0200', 'soon', '""']],
    ['description', ['Own "words" <b>&amp;</b>', '""', 'Line\n  two', '{{ page.title }}']],
  ],
  pieces: ['{% feed_meta %}'],
};

const SEO = {
  settings: [
    ['tagline', ['Of wood', '""', '1']],
    ['twitter', ['{username: "@wood"}', '{card: summary}', '{username: ~, card: x}', 'wood']],
    ['facebook', ['{app_id: 1, publisher: p, admins: a}', '{}']],
    ['logo', ['/logo.png', 'https://example.org/l.png', '{path: x}']],
    ['social', ['{name: Soc, links: [https://a.example, "b c"]}', '{links: []}', '{name: ""}']],
    ['webmaster_verifications', ['{google: g, bing: b, alexa: a, yandex: y, baidu: d}', '{google: "<g>"}']],
    ['google_site_verification', ['gsv']],
    ['title_separator', ['"-"', '"&"']],
    ['seo', ['{name: N}']],
  ],
  keys: [
    [
      'seo',
      [
        '{type: BlogPosting}',
        '{name: "N \\"q\\"", links: [x, /y]}',
        '{date_modified: 2024-05-06}',
        '{links: ~}',
        '[a]',
        'text',
      ],
    ],
    ['author', AUTHORS],
    ['authors', ['[Ada, bob]', '[{name: X}, ada]', '""']],
    ['image', IMAGES],
    ['canonical_url', ['https://example.org/c', '/c d', '""']],
    ['locale', ['de_DE', 'pt-BR']],
    ['robots', ['noindex', '[a, b]']],
    ['tagline', ['Page line']],
    ['twitter', ['{card: summary, username: x}', 'x']],
    ['description', ['Own "words" <b>&amp;</b>', '*em* -- words', '"\\n"', '12']],
  ],
  pieces: ['{% seo %}', '{% seo title=false %}'],
};

const PAGINATE = {
  settings: [
    ['paginate', ['1', '2', '1', '3', '"2"', '0', '2.5', 'true', 'x']],
    ['paginate_path', ['/p:num', '"page:num/"', '/blog/:num/', '"/a b/:num"', 'docs/page:num', '/ü:num/x']],
  ],
  files: [
    [
      ['index.html', 'docs/index.html', 'blog/index.html', 'docs/deep/er/index.html', 'index.md'],
      '{% for p in paginator.posts %}{{ p.url }} {% endfor %}{{ paginator.page }}/{{ paginator.total_pages }} {{ paginator.total_posts }} {{ paginator.previous_page_path }} {{ paginator.next_page_path }} {{ paginator.per_page | inspect }} {{ page.url }} {{ page.path }} {{ page.name }}\n',
    ],
  ],
};

const PAGED =
  '{% for p in paginator.posts %}{{ p.url }} {% endfor %}{{ paginator | jsonify | size }} {{ paginator.page }}/{{ paginator.total_pages }} {{ paginator.previous_page_path }} {{ paginator.next_page_path }} {{ paginator.first_page_path }} {{ paginator.last_page_path }} {% for t in paginator.page_trail %}{{ t.num }} {{ t.path }} {{ t.title }};{% endfor %}{{ page.title }} {{ page.autopages | jsonify }}\n';
const PAGINATE_V2 = {
  settings: [
    [
      'pagination',
      [
        '{enabled: true, per_page: 1}',
        '{enabled: true, per_page: 2, permalink: "/p:num/", title: ":title - :num/:max"}',
        '{enabled: true, per_page: 1, sort_field: title, sort_reverse: true, trail: {before: 1, after: 2}}',
        '{enabled: true, collection: "things,notes", per_page: 2, limit: 1}',
        '{enabled: true, collection: all, sort_field: weight, per_page: 3, offset: 1}',
        '{enabled: true, category: a, per_page: 1}',
        '{enabled: true, tag: t, extension: htm, indexpage: i, per_page: 1}',
        '{enabled: true, locale: de}',
        '{enabled: false}',
      ],
    ],
    [
      'autopages',
      [
        '{enabled: true}',
        '{enabled: true, categories: {layouts: [default.html], title: "C :cat", permalink: "/c/:cat"}}',
        '{enabled: true, tags: {layouts: [base.html], slugify: {mode: pretty, cased: true}}, collections: {enabled: false}}',
        '{enabled: true, categories: {enabled: false}, tags: {enabled: false}, collections: {layouts: [base.html], permalink: "/col/:coll"}}',
      ],
    ],
  ],
  files: [
    [
      ['index.html', 'docs/index.html', 'listed.md', 'docs/list.html', 'UPPER.HTML'],
      PAGED,
      [
        'pagination: {enabled: true}',
        'pagination: {enabled: true, per_page: 1, sort_field: v}',
        'pagination: {enabled: true, tag: "t, d"}',
        'pagination: {enabled: true, category: x, title: "Cat :title"}',
        'pagination: {enabled: true, collection: notes}\npermalink: /l/',
        'pagination: {enabled: true, permalink: "/:num/", per_page: 1}\ntitle: Listed',
        'pagination: ~',
      ],
    ],
  ],
};

const TOC = {
  settings: [
    [
      'toc',
      [
        '{min_level: 2, max_level: 3}',
        '{ordered_list: true, list_class: l, sublist_class: s, item_class: i, item_prefix: p-}',
        '{no_toc_section_class: [x, exclude], list_id: the-toc}',
        '{max_level: 1}',
        '{list_class: [a, b]}',
      ],
    ],
  ],
  keys: [['toc', ['true', 'true', 'true', 'false', '"yes"']]],
  pieces: ['{{ content | toc }}', '{% toc %}', '{{ content | toc_only }}', '{{ content | inject_anchors }}'],
};

/**
 * By the name of the plugin: `fixed` are lines of configuration that it needs, `settings` such that it may have, and `keys` those of front
 * matter (each a key with its possible values, as YAML); `pieces` are added to any template and `texts` to Markdown; `files` are pages
 * (their possible paths, text and front matter), `plain` are paths of Markdown without front matter, `layouts` are names of layouts.
 */
export const SITE_PLUGINS = {
  'jekyll-feed': FEED,
  'jekyll-seo-tag': SEO,
  'jekyll-paginate': PAGINATE,
  'jekyll-paginate-v2': PAGINATE_V2,
  'jekyll-toc': TOC,
  'jekyll-sitemap': {
    keys: [
      ['sitemap', ['false', 'true', '"false"', '~']],
      ['last_modified_at', ['2025-01-02', '2025-01-02 03:04:05 +0200']],
    ],
    files: [
      [['sitemap.xml', 'robots.txt', 'x.pdf', 'y.xhtml', 'z.htm'], 'own\n'],
      [['404.html'], 'not found\n'],
    ],
  },
  'jekyll-archives': {
    settings: [
      [
        'jekyll-archives',
        [
          '{enabled: all}',
          '{enabled: [year, month, day, tags, categories], layout: base}',
          '{enabled: [tags], layouts: {tag: default}, permalinks: {tag: "/t/:name/"}, slug_mode: pretty}',
          '{enabled: [categories, year], permalinks: {category: "/:type/:name.html", year: "/:year"}}',
          '{enabled: [month, day], permalinks: {month: "/m/:year-:month/", day: "/d/:day"}, layouts: {month: missing}}',
          '{enabled: false}',
        ],
      ],
    ],
    pieces: ['{{ page.type }} {{ page.posts | size }} {{ page.title | inspect }} {{ page.date | inspect }}'],
  },
  'jekyll-redirect-from': {
    settings: [['redirect_from', ['{json: false}']]],
    keys: [
      ['redirect_from', ['/old', '[/a b/, "old.html", /x/y/]', '~', '""', '/ü/', '[/old, /old]']],
      ['redirect_to', ['/new', 'https://example.org/x?y=z&w', '[/one, /two]', '""', '[]']],
    ],
    pieces: ['{{ page.redirect.to }} {{ page.redirect_from | inspect }} {{ site.baseurl }}'],
  },
  'jekyll-titles-from-headings': {
    settings: [
      [
        'titles_from_headings',
        ['{strip_title: true}', '{collections: true}', '{enabled: false}', '{strip_title: true, collections: true}'],
      ],
    ],
    keys: [['strip_title', ['true', 'false']]],
  },
  'jekyll-relative-links': {
    settings: [
      [
        'relative_links',
        [
          '{collections: true}',
          '{exclude: [docs/page.markdown]}',
          '{enabled: false}',
          '{collections: true, exclude: ["*.html"]}',
        ],
      ],
    ],
    texts: [
      '[a](about.md) [b](/about.md#x) [c](docs/index.md "t") [d](../about.md) [e](img/a.png)\n',
      '![i](img/a.png) [r][1] [s]\n\n[1]: about.md\n[s]: docs/page.markdown#frag\n',
      '[a b](<a b.md>) [c](a%20b.md) `[d](about.md)` <a href="about.md">e</a>\n',
      '[post](/_posts/2024-01-02-hello.md) [doc](/_things/a.md?x=1) [none](nowhere.md) [b](./b.md)\n',
      '[a](about.md){:.c} and *[b](docs/index.md)*, [two\nlines](about.md)\n\n- [x](UPPER.HTML)\n',
    ],
  },
  'jekyll-optional-front-matter': {
    settings: [
      ['optional_front_matter', ['{remove_originals: true}', '{collections: true}', '{enabled: false}']],
      ['require_front_matter', ['false', 'true']],
    ],
    plain: [
      'docs/plain.md',
      'plain.md',
      'README.md',
      'docs/LICENSE.md',
      'a b/plain.markdown',
      'CONTRIBUTING.md',
      '_things/plain.md',
      'x.mkd',
    ],
  },
  'jekyll-readme-index': {
    settings: [
      [
        'readme_index',
        [
          '{remove_originals: true}',
          '{with_frontmatter: true}',
          '{enabled: false}',
          '{with_frontmatter: true, remove_originals: true}',
        ],
      ],
    ],
    plain: ['README.md', 'docs/readme.markdown', 'docs/deep/Readme.md', 'README', 'a b/README.md', 'sub/README.html'],
  },
  'jekyll-default-layout': {
    layouts: ['home', 'page', 'post', 'default'],
  },
  'jekyll-include-cache': {
    pieces: [
      '{% include_cached part.html x="1" %}{% include_cached part.html x="1" %}',
      '{% include_cached part.html x=page.title y=page.weight %}',
      '{% include_cached {{ page.missing | default: "part" }}.html %}',
    ],
  },
  'jekyll-mentions': {
    settings: [['jekyll-mentions', ['https://m.example/', '{base_url: https://n.example/x}']]],
    keys: [['jekyll-mentions', ['false', 'https://own.example', '{base_url: /y}']]],
    texts: [
      'Thanks @ada and @bob-x, not a@example.org or `@code`. @UPPER_x @-no (@in) "@q"\n',
      '# @head\n\n[@link](/x) <pre>@pre</pre> @a/b @a.\n',
    ],
  },
  'jekyll-avatar': {
    texts: [
      '{% avatar ada %} {% avatar user=page.slug size=50 %} {% avatar bob size="x" lazy=true %} {% avatar {{ page.title }} %}\n',
    ],
  },
  'jekyll-gist': {
    texts: ['{% gist ada/12 %} {% gist 34 file.rb %} {% gist page.v %}\n'],
    fixed: ['gist: {noscript: false}'],
  },
  'jekyll-last-modified-at': {
    settings: [['last-modified-at', ['{date-format: "%Y-%b"}', '{use-git: false}']]],
    keys: [['last_modified_at', ['2025-01-02', '"2025-01-02 03:04"']]],
    pieces: [
      '{{ page.last_modified_at }} {% last_modified_at %} {% last_modified_at %Y %} {{ page.last_modified_at | date: "%s" }}',
    ],
  },
  'jekyll-data': { settings: [['data', ['{own: 1}']]], pieces: ['{{ theme.name }} {{ site.theme }}'] },
  'jekyll-commonmark': {
    fixed: ['markdown: CommonMark'],
    settings: [
      [
        'commonmark',
        [
          '{options: [SMART, FOOTNOTES], extensions: [strikethrough, autolink, table, tagfilter]}',
          '{options: [HARDBREAKS, UNSAFE]}',
          '{options: ["UNSAFE", "GITHUB_PRE_LANG"], extensions: [tasklist]}',
          '{options: [NOPE], extensions: [nope]}',
        ],
      ],
    ],
  },
  'jekyll-polyglot': {
    fixed: ['languages: [en, de]', 'default_lang: en', 'parallel_localization: false'],
    settings: [
      ['exclude_from_localization', ['[img, robots.txt]', '[docs, about.md]', '[]']],
      ['lang_from_path', ['true']],
    ],
    keys: [
      ['lang', ['de', 'en', 'fr', '""']],
      ['permalink', ['/same/', '/same/', '/other.html']],
      ['page_id', ['one', 'two']],
    ],
    pieces: [
      '{{ site.active_lang }} {{ site.default_lang }} {{ page.lang }} <a href="/about/">x</a> {% static_href %}href="/about"{% endstatic_href %}',
      '{% I18n_Headers https://example.org %}',
    ],
    files: [
      [
        ['de/about.md', 'en/about.md', 'about.de.md', '_posts/de/2024-01-02-hello.md'],
        'Text in a language [a](/about.html)\n',
      ],
    ],
  },
};
