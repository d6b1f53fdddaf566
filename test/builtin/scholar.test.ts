import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseArguments } from '../../src/builtin/scholar/arguments.ts';
import { parseNameParts } from '../../src/builtin/scholar/bibtex/name-parser.ts';
import { parseBibtex } from '../../src/builtin/scholar/bibtex/parser.ts';
import { succeed } from '../../src/builtin/scholar/bibtex/succeed.ts';
import { citeItem } from '../../src/builtin/scholar/citeproc-item.ts';
import { isNumericVariable, variableText } from '../../src/builtin/scholar/csl/variables.ts';
import { parseXml } from '../../src/builtin/scholar/csl/xml.ts';
import { fetchStyles } from '../../src/builtin/scholar/fetch-style.ts';
import { findFilters } from '../../src/builtin/scholar/filters.ts';
import { languageTag } from '../../src/builtin/scholar/styles.ts';
import { memorySite } from '../build/memory-site.ts';
import { expectLinearTime } from '../linear-time.ts';
import { folderOf } from '../server/folder.ts';

const OPTIONS = { isStrict: true, strips: false, allowsMissingKeys: false };

/** Texts that could take long to read, because what they begin never ends. */
const HOSTILE: readonly (readonly [string, (size: number) => string])[] = [
  ['braces that are never closed', (size) => `@a{b, c = ${'{'.repeat(size)}`],
  ['quotation marks', (size) => `@a{b, c = "${'{x}'.repeat(size)}`],
  ['beginnings of objects', (size) => '@'.repeat(size)],
  ['blanks', (size) => `@a{b, c ${' '.repeat(size)}`],
  ['long keys', (size) => `@a{${'b'.repeat(size)}`],
];

test.each(HOSTILE)('%s in BibTeX take linear time', async (_, make) => {
  await expectLinearTime(100_000, (size) => {
    const text = make(size);
    return () => {
      try {
        parseBibtex(text, OPTIONS);
      } catch (error) {
        expect(error).toMatchObject({ code: 'BibtexSyntaxError' });
      }
    };
  });
});

test('filters, names and numbers take linear time', async () => {
  await expectLinearTime(20_000, (size) => {
    const half = size / 2 - 1;
    const text = `${'\\emph{'.repeat(size / 10)}${'\\"'.repeat(size)}${'$'.repeat(half)}${' \\c '.repeat(half)}`;
    const filters = findFilters({ list: () => ['italics', 'latex', 'markdown'] }, 'bibtex_filters');
    return () => {
      for (const filter of filters) filter(text);
      parseNameParts(`${'a, '.repeat(size)}${'{'.repeat(size)}`);
      expect(isNumericVariable({ kind: 'text', text: `${'1'.repeat(2 * size)}x!` })).toBe(false);
    };
  });
});

test('names of what every object in JavaScript has are names like any other', () => {
  const source = '@constructor{k, constructor = {a}, __proto__ = {b}, title = {c}}';
  const object = parseBibtex(source, OPTIONS).objects.find(({ kind }) => kind === 'entry');
  if (object?.kind !== 'entry') throw new Error('That is no entry.');
  const item = citeItem(object.entry, { number: 1, suppressesAuthor: false });
  expect(item.type).toBe('constructor');
  const read = ['constructor', '__proto__', 'title', 'genre'].map((name) => variableText(item.read(name)));
  expect(read).toEqual(['a', 'b', 'c', '']);
  expect(() => parseArguments('-valueOf')).toThrow('invalid option: -valueOf');
  expect(languageTag('constructor')).toBe('constructor');
});

test('a style that is no XML is an error with its name', () => {
  for (const text of ['', '<style', '<style><info></style>', '<html/>', `<style>${'<a '.repeat(9999)}`]) {
    expect(() => parseXml(text, 'style', 'mine.csl')).toThrow('mine.csl is not a citation style.');
  }
});

test.each([
  ['doe2009', 'doe2010'],
  ['doe', 'dof'],
  ['zz', 'aaa'],
  ['a9', 'b0'],
  ['Zz9', 'AAa0'],
  ['a-9', 'a-10'],
  ['1.9', '2.0'],
  ['doe:z', 'dof:a'],
])('the key after %s is %s', (key, next) => {
  expect(succeed(key)).toBe(next);
});

const STYLE = (parent = '') =>
  `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl"><info>${parent}</info></style>`;
const DEPENDENT = STYLE('<link href="http://www.zotero.org/styles/nature" rel="independent-parent"/>');

test('fetch-style puts styles, the styles that they name, and the locale into the site', async () => {
  const folder = folderOf({ '_config.yml': 'plugins: [jekyll-scholar]\nscholar: { locale: de }' });
  const asked: string[] = [];
  const answers: Readonly<Record<string, string>> = {
    'locales-de-DE.xml': '<locale/>',
    'dependent/nature-physics.csl': DEPENDENT,
    'nature.csl': STYLE(),
  };
  const { builder } = await memorySite(
    { '_config.yml': '' },
    { folder: '/site', config: { scholar: { locale: 'de' } } },
  );
  const site = await builder.read();
  Object.defineProperty(site, 'source', { value: folder });
  await fetchStyles(site, ['nature-physics'], async (address) => {
    const file = address.replace(/^.*?\/[0-9a-f]{40}\//, '');
    asked.push(file);
    return answers[file];
  });
  expect(readdirSync(join(folder, '_csl')).sort()).toEqual(['locales-de-DE.xml', 'nature-physics.csl', 'nature.csl']);
  expect(readFileSync(join(folder, '_csl', 'nature.csl'), 'utf8')).toBe(STYLE());
  expect(asked).toEqual(['locales-de-DE.xml', 'nature-physics.csl', 'dependent/nature-physics.csl', 'nature.csl']);
  await expect(fetchStyles(site, ['../x'], async () => '')).rejects.toMatchObject({ code: 'InvalidUsage' });
  await expect(
    fetchStyles(site, ['nope'], async (address) => (address.includes('locales') ? '<locale/>' : undefined)),
  ).rejects.toMatchObject({ code: 'UnknownStyle' });
});
