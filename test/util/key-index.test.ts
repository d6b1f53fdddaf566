import { expect, test } from 'vitest';
import { KeyIndex } from '../../src/util/record/key-index.ts';

test.each([0, 1, 100])(
  'the first of equal keys is found, with %s searches before there is an index',
  (mostSearches) => {
    const index = new KeyIndex(['a', 'b', 'a', 'c', 'b'], mostSearches);
    expect(['a', 'b', 'c', 'd', 'a'].map((key) => index.find(key))).toEqual([0, 1, 3, undefined, 0]);
  },
);

test('a typed array of numbers is a list of keys', () => {
  expect(new KeyIndex(Int32Array.of(7, 5), 0).find(5)).toBe(1);
});
