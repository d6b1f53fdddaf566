import { expect, test } from 'vitest';
import { changesIn, LayeredMap } from '../../src/util/record/layered-map.ts';
import { LazyMap, MappedMap } from '../../src/util/record/lazy-map.ts';

test('values are made when they are needed, each once', () => {
  const made: number[] = [];
  const map = new LazyMap<string, string | null>(['a', 'b', 'c'], (index) => {
    made.push(index);
    return index === 1 ? null : `value ${index}`;
  });
  expect([map.size, map.has('b'), map.has('d'), made.length]).toEqual([3, true, false, 0]);
  expect([map.get('c'), map.get('b'), map.get('b'), map.get('c'), map.get('d')]).toEqual([
    'value 2',
    null,
    null,
    'value 2',
    undefined,
  ]);
  expect(made).toEqual([2, 1]);
  const mapped = new MappedMap(map, (value, key) => ({ key, value }));
  expect(mapped.get('a')).toEqual({ key: 'a', value: 'value 0' });
  expect(mapped.get('a')).toBe(mapped.get('a'));
  expect([...mapped.keys()]).toEqual(['a', 'b', 'c']);
  expect([mapped.size, mapped.has('c'), mapped.get('d')]).toEqual([3, true, undefined]);
});

const KEYS = Array.from({ length: 60 }, (_, index) => `key ${index}`);

test.each([
  ['in their order', KEYS],
  ['each twice', KEYS.flatMap((key) => [key, key])],
  ['the other way round', KEYS.toReversed()],
  ['with others between', KEYS.flatMap((key) => [`${key}x`, key, ''])],
])('values are found %s', (_, asked) => {
  const map = new LazyMap(KEYS, (index) => index);
  expect(asked.map((key) => map.get(key))).toEqual(
    asked.map((key) => (KEYS.includes(key) ? KEYS.indexOf(key) : undefined)),
  );
});

test('a map under a layer of changes behaves like a changed map, and stays as it is itself', () => {
  const below = new Map<string, number | null>([
    ['a', 1],
    ['b', 2],
  ]);
  const layered = LayeredMap.over(below);
  layered.set('b', null);
  layered.set('c', 4);
  layered.set('c', 5);
  const expected = new Map([...below, ['b', null], ['c', 5]]);
  expect([...layered]).toEqual([...expected]);
  expect([...layered.values()]).toEqual([...expected.values()]);
  expect([layered.size, layered.get('b'), layered.has('c'), layered.get('d')]).toEqual([3, null, true, undefined]);
  expect([...changesIn(layered)]).toEqual([
    ['b', null],
    ['c', 5],
  ]);
  expect([...below.values()]).toEqual([1, 2]);
  const again = LayeredMap.over(layered);
  again.set('d', 6);
  expect(again.below).toBe(below);
  expect([again.size, layered.size, again.get('c')]).toEqual([4, 3, 5]);
  expect(changesIn(below)).toBe(below);
});
