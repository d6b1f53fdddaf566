import fs, { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { DiskTree } from '../../src/util/files/disk-tree.ts';
import { folderOf } from '../server/folder.ts';

const folder = folderOf({ 'a.txt': 'a' });
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(join(folder, 'out'), { recursive: true, force: true });
});

const refusal = (): Error => Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' });

test('a folder that somebody removed is made again, for writing and for copying', () => {
  const tree = new DiskTree();
  const from = join(folder, 'a.txt');
  tree.write(join(folder, 'out/b.txt'), 'b');
  rmSync(join(folder, 'out'), { recursive: true });
  tree.copy(from, join(folder, 'out/a.txt'), false);
  rmSync(join(folder, 'out'), { recursive: true });
  tree.write(join(folder, 'out/b.txt'), 'b');
  tree.copy(from, join(folder, 'out/a.txt'), false);
  expect(['a', 'b'].map((name) => readFileSync(join(folder, `out/${name}.txt`), 'utf8'))).toEqual(['a', 'b']);
});

test('a folder is made although one above it was removed, or somebody else made it', () => {
  const tree = new DiskTree();
  tree.write(join(folder, 'out/a/b/c.txt'), 'c');
  rmSync(join(folder, 'out'), { recursive: true });
  tree.write(join(folder, 'out/a/b/d/e.txt'), 'e');
  mkdirSync(join(folder, 'out/a/b/f'));
  tree.write(join(folder, 'out/a/b/f/g/h.txt'), 'h');
  const read = (path: string) => readFileSync(join(folder, 'out/a/b', path), 'utf8');
  expect(['d/e.txt', 'f/g/h.txt'].map(read)).toEqual(['e', 'h']);
});

test('a missing file cannot be copied', () => {
  expect(() => new DiskTree().copy(join(folder, 'none.txt'), join(folder, 'out/none.txt'), false)).toThrow(/ENOENT/);
});

test.skipIf(!existsSync('/dev/full'))('a full disk is reported with the file that did not fit', () => {
  const write = () => new DiskTree().write('/dev/full', 'text');
  expect(write).toThrow(expect.objectContaining({ code: 'ENOSPC', path: '/dev/full' }));
});

test.skipIf(!existsSync('/proc/version'))(
  'if the system refuses to make folders and says that they are missing, nothing loops',
  () => {
    const write = () => new DiskTree().write('/proc/utterson/a/b.html', 'text');
    expect(write).toThrow(expect.objectContaining({ code: 'ENOENT', syscall: 'mkdir', path: '/proc/utterson' }));
  },
);

test('the parents of a folder are made, and a file in the way is reported', () => {
  const tree = new DiskTree();
  tree.write(join(folder, 'out/a/b/c/d.txt'), 'd');
  expect(readFileSync(join(folder, 'out/a/b/c/d.txt'), 'utf8')).toBe('d');
  const place = join(folder, 'a.txt');
  expect(() => tree.write(join(place, 'b.txt'), '')).toThrow(expect.objectContaining({ code: 'EEXIST', path: place }));
});

test('the copy of a file that may not be changed is replaced by a page', () => {
  const tree = new DiskTree();
  const path = join(folder, 'out/a.html');
  tree.write(path, 'copied');
  chmodSync(path, 0o444);
  const write = fs.writeFileSync;
  // The superuser is never refused.
  vi.spyOn(fs, 'writeFileSync').mockImplementation((file, ...others) => {
    if (lstatSync(String(file), { throwIfNoEntry: false })?.mode === 0o100444) throw refusal();
    write(file, ...others);
  });
  syncBuiltinESMExports();
  tree.write(path, 'written');
  expect(readFileSync(path, 'utf8')).toBe('written');
});

test.skipIf(process.platform === 'win32')('where links cannot be made, what they lead to is copied', () => {
  const from = join(folder, 'link.txt');
  const to = join(folder, 'out/link.txt');
  symlinkSync('a.txt', from);
  new DiskTree().copy(from, to, true);
  expect(lstatSync(to).isSymbolicLink()).toBe(true);
  rmSync(to);
  vi.spyOn(fs, 'symlinkSync').mockImplementation(() => {
    throw refusal();
  });
  syncBuiltinESMExports();
  new DiskTree().copy(from, to, true);
  expect(lstatSync(to).isSymbolicLink()).toBe(false);
  expect(readFileSync(to, 'utf8')).toBe('a');
});
