import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';
import { expectLinearTime } from '../linear-time.ts';

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
  ['tags without an end', (size: number) => '{%if '.repeat(size)],
  ['end tags without an end', (size: number) => `{% if a %}${'{%endif '.repeat(size)}${' '.repeat(size)}`],
  ['blanks in tags', (size: number) => `{%${' '.repeat(size)}`.repeat(2)],
  ['complete tags', (size: number) => '{% if a %}'.repeat(size)],
])('%s take no more than linear time', async (_, make) => {
  await expectLinearTime(LONG, (size) => {
    const head = make(size);
    return async () => expect((await excerptOf(head)).excerpt).toContain('{%');
  });
});
