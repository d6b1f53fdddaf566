import { afterEach, beforeEach, expect, test } from 'vitest';
import { settle } from '../settle.ts';
import type { Files } from './random-site.ts';
import { SiteInMemory } from './site-in-memory.ts';
import { SiteOnDisk } from './site-on-disk.ts';

const LISTED = '{% for p in site.posts %}{{ p.path }} {% endfor %}';
const page = (text: string) => `---\n---\n${text}`;

/** A post that could not be read to its end, and so has no date, and one that has one. Both show their dates. */
const POSTS: Readonly<Record<string, string>> = {
  '_posts/2024-01-02-broken.md': '---\na: [\n---\n{{ page.date }}',
  '_posts/2024-03-10-dated.md': '---\na: b\n---\n{{ page.date }}',
};

let site: SiteOnDisk;
beforeEach(() => {
  site = new SiteOnDisk();
});
afterEach(() => site.remove());

/** Builds a site again after an edit, as new processes would, and compares with a build from nothing. */
async function compare(settings: object, before: Files, after: Files): Promise<Map<string, string>> {
  site.settings = Object.assign({}, site.settings, settings);
  await site.build(before);
  await site.build(before);
  // Files that have just been written are not trusted by their times, so only a second build notes what it knows of them.
  await settle();
  await site.build(before);
  const incremental = await site.build(after);
  expect(incremental).toEqual(await new SiteInMemory(site.settings, site.times).build(after));
  return incremental;
}

test('a post without a date keeps its place although no page that is rendered asks for its date', async () => {
  const before = new Map([...Object.entries(POSTS), ['index.html', page(LISTED)]]);
  const after = new Map([...before, ['index.html', page(`${LISTED} edited`)]]);
  const output = await compare({ future: true, permalink: '/:path', plugins: [] }, before, after);
  expect(output.get('/index.html')).toContain('_posts/2024-01-02-broken.md _posts/2024-03-10-dated.md');
});

test('in a collection sorted by date, documents without one are sorted as when they were read', async () => {
  const before = new Map([
    ['_notes/a.md', page('{{ page.date }}')],
    ['_notes/m.md', 'no document'],
    ['_notes/z.md', page('{{ page.date }}')],
    ['index.html', page('{{ site.notes | map: "path" | join: " " }}')],
  ]);
  const after = new Map([...before, ['_notes/m.md', page('a document')]]);
  const settings = { collections: { notes: { output: true, sort_by: 'date' } }, plugins: [] };
  const output = await compare(settings, before, after);
  expect(output.get('/index.html')).toBe('_notes/a.md _notes/m.md _notes/z.md');
});

test('what a theme says about itself is shown, although only that has changed', async () => {
  const description = (version: string) => JSON.stringify({ name: 'wood', version });
  const before = new Map([
    ['node_modules/wood/package.json', description('1.0.0')],
    ['index.html', page('{{ theme.version }}')],
  ]);
  const after = new Map([...before, ['node_modules/wood/package.json', description('2.0.0')]]);
  const output = await compare({ theme: 'wood', plugins: [] }, before, after);
  expect(output.get('/index.html')).toBe('2.0.0');
});

test('a draft that is read twice, as a post and in a collection of drafts, shows the text of the document in question', async () => {
  const before = new Map([
    ['_drafts/2024-05-05-a.md', page('{{ page.draft }}')],
    ['index.html', page('{{ site.posts.first.excerpt }}{{ site.drafts.first.excerpt }}')],
  ]);
  const after = new Map([...before, ['index.html', page('{{ site.posts.first.excerpt }}')]]);
  const settings = { show_drafts: true, collections: { drafts: { output: true } }, plugins: [] };
  const output = await compare(settings, before, after);
  expect(output.get('/index.html')).toBe('<p>true</p>\n');
});
