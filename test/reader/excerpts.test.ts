import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

/** For texts of this length, a search for tags that is not linear would take minutes. */
const LONG = 100_000;

/** A text that is cut inside its excerpt: the rest begins after an empty line. */
async function excerptOf(head: string): Promise<{ readonly excerpt: string; readonly warnings: readonly string[] }> {
  const { builder, log } = await memorySite({ '_posts/2026-01-01-a.md': `---\n---\n${head}\n\nthe rest` });
  const site = await builder.read();
  const [post] = site.posts.docs;
  return { excerpt: post?.excerpt?.content ?? '', warnings: log.messages.map(({ text }) => text.trim()) };
}

test.each([
  ['{% if a %}{% for i in a %}b', '\n{% endfor %}\n{% endif %}'],
  ['{% if a %}b{% endif %}{% for i in a %}', '\n{% endfor %}'],
  ['{%- if a -%}b{%- endif -%}', ''],
  ['{% if a %}{% if b %}', '\n{% endif %}'],
  ['{% if a %}{% endif', '\n{% endif %}'],
  ['{% assign a = 1 %}{% if', ''],
])('the blocks that are open in %j are closed', async (head, added) => {
  const { excerpt, warnings } = await excerptOf(head);
  expect(excerpt).toBe(head + added);
  expect(warnings.some((text) => text.includes('Excerpt modified in'))).toBe(added !== '');
});

test.each([
  ['tags without an end', '{%if '.repeat(LONG)],
  ['end tags without an end', `{% if a %}${'{%endif '.repeat(LONG)}${' '.repeat(LONG)}`],
  ['blanks in tags', `{%${' '.repeat(LONG)}`.repeat(2)],
  ['complete tags', '{% if a %}'.repeat(LONG)],
])('%s take no more than linear time', { timeout: 5000 }, async (_, head) => {
  expect((await excerptOf(head)).excerpt).toContain('{%');
});
