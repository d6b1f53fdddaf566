import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

/** A site in two languages, of which each has an address of its own. */
const editions = [
  { folder: '', settings: new Map<string, unknown>([['keep_files', ['de']]]) },
  { folder: 'de', settings: new Map<string, unknown>([['baseurl', '/de']]) },
];
const PLUGINS = [
  {
    name: 'languages',
    readsAreRecorded: true,
    editions: () => editions,
    commands: [{ name: 'hello', description: 'Says hello', run: () => {} }],
  },
];

const page = (condition: string) => `---\n---\n{% if ${condition} %}{{ '/a/' | relative_url }}{% endif %}`;

test('an address that both languages share is that of the first one that asks for it, in each build anew', async () => {
  const before = await memorySite({ 'a.html': page('site.baseurl == "/de"') }, { plugins: PLUGINS });
  await before.builder.build();
  expect([before.read('a.html'), before.read('de/a.html')]).toEqual(['', '/de/a/']);
  before.tree.write('/site/a.html', page('true'));
  await before.builder.build();
  const clean = await memorySite({ 'a.html': page('true') }, { plugins: PLUGINS });
  await clean.builder.build();
  for (const name of ['a.html', 'de/a.html']) expect(before.read(name)).toBe(clean.read(name));
  expect(clean.read('de/a.html')).toBe('/a/');
});

test('a site in several languages has the commands of its plugins once', async () => {
  const { builder } = await memorySite({ 'a.html': 'a' }, { plugins: PLUGINS });
  expect(builder.commands.map(({ name }) => name)).toEqual(['hello']);
});
