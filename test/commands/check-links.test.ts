import { expect, test } from 'vitest';
import { type BuiltSite, checkSite } from '../../src/commands/check-links/check-site.ts';
import { readLinks } from '../../src/commands/check-links/html-links.ts';
import { folderOf } from '../server/folder.ts';
import { runCli } from './run-cli.ts';

/** The files of each case's site besides the page that is checked. */
const FILES: Readonly<Record<string, string>> = {
  'index.html': '<h1 id="front">Front</h1>',
  'about/index.html': '<h1 id="team">Team</h1><a name="old">x</a><h2 id="über-uns">x</h2>',
  'posts/first.html': '<p id="p">x</p>',
  'posts/two words.html': '',
  'no-index/a.txt': '',
  'img/a.png': '',
  'img/b.png': '',
  'icons.svg': '<svg id="icon"/>',
};

function siteWith(page: string, html: string, place: Partial<BuiltSite> = {}): BuiltSite {
  const texts: Record<string, string> = { ...FILES, [page]: html };
  return {
    files: new Set(Object.keys(texts)),
    read: (path) => texts[path] ?? '',
    url: 'https://example.com',
    baseurl: '',
    isIgnored: () => false,
    ...place,
  };
}

const brokenIn = (html: string, place?: Partial<BuiltSite>): string[] =>
  checkSite(siteWith('posts/page.html', html, place)).broken.map(({ url, reason }) => `${url}: ${reason}`);

const GONE = 'there is no such file';

test.each<[string, string, string[]]>([
  [
    'files, folders with and without a slash, pages without their ending',
    '<a href="/">1</a><a href="/about/">2</a><a href="/about">3</a><a href="first">4</a><a href="first.html">5</a>',
    [],
  ],
  [
    'what is missing',
    '<a href="/abuot/">x</a><a href="/no-index/">y</a><a href="/About/">z</a>',
    [`/abuot/: ${GONE}`, `/no-index/: ${GONE}`, `/About/: ${GONE}`],
  ],
  ['relative links', '<a href="../about/#team">1</a><a href="about/">2</a>', [`about/: ${GONE}`]],
  [
    'fragments',
    '<i id="here"></i><a href="#here">1</a><a href="#">2</a><a href="#top">3</a><a href="/about/#old">4</a><a href="/about/#%C3%BCber-uns">5</a><a href="/about/#über-uns">6</a><a href="/about/#:~:text=x">7</a><a href="/icons.svg#none">8</a>',
    [],
  ],
  [
    'fragments that name nothing',
    '<a href="#gone">1</a><a href="/about/#Team">2</a>',
    [
      '#gone: posts/page.html has no element with this id',
      '/about/#Team: about/index.html has no element with this id',
    ],
  ],
  ['spaces and queries', '<a href="two%20words.html?a=1">1</a><a href="two words.html">2</a>', []],
  [
    'other sites and schemes',
    '<a href="https://other.org/x">1</a><a href="mailto:a@b.c">2</a><a href="//other.org">3</a><a href="javascript:void 0">4</a><img src="data:image/png;base64,AA==">',
    [],
  ],
  [
    'the site by its whole URL',
    '<a href="https://example.com/about/">1</a><a href="https://example.com/gone">2</a>',
    [`https://example.com/gone: ${GONE}`],
  ],
  ['no URL', '<a href="http://[">1</a>', ['http://[: it is not a URL']],
  [
    'images and their candidates',
    '<img src="/img/a.png" srcset="/img/b.png 2x, /img/c.png 3x"><source srcset="/img/d.png, /img/a.png 100w"><video poster="/img/e.png">',
    ['/img/c.png', '/img/d.png', '/img/e.png'].map((path) => `${path}: ${GONE}`),
  ],
  [
    'scripts, style sheets, frames, icons of an SVG',
    '<script src="/a.js"></script><link rel="stylesheet" href="/a.css"><link rel="preconnect" href="/x"><iframe src="/f"></iframe><svg><use xlink:href="/icons.svg#icon"/><use href="/i.svg#x"/></svg>',
    ['/a.js', '/a.css', '/f', '/i.svg#x'].map((path) => `${path}: ${GONE}`),
  ],
  [
    'what only looks like a link',
    '<!-- <a href="/gone"> --><script>"<a href=/gone>"</script><pre>&lt;a href="/gone"></pre><a>x</a>',
    [],
  ],
  ['what html-proofer leaves out', '<a href="/gone" data-proofer-ignore>x</a>', []],
  ['entities', '<a href="/about/?a=1&amp;b=2">1</a><a href="/gone&amp;x">2</a>', [`/gone&x: ${GONE}`]],
  ['a base', '<base href="/about/"><a href="#team">1</a><a href="gone">2</a>', [`gone: ${GONE}`]],
  [
    'names of objects',
    '<a href="/constructor">1</a><constructor href="/gone">2</constructor>',
    [`/constructor: ${GONE}`],
  ],
])('%s', (_, html, broken) => {
  expect(brokenIn(html)).toEqual(broken);
});

test('below a baseurl, links without it are broken, and complete URLs outside of it are other sites', () => {
  const html =
    '<a href="/blog/about/">1</a><a href="/about/">2</a><a href="https://example.com/shop/">3</a><a href="/blog">4</a><a href="/blogs/">5</a>';
  const outside = 'it is not below the baseurl /blog';
  expect(brokenIn(html, { baseurl: '/blog' })).toEqual([`/about/: ${outside}`, `/blogs/: ${outside}`]);
});

test('what is counted and what is left out', () => {
  const html = '<a href="/about/">1</a><a href="/old/x">2</a><a href="https://other.org">3</a>';
  const site = siteWith('index.html', html, { isIgnored: (url) => url.startsWith('/old/') });
  expect(checkSite(site)).toEqual({ broken: [], pages: 4, links: 1, external: 1 });
});

test('a link has the line and column of its element', () => {
  const { links } = readLinks('<p>\n  <a href="/a">a</a> <a\nhref="/b">b</a>\n\n<a href="/c">c</a></p>');
  expect(links).toEqual([
    { url: '/a', line: 2, column: 3 },
    { url: '/b', line: 2, column: 22 },
    { url: '/c', line: 5, column: 1 },
  ]);
});

test('the command builds, lists each broken link with its pages and their sources, and fails', async () => {
  const layout = '<a href="/imprint/">Imprint</a>{{ content }}';
  const pages = Object.fromEntries(
    Array.from({ length: 7 }, (_, index) => [`page-${index}.md`, '---\nlayout: default\n---\nText.\n']),
  );
  const folder = folderOf({
    '_config.yml': 'url: https://example.com\npermalink: pretty\n',
    '_layouts/default.html': layout,
    'index.md': '---\nlayout: default\n---\n[One](/page-1/) [two](/page-2/#text) [other](https://other.org)\n',
    ...pages,
    'über uns.md': '---\n---\n[gone](/gone)\n',
  });
  const run = await runCli(['check-links'], folder);
  expect(run).toMatchObject({ status: 1, err: '' });
  expect(run.out).toContain(
    '\n  ✖ /imprint/  there is no such file\n    index.html:1:1 from index.md\n    page-0/index.html:1:1 from page-0.md\n',
  );
  expect(run.out).toContain('    and 3 more places\n');
  expect(run.out).toContain('    über uns/index.html:1:4 from über uns.md\n');
  expect(run.out).toContain(
    '  ✖ /page-2/#text  page-2/index.html has no element with this id\n    index.html:1:62 from index.md\n',
  );
  expect(run.out).toContain('  3 broken links among the 11 links of 9 pages; 1 link to other sites was not checked.\n');

  const ignoring = await runCli(['check-links', '--ignore', '/imprint/,*#text,/gone'], folder);
  expect(ignoring).toMatchObject({ status: 0 });
  expect(ignoring.out).toContain('  No broken links among the 1 link of 9 pages');
});
