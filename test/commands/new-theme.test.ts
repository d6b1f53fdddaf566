import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, writeInto } from '../server/folder.ts';
import { runHere } from './run-here.ts';

test('new-theme: Jekyll’s folders and files, and a package.json; words are joined as in Jekyll', async () => {
  const folder = folderOf({});
  const run = await runHere(['new-theme', 'my  dark', 'ink', '-c'], folder);
  const theme = `${folder}/my_dark_ink`;
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out).toContain(`             create ${theme}/_layouts/page.html\n`);
  expect(run.out).toContain(`Your new Jekyll theme, my_dark_ink, is ready for you in ${theme}! \n`);
  expect(readdirSync(theme).sort()).toEqual(
    [
      '.git',
      '.gitignore',
      'CODE_OF_CONDUCT.md',
      'Gemfile',
      'LICENSE.txt',
      'README.md',
      'my_dark_ink.gemspec',
      'package.json',
    ]
      .concat(['_data', '_includes', '_layouts', '_sass', 'assets'])
      .sort(),
  );
  expect(readFileSync(join(theme, 'my_dark_ink.gemspec'), 'utf8')).toContain('spec.name          = "my_dark_ink"');
  expect(JSON.parse(readFileSync(join(theme, 'package.json'), 'utf8'))).toMatchObject({ name: 'my_dark_ink' });
});

test('a site builds with a new theme from its node_modules', async () => {
  const folder = folderOf({ 'site/_config.yml': 'theme: ink\n', 'site/index.md': '---\nlayout: page\n---\nText.\n' });
  expect((await runHere(['new-theme', 'ink'], folder)).status).toBe(0);
  expect(existsSync(join(folder, 'ink', 'CODE_OF_CONDUCT.md'))).toBe(false);
  writeInto(folder, 'ink/_layouts/default.html', '<body>{{ content }}</body>');
  writeInto(folder, 'site/node_modules/.keep', '');
  symlinkSync(join(folder, 'ink'), join(folder, 'site', 'node_modules', 'ink'));
  expect((await runHere(['build'], join(folder, 'site'))).status).toBe(0);
  expect(readFileSync(join(folder, 'site/_site/index.html'), 'utf8')).toContain('<body>');
});

test('new-theme overwrites nothing, and needs a name', async () => {
  const folder = folderOf({ 'ink/keep.txt': 'mine' });
  const refused = await runHere(['new-theme', 'ink'], folder);
  expect(refused).toMatchObject({ status: 1 });
  expect(refused.err).toContain('already exists.');
  expect(readdirSync(join(folder, 'ink'))).toEqual(['keep.txt']);
  expect((await runHere(['new-theme'], folder)).err).toContain('You must specify a theme name.');
});
