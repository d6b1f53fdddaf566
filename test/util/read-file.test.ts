import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ObservedTree } from '../../src/util/files/observed-tree.ts';
import { lendFile, readFile } from '../../src/util/files/read-file.ts';
import { MISSING, stampOf } from '../../src/util/record/file-stamp.ts';
import { folderOf } from '../server/folder.ts';
import { settle } from '../settle.ts';

const LONG = 'long '.repeat(200_000);
const folder = folderOf({ 'short.txt': 'short', 'empty.txt': '', 'long.txt': LONG });
const pathOf = (name: string): string => join(folder, name);

test.each([
  ['short.txt', 'short'],
  ['empty.txt', ''],
  ['long.txt', LONG],
])('%s is read completely', (name, text) => {
  expect(readFile(pathOf(name)).toString()).toBe(text);
  expect(lendFile(pathOf(name), (bytes, look) => [bytes.toString(), look.size])).toEqual([text, text.length]);
});

test.skipIf(!existsSync('/proc/version'))('a file without a size is read until nothing more comes', () => {
  expect(readFile('/proc/version').toString()).toBe(readFileSync('/proc/version', 'utf8'));
});

test('a tree remembers what a file looked like when it was first read', async () => {
  const tree = new ObservedTree([]);
  const path = pathOf('short.txt');
  utimesSync(path, 1000, 1000);
  await settle();
  const before = stampOf(path);
  const read = (): string => tree.lend(path, (bytes) => Buffer.from(bytes).toString());
  expect(read()).toBe('short');
  const noted = tree.observed(path);
  expect(noted).toEqual(before);
  writeFileSync(path, 'longer now');
  expect(read()).toBe('longer now');
  expect(tree.observed(path)).toBe(noted);
});

test('a tree remembers that a file was missing', () => {
  const tree = new ObservedTree([]);
  expect(() => tree.lend(pathOf('none.txt'), String)).toThrow('ENOENT');
  expect(tree.observed(pathOf('none.txt'))).toBe(MISSING);
});
