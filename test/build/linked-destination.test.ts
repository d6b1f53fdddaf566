import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../server/folder.ts';

const FILES = { 'site/_config.yml': '', 'site/index.html': 'text', 'site/_posts/2024-01-01-a.md': '---\n---\n' };

/** A site with a link next to it, and what is left of it after a build into a destination. */
function siteWithLink(
  target: string,
  link: string,
): { readonly folder: string; readonly into: (path: string) => unknown } {
  const folder = folderOf(FILES);
  symlinkSync(join(folder, target), join(folder, link), process.platform === 'win32' ? 'junction' : 'dir');
  const source = join(folder, 'site');
  return { folder, into: (path) => build({ folder: source, overrides: { source, destination: join(folder, path) } }) };
}

describe('a destination that is reached through a link', () => {
  test.each([
    ['that is the source', 'site', 'link', 'link'],
    ['that is the source, within it', 'site', 'site/_site', 'site/_site'],
    ['that contains the source', '.', 'link', 'link'],
    ['that is the folder of the posts', 'site', 'link', 'link/_posts'],
  ])('%s is refused, and nothing is lost', async (_, target, link, destination) => {
    const { folder, into } = siteWithLink(target, link);
    await expect(into(destination)).rejects.toMatchObject({ code: 'InvalidDestination' });
    for (const name of Object.keys(FILES)) expect(existsSync(join(folder, name)), name).toBe(true);
  });

  test('that is inside the source is not read by the next build', async () => {
    const { folder, into } = siteWithLink('site', 'link');
    for (let round = 0; round < 3; round++) await into('link/out');
    expect(readdirSync(join(folder, 'site', 'out'), { recursive: true }).sort()).toEqual([
      '2024',
      join('2024', '01'),
      join('2024', '01', '01'),
      join('2024', '01', '01', 'a.html'),
      'index.html',
    ]);
  });

  test('that is outside is written to', async () => {
    const { folder, into } = siteWithLink('elsewhere', 'site/_site');
    mkdirSync(join(folder, 'elsewhere'));
    await into('site/_site');
    expect(readFileSync(join(folder, 'elsewhere', 'index.html'), 'utf8')).toBe('text');
  });
});
