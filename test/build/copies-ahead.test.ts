import { existsSync, lstatSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { DiskTree } from '../../src/util/files/disk-tree.ts';
import { folderOf } from '../server/folder.ts';

const LONG_AGO = new Date('2001-02-03T04:05:06.789Z');
const FILES = { 'img/a.png': 'picture', 'b.txt': 'text', 'same.html': 'static', 'index.md': '---\n---\ntext' };

/** The disk, with a record of the copies that were begun in the background. */
class ToldTree extends DiskTree {
  readonly begun: string[] = [];

  override async copyAhead(from: string, to: string): Promise<void> {
    this.begun.push(from);
    await super.copyAhead(from, to);
  }
}

function site(files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  utimesSync(join(folder, 'img/a.png'), LONG_AGO, LONG_AGO);
  const tree = new ToldTree();
  const out = join(folder, '_site');
  const run = () => build({ folder, tree, environment: {}, overrides: { source: folder, destination: out } });
  return { folder, tree, out, run };
}

test('static files are copied in the background, with their times', async () => {
  const { folder, tree, out, run } = site(FILES);
  const { written } = await run();
  expect(tree.begun.sort()).toEqual(['b.txt', 'img/a.png', 'same.html'].map((name) => `${folder}/${name}`));
  expect([...written].sort()).toEqual(['b.txt', 'img/a.png', 'index.html', 'same.html']);
  expect(readFileSync(join(out, 'img/a.png'), 'utf8')).toBe('picture');
  expect(statSync(join(out, 'img/a.png')).mtimeMs).toBe(LONG_AGO.getTime());
  // If there is a file already, no copy is begun.
  await run();
  expect(tree.begun).toHaveLength(3);
});

test('files to which a page is written too, and links, are not copied ahead', async () => {
  const { folder, tree, out, run } = site({ ...FILES, 'same.md': '---\n---\npage' });
  symlinkSync('b.txt', join(folder, 'link.txt'));
  await run();
  expect(tree.begun).not.toContain(`${folder}/same.html`);
  expect(lstatSync(join(out, 'link.txt')).isSymbolicLink()).toBe(true);
});

test('a build that fails removes its copies', async () => {
  const { tree, out, run } = site({ ...FILES, 'z.html': '---\n---\n{% include nowhere.html %}' });
  await expect(run()).rejects.toThrow('nowhere.html');
  expect(tree.begun).toHaveLength(3);
  expect(existsSync(out)).toBe(false);
});
