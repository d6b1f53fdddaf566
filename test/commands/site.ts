/** A small site with one of each: a layout, an include, a post, a page, a style sheet and a static file. */
export const SMALL_SITE: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Small\nurl: https://example.com\n',
  '_layouts/default.html': '<html><head></head><body>{% include nav.html %}{{ content }}</body></html>\n',
  '_includes/nav.html': '<nav>nav</nav>',
  '_posts/2024-01-01-hello.md': '---\nlayout: default\ntitle: Hello\n---\nText.\n',
  'index.md': '---\nlayout: default\n---\nFront.\n',
  'robots.txt': 'User-agent: *\n',
};
