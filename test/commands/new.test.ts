import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsIn } from '../files-in.ts';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

test('new: the files of a blog, with a post of today; words are joined as in Jekyll', async () => {
  const folder = folderOf({});
  const run = await runHere(['new', 'my', 'blog'], folder);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out).toContain('cd "my blog" && utterson serve');
  const files = pathsIn(join(folder, 'my blog'));
  const post = files.find((name) => name.startsWith('_posts/')) ?? '';
  expect(files).toEqual(['.gitignore', '404.html', '_config.yml', post, 'about.markdown', 'index.markdown'].sort());
  expect(post).toMatch(/^_posts\/\d{4}-\d\d-\d\d-welcome\.markdown$/);
  const text = readFileSync(join(folder, 'my blog', post), 'utf8');
  expect(text).toMatch(/^date: \d{4}-\d\d-\d\d \d\d:\d\d [+-]\d{4}$/m);
  expect(text).not.toContain('{{ date }}');
});

test('the post of a new blog can be unpublished and published', async () => {
  const folder = folderOf({});
  await runHere(['new', 'blog'], folder);
  const [name = ''] = readdirSync(join(folder, 'blog', '_posts'));
  const site = join(folder, 'blog');
  const moved = await runHere(['unpublish', `_posts/${name}`], site);
  expect(moved.err).toBe('');
  expect(readFileSync(join(site, '_drafts', 'welcome.markdown'), 'utf8')).not.toMatch(/^date:/m);
  await runHere(['publish', '_drafts/welcome.markdown'], site);
  expect(pathsIn(site).filter((path) => path.startsWith('_posts/'))).toHaveLength(1);
});

test('new makes no folder where there is a file, even if forced to', async () => {
  const folder = folderOf({ blog: 'a file' });
  const { status, err } = await runHere(['new', 'blog', '--force'], folder);
  expect(status).toBe(1);
  expect(err).toContain('blog is a file.');
});

test('new --blank: the empty folders of a site, as Jekyll makes them', async () => {
  const folder = folderOf({});
  expect((await runHere(['new', 'site', '--blank'], folder)).status).toBe(0);
  const site = join(folder, 'site');
  expect(pathsIn(site)).toEqual([
    '_config.yml',
    '_layouts/default.html',
    '_sass/base.scss',
    'assets/css/main.scss',
    'index.md',
  ]);
  for (const name of ['_data', '_drafts', '_includes', '_posts']) expect(readdirSync(join(site, name))).toEqual([]);
  expect(readFileSync(join(site, 'index.md'), 'utf8')).toContain('Start developing');
  expect(await runHere(['new', 'site', '--blank', '--force'], folder)).toMatchObject({ status: 0, err: '' });
});

test('new does not write into a folder that is not empty, unless forced to', async () => {
  const folder = folderOf({ 'site/keep.txt': 'mine' });
  const refused = await runHere(['new', 'site'], folder);
  expect(refused.status).toBe(1);
  expect(refused.err).toContain('exists and is not empty');
  expect(readdirSync(join(folder, 'site'))).toEqual(['keep.txt']);
  expect((await runHere(['new', 'site', '--force'], folder)).status).toBe(0);
  expect(existsSync(join(folder, 'site', 'keep.txt'))).toBe(true);
  expect(existsSync(join(folder, 'site', '_config.yml'))).toBe(true);
});
