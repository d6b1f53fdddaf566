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

test.each(['build', 'clean'])('%s refuses a destination that is the home folder, or contains it', async (command) => {
  const folder = folderOf({ 'site/index.md': 'x', 'homes/mary/letter.txt': 'x', 'homes/mary/_site/old.html': 'x' });
  const site = join(folder, 'site');
  const home = { HOME: join(folder, 'homes/mary') };
  for (const destination of ['../homes/mary', '../homes']) {
    const run = await runHere([command, '-d', destination], site, home);
    expect(run).toMatchObject({ status: 1 });
    expect(run.err).toContain('Destination directory cannot be or contain the home folder.');
    expect(run.err).toContain('Nothing was removed');
  }
  expect(existsSync(join(folder, 'homes/mary/letter.txt'))).toBe(true);
  expect(await runHere([command, '-d', '../homes/mary/_site'], site, home)).toMatchObject({ status: 0 });
  expect(existsSync(join(folder, 'homes/mary/_site/old.html'))).toBe(false);
});
