import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, writeInto } from '../server/folder.ts';
import { runHere } from './run-here.ts';

const SITE = {
  '_config.yml': 'title: T\n',
  '_layouts/default.html': '{{ site.title }} {{ content }} {% include foot.html %}',
  '_includes/foot.html': '{{ site.data.names[0] }} {{ site.time | date: "%Y" }}',
  '_data/names.yml': '- Ann\n',
  'about.md': '---\nlayout: default\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n',
  '_posts/2024-01-01-a.md': '---\ntitle: A\n---\n',
};

test('why lists what a page was made from, given its source, its output or its path', async () => {
  const folder = folderOf(SITE);
  await runHere(['build', '-q'], folder);
  const run = await runHere(['why', 'about.md'], folder);
  expect(run.status).toBe(0);
  const lines = run.out.split('\n').slice(1, -1);
  expect(lines).toEqual([
    '  source             about.md',
    '  layouts            default',
    '  includes           foot.html',
    '  data               names',
    '  configuration      title',
    '  lists of           posts',
    '  front matter of    _posts/2024-01-01-a.md',
    '  time of the build  year',
    '  present time       year',
  ]);
  for (const path of ['about.html', '_site/about.html', './about.md', join(folder, 'about.md')]) {
    expect((await runHere(['why', path], folder)).out).toBe(run.out);
  }
});

test('parts of the time have names that people know', async () => {
  const folder = folderOf({ 'index.html': '---\n---\n{{ site.time }}' });
  await runHere(['build', '-q'], folder);
  const { out } = await runHere(['why', 'index.html'], folder);
  expect(out).toContain('  time of the build  day, hour, zone, minute, month, second, year\n');
});

test.each([
  ['/', 'index.html'],
  ['/about', 'about.html'],
  ['/about.html?x=1#y', 'about.html'],
  ['http://127.0.0.1:4000/blog/caf%C3%A9/', 'café/index.html'],
  ['/blog/café', 'café/index.html'],
  ['https://example.com/', 'index.html'],
])('a page may be given by its URL: %s', async (url, output) => {
  const folder = folderOf({
    '_config.yml': 'baseurl: /blog\n',
    'index.md': '---\n---\n{{ site.front }}',
    'about.md': '---\n---\n{{ site.about }}',
    'café.md': '---\npermalink: /café/\n---\n{{ site.café }}',
  });
  await runHere(['build', '-q'], folder);
  const { status, out } = await runHere(['why', url], folder);
  expect(status).toBe(0);
  expect(out).toBe((await runHere(['why', output], folder)).out);
});

test('a page that no build has made is an error that names it', async () => {
  const folder = folderOf(SITE);
  await runHere(['build', '-q'], folder);
  for (const path of ['/abuot/', '/%zz', 'http://127.0.0.1:4000', 'nothing.md']) {
    const { status, err } = await runHere(['why', path], folder);
    expect(err).toContain(`No build is on record that made a page from '${path}', or at that path.`);
    expect(status).toBe(1);
  }
});

test.each(['_layouts/default.html', '_includes/foot.html', '_data/names.yml'])(
  'why lists the pages that %s is part of',
  async (path) => {
    const folder = folderOf({ ...SITE, 'plain.md': '---\n---\ntext' });
    await runHere(['build', '-q'], folder);
    const { out, status } = await runHere(['why', path], folder);
    expect(status).toBe(0);
    expect(out).toMatch(/^Configuration file: .*\n {2}part of {2}about\.md\n$/);
    expect((await runHere(['why', join(folder, path)], folder)).out).toBe(out);
  },
);

test('a partial of Sass is part of style sheets, and a layout of many pages is not followed by all of them', async () => {
  const posts = Array.from({ length: 30 }, (_, index) => [`p${index}.md`, '---\nlayout: default\n---\n'] as const);
  const folder = folderOf({
    ...Object.fromEntries(posts),
    '_layouts/default.html': '{{ content }}',
    '_sass/_inks.scss': '$ink: #111;',
    'main.scss': '---\n---\n@import "inks";\nb { color: $ink }',
  });
  await runHere(['build', '-q'], folder);
  expect((await runHere(['why', '_sass/_inks.scss'], folder)).out).toContain('  part of  main.scss\n');
  expect((await runHere(['why', '_layouts/default.html'], folder)).out).toMatch(
    / {2}part of {2}p0\.md, (?:p\d+\.md, ){19}and 10 more pages\n/,
  );
});

test('a file of a theme is part of pages unless the site has one of its name', async () => {
  const folder = folderOf({
    '_config.yml': 'theme: ours',
    '_themes/ours/ours.gemspec': '',
    '_themes/ours/_includes/foot.html': 'foot',
    'a.md': '---\n---\n{% include foot.html %}',
    'b.md': '---\n---\n{% include foot.html %}',
  });
  await runHere(['build', '-q'], folder);
  const file = '_themes/ours/_includes/foot.html';
  expect((await runHere(['why', file], folder)).out).toContain('  part of  a.md, b.md\n');
  writeInto(folder, '_includes/foot.html', 'own');
  await runHere(['build', '-q'], folder);
  expect(await runHere(['why', file], folder)).toMatchObject({ status: 1 });
});

test('a layout that no page has is said to be in none', async () => {
  const folder = folderOf({ ...SITE, '_layouts/odd.html': '' });
  await runHere(['build', '-q'], folder);
  const { err, status } = await runHere(['why', '_layouts/odd.html'], folder);
  expect(status).toBe(1);
  expect(err).toContain("No build is on record that made a page from '_layouts/odd.html', or at that path.");
});
