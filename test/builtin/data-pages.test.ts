import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as versions from '../../src/builtin/ruby-ports/data-page-generator.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import { configOf, memorySite, textsIn } from '../build/memory-site.ts';
import { filesIn } from '../files-in.ts';

const FOLDER = join(import.meta.dirname, 'data-pages');

const SOURCE = filesIn(join(FOLDER, 'source'));
const DIRECTORIES = { 'page_gen-dirs': true };

/** The folders in `expected` are what Jekyll made of `source` with the Ruby file of that time. */
test.each<[string, Plugin, object]>([
  ['2016', versions.pagesOf2016, DIRECTORIES],
  ['august-2017', versions.pagesOfAugust2017, DIRECTORIES],
  ['2018', versions.pagesOf2018, {}],
  ['2019', versions.pagesOf2019, {}],
  ['september-2020', versions.pagesOfSeptember2020, {}],
])('data_page_generator.rb of %s', async (name, plugin, settings) => {
  const config = { ...configOf(SOURCE), ...settings };
  const site = await memorySite(SOURCE, { config, plugins: [plugin] });
  await site.builder.build();
  expect(Object.fromEntries(textsIn(site.tree, '/out'))).toEqual(filesIn(join(FOLDER, 'expected', name), '/out/'));
});

test('until 2020 a template that is no HTML file in _layouts makes empty pages', async () => {
  const files = { '_layouts/a.md': 'text', '_data/d.yml': '- { name: x }\n' };
  const config = { page_gen: [{ data: 'd', template: 'a', name: 'name' }] };
  for (const [plugin, text] of [
    [versions.pagesOf2019, ''],
    [versions.pagesOfSeptember2020, 'text'],
  ] as const) {
    const site = await memorySite(files, { config, plugins: [plugin] });
    await site.builder.build();
    expect(site.read('d/x.html')).toBe(text);
  }
});
