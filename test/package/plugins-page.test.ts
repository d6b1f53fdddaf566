import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';
import { runCli } from '../commands/run-cli.ts';
import { folderOf } from '../server/folder.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'plugins.md'), 'utf8');

/** The plugins on the page that are whole files, with their paths. */
const files = Object.fromEntries(
  [...page.matchAll(/```js\n\/\/ (_plugins\/\S+)\n([\s\S]*?)```/g)].map(([, path = '', code = '']) => [path, code]),
);

test('the plugins of docs/plugins.md do what the page says', async () => {
  expect(Object.keys(files)).toEqual(['_plugins/shout.mjs', '_plugins/tag-pages.mjs', '_plugins/show-file.mjs']);
  const list = '---\n---\n{% for post in page.posts %}{{ post.title | shout }} {% endfor %}{% loud hello %}';
  const folder = folderOf({
    ...files,
    '_layouts/tag.html': list,
    '_layouts/category.html': list,
    '_layouts/author.html': list,
    '_posts/2024-01-01-a.md': '---\ntitle: A\ntags: [Red wine]\ncategories: Food\nauthor: Ann\n---\n',
    '_posts/2024-01-02-b.md': '---\ntitle: B\ntags: [Red wine]\nauthors: [Ann, Bea]\n---\n',
  });
  expect((await runCli(['build'], folder)).status).toBe(0);
  const written = (path: string) => readFileSync(join(folder, '_site', path, 'index.html'), 'utf8');
  expect(written('tags/red-wine')).toBe('B! A! HELLO');
  expect(written('categories/food')).toBe('A! HELLO');
  expect(written('authors/ann')).toBe('A! B! HELLO');
  expect(written('authors/bea')).toBe('B! HELLO');
});

test('docs/plugins.md names everything that a site offers, and a site offers nothing else', async () => {
  const site = await (await memorySite({ 'a.txt': '' })).builder.read();
  const names = [...Object.keys(site), ...Object.getOwnPropertyNames(Object.getPrototypeOf(site))];
  const offered = new Set(names.filter((name) => name !== 'constructor'));
  const [, table = ''] = /^### What a site offers$([\s\S]*?)^### /m.exec(page) ?? [];
  const cells = [...table.matchAll(/^\| (.*?) \|/gm)].map(([, cell]) => cell).join(' ');
  const named = new Set([...cells.matchAll(/\bsite\.(\w+)/g)].map(([, name]) => name));
  expect([...named].sort()).toEqual([...offered].sort());
});

test('a page that shows a file is rendered again when the file changes, and no other page', async () => {
  const path = '_plugins/show-file.mjs';
  const folder = folderOf({
    [path]: files[path] ?? '',
    'about.md': '---\n---\n{% show LICENSE %}',
    'index.md': '---\n---\nnothing',
    LICENSE: 'MIT',
  });
  await runCli(['build'], folder);
  writeFileSync(join(folder, 'LICENSE'), 'BSD');
  expect((await runCli(['build', '--explain'], folder)).out).toMatch(
    /^ +Rendered: about\.md [^\n]*LICENSE[^\n]*\n +Auto/m,
  );
  expect(readFileSync(join(folder, '_site', 'about.html'), 'utf8')).toBe('<p>BSD</p>\n');
});
