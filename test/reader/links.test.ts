import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { folderOf } from '../server/folder.ts';

/** Two folders, where the name of one starts with that of the other; `site-two` is the site. */
function neighbours(): string {
  return folderOf({
    'site/a.html': '---\n---\na',
    'site-two/index.html': '---\n---\n{% include own.html %}',
    'site-two/_includes/own.html': 'own',
    'site-two-secret/b.html': '---\n---\nb',
    'site-two/_includes-secret/c.html': 'c',
  });
}

async function buildIn(folder: string, overrides: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const [source, destination] = [join(folder, 'site-two'), join(folder, 'out')];
  await build({ log: silentLog(), folder, overrides: { source, destination, ...overrides } });
}

test('a link to a folder whose name starts with that of the source leads to files of the site', async () => {
  const folder = neighbours();
  symlinkSync('../site', join(folder, 'site-two/linked'));
  await buildIn(folder);
  expect(existsSync(join(folder, 'out/linked/a.html'))).toBe(true);
});

test('a link to a folder around the source is not followed', async () => {
  const folder = neighbours();
  symlinkSync('..', join(folder, 'site-two/around'));
  await buildIn(folder);
  expect(existsSync(join(folder, 'out/index.html'))).toBe(true);
  expect(existsSync(join(folder, 'out/around'))).toBe(false);
});

test('in safe mode a link must not lead to a folder whose name starts with that of the source', async () => {
  const folder = neighbours();
  symlinkSync('../site-two-secret/b.html', join(folder, 'site-two/b.html'));
  await buildIn(folder, { safe: true });
  expect(existsSync(join(folder, 'out/index.html'))).toBe(true);
  expect(existsSync(join(folder, 'out/b.html'))).toBe(false);
});

test('nor may a link among the includes lead to a folder whose name starts with theirs', async () => {
  const folder = neighbours();
  symlinkSync('../_includes-secret/c.html', join(folder, 'site-two/_includes/c.html'));
  writeFileSync(join(folder, 'site-two/index.html'), '---\n---\n{% include c.html %}');
  await expect(buildIn(folder, { safe: true })).rejects.toThrow("Could not locate the included file 'c.html'");
});

test.each([
  ['development', {}, true],
  ['production', {}, false],
  ['development', { serving: true }, false],
  ['development', { safe: true }, false],
] as const)('whether a link stays one: in %s, with %j: %s', async (JEKYLL_ENV, settings, isLink) => {
  const folder = folderOf({ 'site/a.txt': 'a' });
  symlinkSync('a.txt', join(folder, 'site/b.txt'));
  const [source, destination] = [join(folder, 'site'), join(folder, 'out')];
  await build({ folder, environment: { JEKYLL_ENV }, overrides: { source, destination, ...settings } });
  expect(lstatSync(join(destination, 'b.txt')).isSymbolicLink()).toBe(isLink);
});

test('links that lead back, in the plugins folder and among the data, are not followed for ever', async () => {
  const folder = folderOf({
    'site-two/index.html': '---\n---\n{{ "a" | shout }} {{ site.data.words.b }} {{ site.data.one }}',
    'site-two/_plugins/shout.mjs':
      'export default { name: "shout", filters: { shout: { apply: (input) => input + "!" } } };',
    'site-two/_data/words/b.yml': 'b',
  });
  for (const name of ['one', 'two']) {
    symlinkSync('.', join(folder, 'site-two/_plugins', name));
    symlinkSync('.', join(folder, 'site-two/_data', name));
  }
  await buildIn(folder);
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('a! b ');
});
