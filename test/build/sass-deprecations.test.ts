import { expect, test } from 'vitest';
import { memorySite } from './memory-site.ts';

const OLD = `---\n---\n$a: 10px;\n.a { width: percentage(0.5); height: mix(#000, #fff); }\n${'.d { width: percentage(0.5) }\n'.repeat(9)}`;
const FILES = { 'a.scss': OLD, 'b.scss': OLD, 'c.sass': '---\n---\n.c\n  width: percentage(0.1)\n' };

async function said(sass: Record<string, unknown>): Promise<string[]> {
  const { builder, log } = await memorySite(FILES, { config: { sass: new Map(Object.entries(sass)) } });
  await builder.build();
  return log.messages.map(({ text }) => text.trim()).filter((text) => text.startsWith('Sass:'));
}

test('the deprecations of all style sheets are reported in one line', async () => {
  expect(await said({})).toEqual([
    'Sass: style sheets use features that a future Sass will remove (global-builtin). `sass: { verbose: true }` shows each place.',
  ]);
});

test('and in one line for all editions of a site', async () => {
  const editions = ['', 'de', 'fr'].map((folder) => ({ folder, settings: new Map() }));
  const { builder, log } = await memorySite(FILES, { plugins: [{ name: 'languages', editions: () => editions }] });
  await builder.build();
  await builder.build();
  expect(log.messages.filter(({ text }) => text.includes('future Sass'))).toHaveLength(2);
});

test('each is shown if requested, and none if silenced', async () => {
  expect(await said({ verbose: true })).toHaveLength(23);
  expect(await said({ silence_deprecations: ['global-builtin'] })).toEqual([]);
});

test('what a style sheet itself prints is shown as it is', async () => {
  const { builder, log } = await memorySite({ 'a.scss': '---\n---\n@warn "Mind the gap";\n@debug "Here";\n' });
  await builder.build();
  const texts = log.messages.map(({ text }) => text.trim());
  expect(texts.filter((text) => text.startsWith('Sass:'))).toEqual(['Sass: Mind the gap', 'Sass: Here']);
});
