import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arrayFilters, arrayFiltersOfMarch2023 } from '../../src/builtin/ruby-ports/lab/array-filters.ts';
import fileFilters from '../../src/builtin/ruby-ports/lab/file-filters.ts';
import {
  hashFilters,
  hashFiltersOf2023,
  hashFiltersOfMarch2023,
} from '../../src/builtin/ruby-ports/lab/hash-filters.ts';
import {
  miscFilters,
  miscFiltersOfFebruary2024,
  miscFiltersOfMarch2023,
} from '../../src/builtin/ruby-ports/lab/misc-filters.ts';
import {
  regexFilters,
  regexFiltersOf2023,
  regexFiltersOfMarch2023,
} from '../../src/builtin/ruby-ports/lab/regex-filters.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import { configOf, memorySite, textsIn } from '../build/memory-site.ts';
import { filesIn } from '../files-in.ts';

const FOLDER = join(import.meta.dirname, 'lab');
const NEWEST = [arrayFilters, fileFilters, hashFilters, miscFilters, regexFilters];

const SOURCE = filesIn(join(FOLDER, 'source'));

/** The folders in `expected` are what Jekyll made of `source`, without the other pages, with the Ruby files of that time. */
test.each<[string, readonly string[], readonly Plugin[]]>([
  ['newest', ['old.html', 'march.html'], NEWEST],
  [
    'february-2024',
    ['new.html', 'march.html'],
    [arrayFilters, fileFilters, hashFiltersOf2023, miscFiltersOfFebruary2024, regexFiltersOf2023],
  ],
  [
    'march-2023',
    ['new.html'],
    [arrayFiltersOfMarch2023, fileFilters, hashFiltersOfMarch2023, miscFiltersOfMarch2023, regexFiltersOfMarch2023],
  ],
])('the filters of the Lab Website Template: %s', async (name, without, plugins) => {
  const files = Object.fromEntries(Object.entries(SOURCE).filter(([path]) => !without.includes(path)));
  const config = configOf(SOURCE);
  const site = await memorySite(files, { config, plugins });
  await site.builder.build();
  expect(Object.fromEntries(textsIn(site.tree, '/out'))).toEqual(filesIn(join(FOLDER, 'expected', name), '/out/'));
});

const EDITS: readonly Readonly<Record<string, string>>[] = [
  { '_members/a.md': '---\nrole: pi\n---\n' },
  { 'z.html': '---\n---\nshows {{ site.data.types.mail.text }}' },
  { 'logo.svg': '<svg/>' },
];

test('after every edit a site with these filters is what a clean build makes', async () => {
  const files: Record<string, string> = {
    '_members/a.md': '---\nrole: phd\n---\n',
    '_data/types.yml': 'mail: { icon: x }\nmore: { text: Mail }\n',
    'a.html': '---\n---\n{{ site.data.types.mail | hash_default: site.data.types.more | jsonify }}',
    'list.html': `---\n---\n{{ site.members | data_filter: "role == 'pi'" | map: "url" | join: "," }}`,
    'logo.html': '---\n---\n{{ "logo.svg" | file_read }}',
    'z.html': '---\n---\n{{ site.data.types.mail.text }}',
  };
  const options = { config: { collections: ['members'] }, plugins: NEWEST };
  const site = await memorySite(files, options);
  await site.builder.build([]);
  for (const edit of EDITS) {
    for (const [path, text] of Object.entries(edit)) site.tree.write(`/site/${path}`, text);
    Object.assign(files, edit);
    await site.builder.build();
    const clean = await memorySite(files, options);
    await clean.builder.build();
    expect(Object.fromEntries(textsIn(site.tree, '/out'))).toEqual(Object.fromEntries(textsIn(clean.tree, '/out')));
  }
  expect(site.read('z.html')).toBe('shows Mail');
});
