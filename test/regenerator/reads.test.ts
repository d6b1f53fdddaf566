import { expect, test } from 'vitest';
import { InputNames, Reads } from '../../src/regenerator/reads.ts';

function recorder(): { reads: Reads; list: (read: Int32Array) => string[] } {
  const names = new InputNames();
  return { reads: new Reads(names), list: (read) => [...read].map((id) => names.name(id)).sort() };
}

test('a recording contains each input once', () => {
  const { reads, list } = recorder();
  const { result, read } = reads.record(() => {
    for (const name of ['config:title', 'data:nav', 'config:title']) reads.note(name);
    return 7;
  });
  expect(result).toBe(7);
  expect(list(read)).toEqual(['config:title', 'data:nav']);
});

test('what an inner recording reads is also read by the outer one, once', () => {
  const { reads, list } = recorder();
  let inner: Int32Array = new Int32Array(0);
  const outer = reads.record(() => {
    reads.note('a');
    inner = reads.record(() => {
      reads.note('a');
      reads.note('b');
    }).read;
    reads.note('a');
    reads.note('c');
  });
  expect(list(inner)).toEqual(['a', 'b']);
  expect(list(outer.read)).toEqual(['a', 'b', 'c']);
});

test('the keys of a source are recorded under its name', () => {
  const { reads, list } = recorder();
  const note = reads.noteKeysOf('data');
  note('lost');
  const { read } = reads.record(() => ['nav', 'nav', 1].forEach(note));
  expect(list(read)).toEqual(['data:1', 'data:nav']);
  expect(list(reads.record(() => note('nav')).read)).toEqual(['data:nav']);
});

test('a kept result is replayed', () => {
  const { reads, list } = recorder();
  const kept = reads.record(() => reads.note('excerpt')).read;
  expect(list(reads.record(() => reads.replay(kept)).read)).toEqual(['excerpt']);
});

test('outside of a recording nothing is recorded, and an error does not leave a recording open', () => {
  const { reads, list } = recorder();
  reads.note('lost');
  expect(() =>
    reads.record(() => {
      reads.note('x');
      throw new Error('render');
    }),
  ).toThrow('render');
  expect(list(reads.record(() => reads.note('y')).read)).toEqual(['y']);
});

test('what is read aside is not recorded', () => {
  const { reads, list } = recorder();
  const { read } = reads.record(() => {
    reads.note('before');
    reads.aside(() => reads.note('aside'));
    reads.note('after');
  });
  expect(list(read)).toEqual(['after', 'before']);
});

test('the numbers of recorded names are found, however many are asked for, and new names get the next ones', () => {
  const recorded = Array.from({ length: 200 }, (_, index) => `meta:${index}`);
  const names = new InputNames([...recorded]);
  expect([names.known('new'), names.id('new'), names.known('new'), names.id('newer')]).toEqual([
    undefined,
    200,
    200,
    201,
  ]);
  const asked = [...recorded.toReversed(), 'new', 'newer', ...recorded];
  expect(asked.map((name) => names.id(name))).toEqual(asked.map((name) => [...recorded, 'new', 'newer'].indexOf(name)));
  expect([names.known('newest'), names.id('newest'), names.name(202), names.size]).toEqual([
    undefined,
    202,
    'newest',
    203,
  ]);
});
