import { expect, test } from 'vitest';
import { ChangedSource, writeChanged } from '../../src/ruby/changed-source.ts';
import { ChangedTree } from '../../src/ruby/changed-tree.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (data: Uint8Array): string => new TextDecoder().decode(data);
const names = (tree: ChangedTree, folder: string): string[] =>
  tree.list(folder).map(({ name, kind }) => `${name} ${kind}`);
const below = () => new MemoryTree({ '/site/a.txt': 'a', '/site/b/c.txt': 'c' });

test('changes lie over a tree that stays as it is', () => {
  const tree = below();
  const changed = new ChangedTree(tree);
  changed.put('/site/a.txt', bytes('A'));
  changed.put('/site/new/er.txt', bytes('new'));
  changed.drop('/site/b/c.txt');
  expect(textOf(changed.read('/site/a.txt'))).toBe('A');
  expect(names(changed, '/site')).toEqual(['a.txt file', 'b directory', 'new directory']);
  expect(names(changed, '/site/b')).toEqual([]);
  expect(changed.status('/site/b/c.txt')).toBeUndefined();
  expect(() => changed.read('/site/b/c.txt')).toThrow('ENOENT');
  expect(textOf(tree.read('/site/a.txt'))).toBe('a');
  expect(tree.status('/site/new')).toBeUndefined();
});

test('changes are taken back, except for those that were to stay', () => {
  const changed = new ChangedTree(below());
  changed.put('/site/stays.txt', bytes('1'));
  changed.keepChanges();
  changed.put('/site/stays.txt', bytes('2'));
  changed.drop('/site/a.txt');
  changed.put('/site/goes.txt', bytes('3'));
  changed.reset();
  expect(names(changed, '/site')).toEqual(['a.txt file', 'b directory', 'stays.txt file']);
  expect(textOf(changed.read('/site/stays.txt'))).toBe('1');
  changed.forget('/site/stays.txt');
  expect(names(changed, '/site')).toEqual(['a.txt file', 'b directory']);
});

test('those who build from a changed source read and copy the changes', async () => {
  const tree = below();
  const source = new ChangedSource(tree);
  source.put('/site/a.txt', bytes('changed'));
  expect(source.lend('/site/a.txt', textOf)).toBe('changed');
  expect(textOf(source.readStart('/site/a.txt', 2))).toBe('ch');
  source.put('/site/n/m.txt', bytes('m'));
  expect([source.realPath('/site/n/m.txt'), source.realPath('/site/n/x.txt')]).toEqual(['/site/n/m.txt', undefined]);
  expect(source.listUnsorted('/site').map(({ name }) => name)).toEqual(['a.txt', 'b', 'n']);
  await source.copyAhead('/site/a.txt', '/out/a.txt');
  source.copy('/site/a.txt', '/out/a.txt', false);
  source.copy('/site/b/c.txt', '/out/c.txt', false);
  expect(['/out/a.txt', '/out/c.txt'].map((path) => textOf(tree.read(path)))).toEqual(['changed', 'c']);
});

test('a file is written only if it is not there', () => {
  const tree = below();
  expect(writeChanged(tree, '/site/a.txt', bytes('a'))).toBe(false);
  expect(writeChanged(tree, '/site/a.txt', bytes('b'))).toBe(true);
  expect(textOf(tree.read('/site/a.txt'))).toBe('b');
});
