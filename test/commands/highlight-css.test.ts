import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

const print = (...words: string[]) => runHere(['highlight-css', ...words], folderOf({}));

test('prints both colour schemes unless one is requested', async () => {
  const [both, light, dark] = await Promise.all([print('fog'), print('fog', '--light'), print('fog', '--dark')]);
  expect(both.out).toContain('@media (prefers-color-scheme: dark)');
  expect(both.out.startsWith(light.out)).toBe(true);
  expect(light.out).toContain('.highlight { background: #f5f6f7;');
  expect(dark.out).toContain('.highlight { background: #23272b;');
  expect(dark.out).not.toContain('@media');
});

test('--scope replaces the selector .highlight', async () => {
  const { out } = await print('utterson', '--scope', 'article pre');
  expect(out).toContain('article pre .hll {');
  expect(out).not.toContain('.highlight');
});

test('--list prints the themes', async () => {
  expect(await print('--list')).toEqual({ status: 0, out: 'utterson\nfog\ncontrast\n', err: '' });
});

test.each([[['nothing']], [[]]])('an unknown theme (%j) leads to a list of the known ones', async (words) => {
  const { status, out, err } = await print(...words);
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('There are: utterson, fog, contrast.');
});
