import { expect, test } from 'vitest';
import { ChangedSource } from '../../src/ruby/changed-source.ts';
import { RubyWorkspace } from '../../src/ruby/ruby-workspace.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';

test.each([
  ['C:/site', false],
  ['//server/share/site', false],
  ['/site', true],
])('in %s Ruby code reaches a name with backslashes: %s', (source, isReached) => {
  const name = `${source}/..\\..\\secret.txt`;
  const tree = new ChangedSource(new MemoryTree({ [name]: 'secret', [`${source}/a.txt`]: 'a' }));
  const workspace = new RubyWorkspace(source, `${source}/_site`, tree);
  expect(workspace.status(`${source}/a.txt`)?.kind).toBe('file');
  expect(workspace.status(name) !== undefined).toBe(isReached);
  expect(workspace.isWritable(name)).toBe(isReached);
  expect(workspace.isWritable(`${source}/_site/..\\..\\evil.txt`)).toBe(isReached);
});

test.each([
  [
    'C:/blog/site',
    [
      ['/', 'C:'],
      ['/C:', 'blog'],
      ['C:/blog', 'site'],
      ['C:/blog/site', 'a.txt'],
    ],
  ],
  [
    '/blog/site',
    [
      ['/', 'blog'],
      ['/blog', 'site'],
      ['/blog/site', 'a.txt'],
    ],
  ],
] as const)('in %s Ruby code finds its way from the top', (source, steps) => {
  const tree = new ChangedSource(new MemoryTree({ [`${source}/a.txt`]: 'a' }));
  const workspace = new RubyWorkspace(source, `${source}/_site`, tree);
  for (const [folder, name] of steps) {
    expect(workspace.status(folder)?.kind).toBe('directory');
    expect(workspace.list(folder).map((entry) => entry.name)).toEqual([name]);
  }
});

test('in a folder of plugins beside the source Ruby code sees Ruby files, and changes none', () => {
  const files = {
    '/blog/site/a.txt': 'a',
    '/blog/plugins/lib/b.rb': 'b',
    '/blog/plugins/key.txt': 'secret',
    '/blog/c.rb': 'c',
  };
  const tree = new ChangedSource(new MemoryTree(files));
  const workspace = new RubyWorkspace('/blog/site', '/blog/site/_site', tree, ['/blog/plugins', '/blog/site/_plugins']);
  expect(workspace.list('/blog').map(({ name }) => name)).toEqual(['site', 'plugins']);
  expect(workspace.list('/blog/plugins').map(({ name }) => name)).toEqual(['lib']);
  expect(workspace.read('/blog/plugins/lib/b.rb')).toEqual(new TextEncoder().encode('b'));
  expect(workspace.isWritable('/blog/plugins/lib/b.rb')).toBe(false);
  for (const hidden of ['/blog/plugins/key.txt', '/blog/c.rb']) expect(workspace.status(hidden)).toBeUndefined();
});
