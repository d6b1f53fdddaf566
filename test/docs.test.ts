import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { BUILTINS } from '../src/builtin/builtins.ts';

const repository = join(import.meta.dirname, '..');
const textOf = (name: string): string => readFileSync(join(repository, name), 'utf8');
const docs = readdirSync(join(repository, 'docs')).map((name) => `docs/${name}`);

const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '');

/** The anchors that GitHub gives the headings of a page. */
const anchorsOf = (name: string): readonly string[] =>
  [...withoutCode(textOf(name)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs])(
  'the links of %s lead to what is there',
  (name) => {
    const links = [...withoutCode(textOf(name)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? name : join(dirname(name), path);
      if (!existsSync(join(repository, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  },
);

/** The number of cells in a row of a table. A bar within code has to be escaped there too. */
const cellsIn = (row: string): number => row.replaceAll('\\|', '').split('|').length - 2;

test.each(['README.md', 'CONTRIBUTING.md', ...docs])(
  'the rows of a table in %s have as many cells as its head',
  (name) => {
    const lines = withoutCode(textOf(name)).split('\n');
    let width = 0;
    const uneven = lines.filter((line, index) => {
      if (!line.startsWith('|')) width = 0;
      else if (width === 0) width = cellsIn(lines[index + 1] ?? '');
      return line.startsWith('|') && cellsIn(line) !== width;
    });
    expect(uneven).toEqual([]);
  },
);

const folders = ['.', 'src'].flatMap((folder) =>
  readdirSync(join(repository, folder)).map((name) => ({ name, path: join(repository, folder, name) })),
);

test.each(['README.md', 'CONTRIBUTING.md', ...docs])('the files of the program that %s names are there', (name) => {
  const named = [...textOf(name).matchAll(/`([\w-]+)(\/[\w./-]+\.m?ts)`/g)];
  const missing = named.filter(([, first, rest = '']) => {
    const places = folders.filter((folder) => folder.name === first);
    return places.length > 0 && !places.some(({ path }) => existsSync(join(path, rest)));
  });
  expect(missing.map(([text]) => text)).toEqual([]);
});

test('docs/incremental.md names the built-in plugins with which every build renders all pages', async () => {
  const plugins = await Promise.all(Object.values(BUILTINS).map(async (load) => (await load()).default));
  const untracked = plugins.filter(({ readsAreRecorded }) => readsAreRecorded === false).map(({ name }) => name);
  const [, named = ''] = /of the built-in ones ([^:]+):/.exec(textOf('docs/incremental.md')) ?? [];
  expect(named.split(/, | and /)).toEqual(untracked.sort());
});

test.each<readonly [string, RegExp, RegExp]>([
  ['README.md', /These are built in:([^.]+)\./, /[\w-]+/g],
  ['docs/plugins.md', /## Built in\n([\s\S]+?)\n## /, /(?<=^\| `)[\w-]+/gm],
])('%s lists every plugin that is built in, and the names of two that are built in otherwise', (name, part, word) => {
  const [, list = ''] = part.exec(textOf(name)) ?? [];
  const listed = (list.match(word) ?? []).filter((plugin) => plugin !== 'and');
  expect(listed.sort()).toEqual([...Object.keys(BUILTINS), 'jekyll-commonmark', 'jekyll-remote-theme'].sort());
});
