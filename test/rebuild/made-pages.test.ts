import { expect, test } from 'vitest';
import { SiteInMemory } from './site-in-memory.ts';
import { SiteOnDisk } from './site-on-disk.ts';

const LIST = '{% for p in site.pages %}{{ p.url }} {% endfor %}';
const FILES: Readonly<Record<string, string>> = {
  '_layouts/list.html': `{{ content }}${LIST}`,
  '_posts/2024-01-01-a.md': '---\nlayout: list\n---\ntext',
  'about.md': '---\nlayout: list\n---\ntext',
  'main.scss': '---\n---\nb { color: {{ site.data.nav.first }}; }',
  'zebra.md': '---\nlayout: list\n---\ntext',
  '_data/nav.yml': 'first: red',
};

/** Edits of a site whose style sheet makes a source map while it is rendered. */
const EDITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'the style sheet': { 'main.scss': '---\n---\nb { color: blue; }' },
  'what the style sheet reads': { '_data/nav.yml': 'first: green' },
  'a post, which is rendered before the style sheet': { '_posts/2024-01-01-a.md': '---\nlayout: list\n---\nmore' },
  'a page that is rendered after it': { 'zebra.md': '---\nlayout: list\n---\nmore' },
  'the layout of all': { '_layouts/list.html': `{{ content }}, ${LIST}` },
  'a page that lists nothing until now': { 'plain.md': `---\n---\n${LIST}` },
  'another style sheet': { 'aside.scss': '---\n---\ni { color: red; }' },
};

test('the source map of a style sheet is made with it, and listed where a clean build lists it', async () => {
  const files = new Map([...Object.entries(FILES), ['plain.md', '---\n---\nplain'] as const]);
  const site = new SiteInMemory();
  await site.build(new Map(files));
  for (let round = 0; round < 2; round++) {
    for (const [name, edit] of Object.entries(EDITS)) {
      for (const [path, text] of Object.entries(edit)) files.set(path, round === 1 ? (FILES[path] ?? text) : text);
      const built = await site.build(new Map(files));
      expect(built, `${name}, round ${round}`).toEqual(await new SiteInMemory().build(new Map(files)));
    }
  }
  expect(site.keptSites).toBeGreaterThan(4);
  expect(site.hurried).toBeGreaterThan(0);
});

test('pages that list pages are kept while no page comes or goes: the source map, which is made anew, does not count', async () => {
  const site = new SiteOnDisk();
  const files = new Map(Object.entries(FILES));
  await site.build(new Map(files));
  for (const text of ['more', 'most']) {
    files.set('_posts/2024-01-01-a.md', `---\nlayout: list\n---\n${text}`);
    await site.build(new Map(files));
    files.set('_posts/2024-01-01-a.md', `---\nlayout: list\ntitle: ${text}\n---\n${text}`);
    const before = site.kept;
    await site.build(new Map(files));
    // All but the post.
    expect(site.kept - before).toBe(5);
  }
});
