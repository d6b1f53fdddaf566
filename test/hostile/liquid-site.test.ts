import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

/** Ways in which a page could try to reach JavaScript's objects, through what Jekyll adds to Liquid. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'length',
  '__defineGetter__',
];

async function build(text: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const site = await memorySite({ 'a.html': `---\n---\n${text}`, ...files });
  await site.builder.build();
  return site.read('a.html');
}

const POSTS = { '_posts/2026-01-01-a.md': '---\ntitle: T\n---\nx', '_posts/2026-01-01-b.md': '---\ntitle: U\n---\ny' };

test.each(NAMES)('a parameter of an include may be called %s', async (name) => {
  const include = { '_includes/i.html': `{{ include.${name} }}|{{ include['${name}'] }}|{{ include.other.${name} }}` };
  expect(await build(`{% include i.html ${name}="1" %}`, include)).toBe('1|1|');
  expect(await build('{% include i.html other="1" %}', include)).toBe('||');
  expect(await build('{% include i.html %}', include)).toBe('||');
  expect(({} as Record<string, unknown>)['1']).toBeUndefined();
});

test.each(NAMES)('a capture, a loop and a counter may be called %s', async (name) => {
  const text =
    `{% capture ${name} %}c{% endcapture %}{{ ${name} }}` +
    `{% for ${name} in (1..2) %}{{ ${name} }}{{ ${name}.${name} }}{% endfor %}` +
    `{% increment n${name} %}{{ n${name}.${name} }}`;
  expect(await build(text)).toBe('c120');
});

test.each(NAMES)('no drop of a site has a %s, neither by name nor in a loop', async (name) => {
  const asked = [
    'site',
    'page',
    'site.posts',
    'site.posts.first',
    'site.data',
    'site.tags',
    'jekyll',
    'site.static_files',
  ]
    .map((object) => `{{ ${object}.${name} }}{{ ${object}["${name}"] }}`)
    .join('');
  const walked =
    `{% for pair in site.posts.first %}{{ pair.${name} }}{{ pair[1].${name} }}{% if pair[0] == "${name}" %}!{% endif %}{% endfor %}` +
    `{% for pair in site.data %}{{ pair }}{% endfor %}{% for pair in page %}{{ pair[1].${name} }}{% endfor %}`;
  expect(await build(asked + walked, POSTS)).toBe('');
});

test.each(NAMES)("Jekyll's filters find nothing called %s", async (name) => {
  const filters = [
    `where: "${name}", "x" | size`,
    `where: "${name}", nil | size`,
    `where_exp: "p", "p.${name}" | size`,
    `map: "${name}" | compact | size`,
    `group_by: "${name}" | map: "name" | join: ""`,
    `group_by_exp: "p", "p.${name}" | map: "name" | join: ""`,
    `sort: "${name}" | map: "title" | join: ""`,
    `find: "${name}", "x"`,
  ];
  const text = filters.map((filter) => `{{ site.posts | ${filter} }}`).join(',');
  expect(await build(text, POSTS)).toBe('0,2,0,0,,,UT,');
});

test.each(NAMES)('front matter and data called %s are plain values', async (name) => {
  const text = `{{ site.data.d.${name} }}{{ page.${name} }}{{ site.data.d | map: "${name}" }}{{ site.data.d | jsonify }}`;
  const files = { '_data/d.yml': `${name}: 1\n`, 'a.html': `---\n${name}: 2\n---\n${text}` };
  expect(await build('', files)).toBe(`121{"${name}":1}`);
  expect(({} as Record<string, unknown>)['1']).toBeUndefined();
});
