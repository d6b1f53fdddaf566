import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InputNames } from '../../src/regenerator/reads.ts';
import { addToBuild, loadBuild, saveBuild } from '../../src/regenerator/record-file.ts';
import { type PackIndex, TextPack } from '../../src/regenerator/text-pack.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param more further texts, because only to a long record something is added */
function saveExample(path: string, ...more: readonly string[]): void {
  const names = new InputNames();
  const [a, b] = [names.id('data:ä'), names.id('config:title')];
  const record = {
    versions: new Map([
      [a, 'v1'],
      [b, null],
    ]),
    outputs: new Map([
      ['index.html', Int32Array.from([a, b])],
      ['empty.html', new Int32Array(0)],
      ['about.html', Int32Array.from([b])],
    ]),
  };
  saveBuild(path, 'test-1', { names, record }, (columns) => columns.texts(['ü', null, '', ...more]));
}

test('a build is read back as it was', () => {
  const path = join(folder, 'deep/record');
  saveExample(path);
  const loaded = loadBuild(path, 'test-1');
  if (loaded.kind !== 'loaded') throw new Error(loaded.reason);
  const { names, record } = loaded.build;
  expect(names.name(0)).toBe('data:ä');
  expect([...record.versions]).toEqual([
    [0, 'v1'],
    [1, null],
  ]);
  expect([...record.outputs].map(([output, read]) => [output, [...read]])).toEqual([
    ['index.html', [0, 1]],
    ['empty.html', []],
    ['about.html', [1]],
  ]);
  expect(loaded.columns.map((columns) => columns.texts())).toEqual([['ü', null, '']]);
});

test('what was added to a record overrides what it had', () => {
  const path = join(folder, 'record');
  const long = 'long'.repeat(1000);
  saveExample(path, long);
  for (const [version, title] of [
    ['v2', 'one'],
    ['v3', 'two'],
  ] as const) {
    const loaded = loadBuild(path, 'test-1');
    if (loaded.kind !== 'loaded') throw new Error(loaded.reason);
    const { names } = loaded.build;
    const namesBefore = names.size;
    const id = names.id(`meta:${title}`);
    const versions = new Map([
      [0, version],
      [id, title],
    ]);
    const record = { versions, outputs: new Map([['index.html', Int32Array.from([id])]]) };
    const { state } = loaded;
    expect(
      addToBuild(path, { state, namesBefore }, { names, record }, (columns) => columns.texts([title])),
    ).toBeDefined();
  }
  const loaded = loadBuild(path, 'test-1');
  if (loaded.kind !== 'loaded') throw new Error(loaded.reason);
  const { names, record } = loaded.build;
  expect([...record.versions].map(([id, version]) => [names.name(id), version])).toEqual([
    ['data:ä', 'v3'],
    ['config:title', null],
    ['meta:one', 'one'],
    ['meta:two', 'two'],
  ]);
  expect([...record.outputs].map(([output, read]) => [output, [...read]])).toEqual([
    ['index.html', [3]],
    ['empty.html', []],
    ['about.html', [1]],
  ]);
  expect(loaded.columns.map((columns) => columns.texts())).toEqual([['ü', null, '', long], ['one'], ['two']]);
});

test('a missing, foreign or damaged record is ignored', () => {
  const path = join(folder, 'record');
  expect(loadBuild(path, 'test-1')).toEqual({ kind: 'none', reason: 'missing' });
  saveExample(path);
  expect(loadBuild(path, 'test-2')).toEqual({ kind: 'none', reason: 'foreign' });
  const whole = readFileSync(path);
  for (let at = whole.indexOf('\n') + 1; at < whole.length; at += 7) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    expect(loadBuild(path, 'test-1')).toEqual({ kind: 'none', reason: 'damaged' });
  }
  writeFileSync(path, whole.subarray(0, whole.length - 1));
  expect(loadBuild(path, 'test-1')).toEqual({ kind: 'none', reason: 'damaged' });
  writeFileSync(path, '');
  expect(loadBuild(path, 'test-1')).toEqual({ kind: 'none', reason: 'foreign' });
});

test('a text is returned only for the digest that it was made from', () => {
  const path = join(folder, 'texts.pack');
  const index: PackIndex = new Map();
  const pack = new TextPack(path, index);
  pack.set('a.md', 'd1', () => Buffer.from('größer'));
  expect(pack.get('a.md', 'd1')).toBe('größer');
  pack.save();
  const later = new TextPack(path, index);
  expect(later.get('a.md', 'd1')).toBe('größer');
  expect(later.get('a.md', 'd2')).toBeUndefined();
  expect(later.get('b.md', 'd1')).toBeUndefined();
});

test('replaced texts do not make the pack grow without end, and damaged ones are not returned', () => {
  const path = join(folder, 'texts.pack');
  let index: PackIndex = new Map();
  for (let round = 0; round < 20; round++) {
    const pack = new TextPack(path, index);
    pack.set('kept.md', 'k', () => Buffer.from('kept'));
    pack.set('edited.md', String(round), () => Buffer.from(`${round}`.repeat(1000)));
    index = pack.save();
  }
  expect(readFileSync(path).length).toBeLessThan(2 * 2004 + 2004);
  const pack = new TextPack(path, index);
  expect(pack.get('kept.md', 'k')).toBe('kept');
  expect(pack.get('edited.md', '19')).toBe('19'.repeat(1000));
  writeFileSync(path, readFileSync(path).fill(0));
  const damaged = new TextPack(path, index);
  expect(damaged.get('kept.md', 'k')).toBeUndefined();
  damaged.keepOnly(new Set(['kept.md']));
  expect([...damaged.save().keys()]).toEqual(['kept.md']);
});
