import { expect, test } from 'vitest';
import { splitParts } from '../../src/builtin/shared/split-parts.ts';
import { toInteger } from '../../src/builtin/shared/to-integer.ts';

/** What Ruby 3.1 answers to `text.to_i`. */
test.each([
  ['1_000', 1000],
  [' 1__0', 1],
  ['_1', 0],
  ['+5x', 5],
  ['-07', -7],
  ['\u00a05', 0],
  ['', 0],
  ['12_', 12],
])('to_i of %j is %i', (text, number) => {
  expect(toInteger(text)).toBe(number);
});

/** What Ruby 3.1 answers to `text.split(',')`, and to `text.split(/,/)`. */
test.each([
  ['a,,b,,', ['a', '', 'b']],
  [',', []],
  ['', []],
  [',a', ['', 'a']],
])('split of %j is %j', (text, parts) => {
  expect(splitParts(text, ',')).toEqual(parts);
  expect(splitParts(text, /,/)).toEqual(parts);
});
