import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FileStamp, stampOf, stampWhenRead, UNSETTLED } from '../../src/util/record/file-stamp.ts';
import { PackedStamps } from '../../src/util/record/packed-stamps.ts';

const stamp = (ino: number): FileStamp => ({ ino, size: 2 ** 40, mtimeMs: 0.25, ctimeMs: -1 });
const A = stamp(1);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamps-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('stamps are unpacked as they were packed, at any address', () => {
  for (const stamps of [
    new Map(),
    new Map([['/ü', A]]),
    new Map([
      ['/a', A],
      ['/b', stamp(2)],
    ]),
  ]) {
    const bytes = Buffer.concat([Buffer.alloc(1), PackedStamps.pack(stamps)]).subarray(1);
    const packed = new PackedStamps(bytes);
    expect([...packed.paths()].map((path) => [path, packed.get(path)])).toEqual([...stamps]);
    expect(packed.get('/c')).toBeUndefined();
  }
});

test('changes are laid over the stamps that they were found for', () => {
  const bytes = PackedStamps.pack(
    new Map([
      ['/a', A],
      ['/b', stamp(2)],
    ]),
  );
  const first = new PackedStamps(bytes).packChanges(
    new Map([
      ['/b', stamp(3)],
      ['/a', A],
      ['/c', stamp(4)],
      ['/d', stamp(5)],
    ]),
  );
  const second = new PackedStamps(bytes, [first]).packChanges(
    new Map([
      ['/d', stamp(6)],
      ['/e', UNSETTLED],
    ]),
  );
  const expected = [
    ['/a', A],
    ['/b', stamp(3)],
    ['/c', stamp(4)],
    ['/d', stamp(6)],
    ['/e', UNSETTLED],
  ];
  const changed = new PackedStamps(bytes, [first, second]);
  expect([...changed.paths()].map((path) => [path, changed.get(path)])).toEqual(expected);
  const whole = new PackedStamps(
    changed.packWith(
      new Map([
        ['/a', stamp(7)],
        ['/f', A],
      ]),
    ),
  );
  expect([...whole.paths()].map((path, index) => [path, whole.at(index)])).toEqual([
    ['/a', stamp(7)],
    ...expected.slice(1),
    ['/f', A],
  ]);
  // What is the same takes no space.
  const nothing = new PackedStamps(bytes).packChanges(
    new Map([
      ['/a', A],
      ['/b', stamp(2)],
    ]),
  );
  expect(nothing.length).toBe(8);
});

test('a changed file is found by its place', () => {
  const paths = ['a', 'b', 'c'].map((name) => join(folder, name));
  for (const path of paths) writeFileSync(path, path);
  const packed = () =>
    new PackedStamps(
      PackedStamps.pack(new Map(paths.map((path) => [path, stampWhenRead(path, Number.POSITIVE_INFINITY)]))),
    );
  const before = packed();
  expect([before.changedSinceRead(), before.areAsRead(), before.areAsWritten()]).toEqual([[], true, true]);
  utimesSync(paths[1] ?? '', 1, 1);
  rmSync(paths[2] ?? '');
  expect([before.changedSinceRead(), before.areAsRead(), before.areAsWritten()]).toEqual([[1, 2], false, false]);
  expect(packed().areAsWritten()).toBe(true);
  const unsettled = new PackedStamps(PackedStamps.pack(new Map([[paths[0] ?? '', UNSETTLED]])));
  expect(unsettled.areAsWritten()).toBe(false);
  expect(stampOf(paths[0] ?? '').size).toBe(paths[0]?.length);
});
