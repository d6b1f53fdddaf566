import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PackedSigns, type Sign, signOf, signOfAsked, UNSETTLED } from '../../src/util/record/signs.ts';

const sign = (ino: number): Sign => ({ ino, size: 2 ** 40, mtimeMs: 0.25, ctimeMs: -1 });
const A = sign(1);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('signs are unpacked as they were packed, at any address', () => {
  for (const signs of [
    new Map(),
    new Map([['/ü', A]]),
    new Map([
      ['/a', A],
      ['/b', sign(2)],
    ]),
  ]) {
    const bytes = Buffer.concat([Buffer.alloc(1), PackedSigns.pack(signs)]).subarray(1);
    const packed = new PackedSigns(bytes);
    expect([...packed.paths()].map((path) => [path, packed.get(path)])).toEqual([...signs]);
    expect(packed.get('/c')).toBeUndefined();
  }
});

test('changes are laid over the signs that they were found for', () => {
  const bytes = PackedSigns.pack(
    new Map([
      ['/a', A],
      ['/b', sign(2)],
    ]),
  );
  const first = new PackedSigns(bytes).packChanges(
    new Map([
      ['/b', sign(3)],
      ['/a', A],
      ['/c', sign(4)],
      ['/d', sign(5)],
    ]),
  );
  const second = new PackedSigns(bytes, [first]).packChanges(
    new Map([
      ['/d', sign(6)],
      ['/e', UNSETTLED],
    ]),
  );
  const expected = [
    ['/a', A],
    ['/b', sign(3)],
    ['/c', sign(4)],
    ['/d', sign(6)],
    ['/e', UNSETTLED],
  ];
  const changed = new PackedSigns(bytes, [first, second]);
  expect([...changed.paths()].map((path) => [path, changed.get(path)])).toEqual(expected);
  const whole = new PackedSigns(
    changed.packWith(
      new Map([
        ['/a', sign(7)],
        ['/f', A],
      ]),
    ),
  );
  expect([...whole.paths()].map((path, index) => [path, whole.at(index)])).toEqual([
    ['/a', sign(7)],
    ...expected.slice(1),
    ['/f', A],
  ]);
  // What is the same takes no space.
  const nothing = new PackedSigns(bytes).packChanges(
    new Map([
      ['/a', A],
      ['/b', sign(2)],
    ]),
  );
  expect(nothing.length).toBe(8);
});

test('a changed file is found by its place', () => {
  const paths = ['a', 'b', 'c'].map((name) => join(folder, name));
  for (const path of paths) writeFileSync(path, path);
  const packed = () =>
    new PackedSigns(
      PackedSigns.pack(new Map(paths.map((path) => [path, signOfAsked(path, Number.POSITIVE_INFINITY)]))),
    );
  const before = packed();
  expect([before.changedSinceAsked(), before.areAsAsked(), before.areAsWritten()]).toEqual([[], true, true]);
  utimesSync(paths[1] ?? '', 1, 1);
  rmSync(paths[2] ?? '');
  expect([before.changedSinceAsked(), before.areAsAsked(), before.areAsWritten()]).toEqual([[1, 2], false, false]);
  expect(packed().areAsWritten()).toBe(true);
  const unsettled = new PackedSigns(PackedSigns.pack(new Map([[paths[0] ?? '', UNSETTLED]])));
  expect(unsettled.areAsWritten()).toBe(false);
  expect(signOf(paths[0] ?? '').size).toBe(paths[0]?.length);
});
