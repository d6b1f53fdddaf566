import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';
import { SMALL_SITE } from './site.ts';

test('a healthy site is said to be fine, and is not built', async () => {
  const folder = folderOf(SMALL_SITE);
  const run = await runHere(['doctor'], folder);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out).toContain(' Your test results are in. Everything looks fine.');
  expect(existsSync(join(folder, '_site'))).toBe(false);
});

test('a key of the configuration that resembles one that is set, or a short one, is a value for templates', async () => {
  const config =
    'url: https://a.b\ntitle: x\ntitles: [x, y]\npost: 1\ndate: 1\nresources: 1\ncourse: 1\npagination: { enabled: true }\n';
  expect(await runHere(['doctor'], folderOf({ ...SMALL_SITE, '_config.yml': config }))).toMatchObject({
    status: 0,
    err: '',
  });
});

/** What is wrong with a site, and what doctor prints: Jekyll's words if Jekyll reports it. */
const ILLNESSES: readonly (readonly [string, Record<string, string | Buffer>, string])[] = [
  ['no url', { '_config.yml': 'title: x' }, "Warning: You didn't set an URL in the config file"],
  ['a url that is no text', { '_config.yml': 'url: { a: 1 }' }, 'Warning: The site URL does not seem to be valid'],
  ['a relative url', { '_config.yml': 'url: example.com' }, 'Warning: Your site URL does not seem to be absolute'],
  [
    'relative permalinks',
    { '_config.yml': 'relative_permalinks: true' },
    'Deprecation: Your site still uses relative permalinks',
  ],
  [
    'two files for one destination',
    { 'a.html': '---\npermalink: /b.html\n---\n', 'b.html': '---\n---\n' },
    'Conflict: The following destination is shared by multiple files.',
  ],
  [
    'a page and a static file for one destination',
    { 'a.html': '---\npermalink: /in/b.txt\n---\n', 'in/b.txt': '' },
    ' - a.html\n                     - in/b.txt\n',
  ],
  [
    'a file that is read as a page and as a document',
    {
      '_config.yml': 'include: [_notes]\ncollections: { notes: { output: true, permalink: "/:path:output_ext" } }\n',
      '_notes/a.md': '---\npermalink: /a.html\n---\n',
    },
    ' - _notes/a.md (as a page)\n                     - _notes/a.md (in the collection notes)\n',
  ],
  [
    'URLs that differ by case',
    { 'a.html': '---\npermalink: /B.html\n---\n', 'b.html': '---\n---\n' },
    'only differ by case',
  ],
  [
    'a Markdown processor of Jekyll 3',
    { '_config.yml': 'url: https://a.b\nmarkdown: redcarpet\n' },
    'Warning: Jekyll 4 has no redcarpet, and stops at the first page in Markdown. Write markdown: kramdown',
  ],
  [
    'plugins where Jekyll 3 named them',
    { '_config.yml': 'url: https://a.b\nplugins: [jekyll-feed]\ngems: [jekyll-feed, jekyll-sitemap]\n' },
    'Warning: What is named under gems: counts no more since Jekyll 4. Write plugins: [jekyll-sitemap]\n',
  ],
  [
    'folders where Jekyll 2 named them',
    { '_config.yml': 'url: https://a.b\ndata_source: data\nlayouts: { a: 1 }\n' },
    'Warning: data_source: counts no more since Jekyll 3. Write data_dir: data\n',
  ],
  [
    'a misspelt key of the configuration',
    { '_config.yml': 'url: https://a.b\nbaselurl: /blog\n' },
    "Warning: The configuration has 'baselurl', which is only a value for templates. Did you mean 'baseurl'?",
  ],
  [
    'a misspelt key of the configuration that has a default',
    { '_config.yml': 'url: https://a.b\nplugin: [jekyll-feed]\nexcludes: [a]\n' },
    "Did you mean 'plugins'?\n           Warning: The configuration has 'excludes',",
  ],
  [
    'posts outside collections_dir',
    { '_config.yml': 'url: https://a.b\ncollections_dir: all' },
    "Detected '_posts' directory outside custom `collections_dir`!",
  ],
  [
    'a page that is saved as UTF-16',
    { 'a.md': Buffer.from('\ufeff---\ntitle: x\n---\n', 'utf16le') },
    'Warning: a.md is copied as it is: it is saved as UTF-16. Save it as UTF-8.',
  ],
  [
    'a page with a byte order mark',
    { 'a.html': '\ufeff---\ntitle: x\n---\n' },
    'Warning: a.html is copied as it is: it begins with a byte order mark.',
  ],
  [
    'a page whose front matter is not at its beginning',
    { 'docs/a.md': '\n---\ntitle: x\n---\n' },
    'Warning: docs/a.md is copied as it is: `---` has to be at the very beginning of the file.',
  ],
  [
    'front matter without an end',
    { 'a.md': '---\ntitle: x\n\nText.\n' },
    'Warning: a.md shows its front matter as text: there is no line `---` below it that ends it.',
  ],
  [
    'a post without a date',
    { '_posts/en/hello.md': '---\ntitle: x\n---\n' },
    'Warning: _posts/en/hello.md is no post: its name has to begin with a date, as in 2024-12-31-hello.md.',
  ],
];

test('texts that are meant to be no pages are not reported', async () => {
  const files = {
    '_posts/README.md': 'How posts are written.\n',
    '_posts/_old/hello.md': '---\ntitle: x\n---\n',
    'rule.md': '---\n\nBelow a rule.\n',
    'plain.html': '\n<p>---</p>\n',
  };
  expect(await runHere(['doctor'], folderOf({ ...SMALL_SITE, ...files }))).toMatchObject({ status: 0, err: '' });
});

test.each(ILLNESSES)('%s', async (_, files, says) => {
  const run = await runHere(['hyde'], folderOf({ ...SMALL_SITE, ...files }));
  expect(run.status).toBe(1);
  expect(run.err).toContain(says);
  expect(run.out).not.toContain('Everything looks fine');
});

test('a redirect may have the URL of a page: neither doctor nor build reports a conflict', async () => {
  const files = {
    '_config.yml': 'url: https://a.b\nplugins: [jekyll-redirect-from]',
    'deals.html': '---\nredirect_from: /offers/\n---\n',
    'offers.html': '---\npermalink: /offers/\n---\n',
  };
  const folder = folderOf({ ...SMALL_SITE, ...files });
  expect(await runHere(['doctor'], folder)).toMatchObject({ status: 0, err: '' });
  expect(await runHere(['build'], folder)).toMatchObject({ status: 0, err: '' });
});

test('what stops a build is reported as by a build, with its place', async () => {
  for (const [config, message] of [
    ['a: 1\nexclude: x\n', "✖ Invalid configuration  _config.yml:2:1\n\n    'exclude' should be set as an array"],
    ['exclude: x\n', 'Write a list, also of one name: exclude: [x]\n'],
    ['plugins: 3\n', 'Write a list, also of one name: plugins: [NAME]\n'],
    ['plugins: jekyll-feed\n', 'Write a list, also of one name: plugins: [jekyll-feed]\n'],
    ['plugins: ./_plugins\n', 'is named by another key, since Jekyll 3: plugins_dir: ./_plugins\n'],
    ['plugins: plugins\n', 'is named by another key, since Jekyll 3: plugins_dir: plugins\n'],
    ['a: [\n', '✖ Invalid YAML  _config.yml:2:1\n\n    did not find expected node content'],
    ['a: 1\ntheme: none\n', '✖ Missing dependency  _config.yml:2:1\n\n    The none theme could not be found.'],
    [
      'plugins: [jekyll-remote-theme]\nremote_theme: a/b\n',
      '✖ Missing dependency  _config.yml:2:1\n\n    The remote theme a/b was not found',
    ],
  ] as const) {
    const { status, err } = await runHere(['doctor'], folderOf({ '_config.yml': config }));
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining(message) });
  }
});
