import { expect, test } from 'vitest';
import { Document } from '../../src/site/document.ts';
import { readSite } from './read-site.ts';

test('the recalled data of a document, and what a plugin has changed in it, stay when its file is read after that', async () => {
  const site = await readSite({}, { 'index.html': '' });
  const known = { url: '/a.html', destination: '/out/a.html', date: null, isDatedByBuild: false };
  const document = new Document(site, site.posts, '/site/_posts/2024-01-01-a.md', {
    known,
    recall: () => ({ data: new Map([['title', 'recalled']]), excerpt: null }),
    read: (read) => {
      read.data.set('title', 'read');
      read.frontMatter = 'front matter';
    },
  });
  document.data.set('word', 'set');
  expect(document.isRead).toBe(false);
  expect(document.frontMatter).toBe('front matter');
  expect(document.data).toEqual(new Map(Object.entries({ title: 'recalled', word: 'set' })));
});
