import { expect, test } from 'vitest';
import { globJoined } from '../../src/util/files/glob.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';

const tree = new MemoryTree({
  '/srv/.own/site/de/a.md': '',
  '/srv/.own/site/de/in/b.md': '',
  '/srv/.own/site/el/c.md': '',
  '/de/outside.md': '',
});
const found = (pattern: string) => globJoined(tree, '/srv/.own/site', pattern).sort();

// What Ruby's Dir.glob finds for the joined pattern, as far as it lies below the folder.
test.each([
  ['de/*', ['de/a.md', 'de/in']],
  ['/de/*', []],
  ['/srv/.own/site/de/*', ['de/a.md', 'de/in']],
  ['//srv/.own//site/de/*/', ['de/in']],
  ['/srv/*/site/de/*', []],
  ['/s*/.o*/s*e/*/', ['de', 'el']],
  ['/**/site/de/*', []],
  ['/**/.own/**/*.md', ['de/a.md', 'de/in/b.md', 'el/c.md']],
  ['/{srv,usr}/.own/site/{de,el}/*.md', ['de/a.md', 'el/c.md']],
  ['./el/*', ['el/c.md']],
  ['el/../de/./*.md', ['de/a.md']],
  ['../*', []],
])('%s', (pattern, paths) => expect(found(pattern)).toEqual(paths));
