import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

const print = (...words: string[]) => runHere(['highlight-css', ...words], folderOf({}));

test('prints both colours unless one is asked for', async () => {
  const [both, light, dark] = await Promise.all([print('fog'), print('fog', '--light'), print('fog', '--dark')]);
  expect(both.out).toContain('@media (prefers-color-scheme: dark)');
  expect(both.out.startsWith(light.out)).toBe(true);
  expect(light.out).toContain('.highlight { background: #f5f6f7;');
  expect(dark.out).toContain('.highlight { background: #23272b;');
  expect(dark.out).not.toContain('@media');
});

test('--scope puts another selector in place of .highlight', async () => {
  const { out } = await print('utterson', '--scope', 'article pre');
  expect(out).toContain('article pre .hll {');
  expect(out).not.toContain('.highlight');
});

test('--list prints the themes', async () => {
  expect(await print('--list')).toEqual({ status: 0, out: 'utterson\nfog\ncontrast\n', err: '' });
});

test.each([[['nothing']], [[]]])('without a theme there is (%j), those there are are named', async (words) => {
  const { status, out, err } = await print(...words);
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('There are: utterson, fog, contrast.');
});
