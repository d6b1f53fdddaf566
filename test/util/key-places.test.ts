import { expect, test } from 'vitest';
import { KeyPlaces } from '../../src/util/record/key-places.ts';

test.each([0, 1, 100])(
  'the first of equal keys is found, with %s searches before there is an index',
  (mostSearches) => {
    const places = new KeyPlaces(['a', 'b', 'a', 'c', 'b'], mostSearches);
    expect(['a', 'b', 'c', 'd', 'a'].map((key) => places.find(key))).toEqual([0, 1, 3, undefined, 0]);
  },
);

test('a typed array of numbers is a list of keys', () => {
  expect(new KeyPlaces(Int32Array.of(7, 5), 0).find(5)).toBe(1);
});
