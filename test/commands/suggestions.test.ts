import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

/** A misspelling in a site, and what is printed about it. */
const MISSPELT: readonly (readonly [name: string, files: Readonly<Record<string, string>>, says: string])[] = [
  [
    'a layout',
    { '_layouts/default.html': '', 'a.md': '---\nlayout: defalt\n---\n' },
    "     Build Warning: Layout 'defalt' requested in a.md does not exist.\n                    Did you mean 'default'?\n",
  ],
  [
    'a layout that is given with its extension',
    { '_layouts/post.html': '', 'a.md': '---\nlayout: post.html\n---\n' },
    "                    Did you mean 'post'?\n",
  ],
  ['a tag', { 'a.md': '---\n---\n{% inclde a.html %}' }, "    Did you mean 'include'?\n"],
  ['a link', { 'about.md': '', 'a.md': '---\n---\n{% link abuot.md %}' }, "    Did you mean 'about.md'?\n"],
  [
    'a link into a folder',
    { '_tips/one.md': '', 'a.md': '---\n---\n{% link _tips/oen.md %}' },
    "    Did you mean '_tips/one.md'?\n",
  ],
  [
    'a link to a post',
    { '_posts/2024-01-01-hello.md': '---\n---\n', 'a.md': '---\n---\n{% post_url 2024-01-01-helo %}' },
    "    Did you mean '2024-01-01-hello'?\n",
  ],
  [
    'a link to a post in a folder',
    { '_posts/en/2024-01-01-hello.md': '---\n---\n', 'a.md': '---\n---\n{% post_url en/2024-01-02-hello %}' },
    "    Did you mean 'en/2024-01-01-hello'?\n",
  ],
  [
    'a date',
    { '_posts/2024-01-01-a.md': '---\ndate: 2024-13-45\n---\n' },
    '    Write a date as 2024-12-31, or with a time: 2024-12-31 18:30:00 +0100.\n',
  ],
  [
    'a time zone',
    { '_config.yml': 'timezone: Europe/Pragu' },
    "         Time zone: there is no 'Europe/Pragu', so times are in UTC. Did you mean 'Europe/Prague'?\n",
  ],
  [
    'a plugin',
    { '_config.yml': 'plugins: [jekyll-fed]' },
    'jekyll-fed is a Ruby gem that has no counterpart here; the site is built without it. Did you mean jekyll-feed? Otherwise remove it, or add',
  ],
  [
    'the word Jekyll in the name of a plugin',
    { '_config.yml': 'plugins: [jekyl-seo-tag]' },
    'Did you mean jekyll-seo-tag? Otherwise remove it, or add a plugin named',
  ],
  [
    'a library of Sass that is a gem',
    { '_config.yml': 'plugins: [bourbon]' },
    'the site is built without it. Use its npm package: name the folder with its style sheets in sass: { load_paths: [ … ] }',
  ],
];

test.each(MISSPELT)('%s', async (_, files, says) => {
  expect((await runHere(['build'], folderOf({ '_config.yml': '', ...files }))).err).toContain(says);
});

test('no other word of one letter is suggested for one', async () => {
  const run = await runHere(['build'], folderOf({ '_config.yml': '', 'a.md': '---\n---\n{% x %}' }));
  expect(run.err).toContain("Unknown tag 'x'");
  expect(run.err).not.toContain('Did you mean');
});

test.each(['Europe/Prague', 'UTC', ':Asia/Tokyo', 'JST-9', 'EST5EDT,M3.2.0,M11.1.0'])(
  'no word about the time zone %s',
  async (zone) => {
    expect((await runHere(['build'], folderOf({ '_config.yml': `timezone: "${zone}"` }))).err).toBe('');
  },
);

test('what a layout was probably called is said once, and the warning for each page', async () => {
  const page = '---\nlayout: defalt\n---\n';
  const files = { '_config.yml': '', '_layouts/default.html': '', 'a.md': page, 'b.md': page };
  const { err } = await runHere(['build'], folderOf(files));
  expect(err.match(/Layout 'defalt' requested in [ab].md does not exist/g)).toHaveLength(2);
  expect(err.match(/Did you mean 'default'/g)).toHaveLength(1);
});

test.each([
  ['a layout', { '_layouts/default.html': '', 'a.md': '---\nlayout: gallery\n---\n' }],
  ['a link', { 'about.md': '', 'a.md': '---\n---\n{% link gone.md %}' }],
  ['a plugin', { '_config.yml': 'plugins: [jekyll-foo]' }],
  ['a time zone', { '_config.yml': 'timezone: Mars/City' }],
])('nothing is suggested for %s that resembles no other', async (_, files) => {
  expect((await runHere(['build'], folderOf({ '_config.yml': '', ...files }))).err).not.toContain('Did you mean');
});
