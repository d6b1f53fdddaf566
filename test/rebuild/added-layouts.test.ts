import { expect, test } from 'vitest';
import { SiteInMemory } from './site-in-memory.ts';

const SETTINGS = {
  source: '/site',
  destination: '/out',
  title: 'Wood',
  url: 'https://example.com',
  time: '2026-01-02 03:04:05 +0000',
  collections: { notes: { output: true }, secret: { output: false } },
  plugins: ['jekyll-redirect-from'],
  paginate: 2,
};
const FILES: Readonly<Record<string, string>> = {
  '_layouts/page.html': 'a {{ content }}',
  'new.html': '---\nlayout: page\nredirect_from: /old.html\n---\n{{ site.data.words.first }}',
  '_data/words.yml': 'first: one',
};

/** The plugin brings a layout `redirect` of its own, which is in no file, for sites without one. */
test('a layout that a plugin added stays while layouts in files change', async () => {
  const site = new SiteInMemory(SETTINGS);
  const files = new Map(Object.entries(FILES));
  await site.build(new Map(files));
  const edits: readonly (readonly [path: string, text: string | null])[] = [
    ['_layouts/page.html', 'b {{ content }}'],
    ['_data/words.yml', 'first: two'],
    ['new.html', '---\nlayout: page\nredirect_from: /old.html\n---\nmore'],
    ['_layouts/redirect.html', 'own: {{ page.redirect.to }}'],
    ['_layouts/redirect.html', 'own, once more: {{ page.redirect.to }}'],
    ['_layouts/redirect.html', null],
    ['_layouts/page.html', 'c {{ content }}'],
  ];
  for (const [path, text] of edits) {
    if (text === null) files.delete(path);
    else files.set(path, text);
    const built = await site.build(new Map(files));
    expect(built, `${path}: ${text}`).toEqual(await new SiteInMemory(SETTINGS).build(new Map(files)));
    expect(built.get('/old.html')).toContain('https://example.com/new.html');
  }
  expect(site.keptSites).toBe(5);
});
