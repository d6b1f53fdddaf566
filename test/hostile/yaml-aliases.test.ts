import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

/** Ten lines of YAML that stand for 10^12 words. */
const LISTS = Array.from({ length: 12 }, (_, depth) => {
  const items = depth === 0 ? 'word' : `*l${depth - 1}`;
  return `l${depth}: &l${depth} [${Array.from({ length: 10 }, () => items).join(', ')}]`;
}).join('\n');

test('aliases that repeat one another cost nothing in front matter, data, defaults and layouts', async () => {
  const site = await memorySite({
    'a.html': `---\nlayout: l\n${LISTS}\n---\n{{ page.l11[0][1] | size }} {{ site.data.lists.l1[2] | join: ' ' }}`,
    '_layouts/l.html': `---\n${LISTS}\n---\n{{ layout.l2[3] | size }} {{ content }}`,
    '_data/lists.yml': LISTS,
  });
  await site.builder.build();
  expect(site.read('a.html')).toBe(`10 10 ${Array.from({ length: 10 }, () => 'word').join(' ')}`);
  await site.builder.build();
});
