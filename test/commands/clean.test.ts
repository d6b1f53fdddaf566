import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

test('clean removes what builds leave behind, and prints what it did', async () => {
  const folder = folderOf({
    'index.md': 'x',
    '_site/index.html': 'x',
    '.jekyll-metadata': 'x',
    '.jekyll-cache/a': 'x',
  });
  const run = await runHere(['clean'], folder);
  expect(run.status).toBe(0);
  expect(run.out).toContain(`           Cleaner: Removing ${folder}/_site...`);
  expect(run.out).toContain('Nothing to do for');
  expect(
    ['_site', '.jekyll-metadata', '.jekyll-cache', 'index.md'].map((name) => existsSync(join(folder, name))),
  ).toEqual([false, false, false, true]);
});

test.each(['.', '..', '/'])('clean does not remove the source if the destination is %s', async (destination) => {
  const folder = folderOf({ 'site/index.md': 'x' });
  const run = await runHere(['clean', '-d', destination], join(folder, 'site'));
  expect(run).toMatchObject({ status: 1 });
  expect(run.err).toContain('Nothing was removed');
  expect(existsSync(join(folder, 'site/index.md'))).toBe(true);
});
