import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

const LANGUAGES = ['en', 'fr', 'nl'];

function posts(count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let day = 1; day <= count; day++) {
    const name = `_posts/2025-01-${String(day).padStart(2, '0')}-p${day}.md`;
    const lists = day % 5 === 0 ? 'kinds: [a, b]\n' : '';
    files[name] = `---\nlang: ${LANGUAGES[day % 3]}\nweight: '${day % 4}'\n${lists}---\n${day}`;
  }
  return files;
}

/** A query that occurs on several pages is answered from an index, and must have the same answer. */
test('where returns the same the first, the second and the third time', async () => {
  const question =
    '{% for p in site.posts %}{% if p.lang == "fr" %}{{ p.slug }} {% endif %}{% endfor %}|' +
    '{% assign f = site.posts | where: "lang", "fr" %}{% for p in f %}{{ p.slug }} {% endfor %}|' +
    '{{ site.posts | where: "weight", 2 | map: "slug" | join: " " }}|' +
    '{{ site.posts | where: "kinds", "a" | map: "slug" | join: " " }}|' +
    '{{ site.posts | where: "kinds", nil | size }}|{{ site.posts | where: "lang", "de" | size }}|' +
    '{% assign list = "a,b" | split: "," %}{{ site.posts | where: "kinds", list | size }}|' +
    '{{ site.posts | where: "lang", site.data | size }}|{{ site.posts | where: nil, "fr" | size }}';
  const pages = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.html`, `---\n---\n${question}`]));
  const site = await memorySite({ ...posts(28), ...pages });
  await site.builder.build();
  const [loop, filtered, weights, kinds, without, none, ...unselected] = site.read('a.html').split('|');
  expect(filtered).toBe(loop);
  expect(weights).toBe('p26 p22 p18 p14 p10 p6 p2');
  expect(kinds).toBe('p25 p20 p15 p10 p5');
  expect([without, none]).toEqual(['23', '0']);
  // Without a property, and for a list or a hash to compare with, Jekyll's `where` returns all.
  expect(unselected).toEqual(['28', '28', '28']);
  expect(site.read('b.html')).toBe(site.read('a.html'));
  expect(site.read('c.html')).toBe(site.read('a.html'));
});

test('an index is dropped when its list changes', async () => {
  const page = '---\n---\n{{ site.posts | where: "lang", "fr" | size }}';
  const site = await memorySite({ ...posts(20), 'a.html': page, 'b.html': page, 'c.html': page });
  await site.builder.build();
  expect(site.read('c.html')).toBe('7');
  site.tree.write('/site/_posts/2025-01-01-p1.md', '---\nlang: en\n---\n1');
  await site.builder.build();
  expect([site.read('a.html'), site.read('b.html'), site.read('c.html')]).toEqual(['6', '6', '6']);
});
