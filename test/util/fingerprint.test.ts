import { expect, test } from 'vitest';
import { fingerprintOf } from '../../src/util/record/fingerprint.ts';
import { Float } from '../../src/util/values/float.ts';

const long = (end: string): string => 'a'.repeat(2000) + end;

test.each<[string, unknown, unknown]>([
  ['numbers of different kinds', 1, new Float(1)],
  ['a number and its text', [1], ['1']],
  ['a list and a list in it', [1, [2]], [1, 2]],
  ['the ends of long lists', [[long('b')]], [[long('c')]]],
  ['long values of hashes', new Map([['a', [long('b')]]]), new Map([['a', [long('c')]]])],
  ['orders of keys', new Map(Object.entries({ a: 1, b: 2 })), new Map(Object.entries({ b: 2, a: 1 }))],
])('tells %s apart', (_, one, other) => {
  expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
});

test('does not tell apart whether two equal lists are one list', () => {
  const list = [long('')];
  expect(fingerprintOf([list, list])).toBe(fingerprintOf([[long('')], [long('')]]));
  expect(fingerprintOf([['x'], ['x']])).toBe('[["x"], ["x"]]');
});

test('ends at a list that contains itself', () => {
  const list: unknown[] = [1];
  list.push(list, new Map([['list', list]]));
  expect(fingerprintOf(list)).toBe('[1, ..., {"list"=>...}]');
});

test('takes no longer for lists that repeat one another', () => {
  let lists: unknown = 'x';
  for (let depth = 0; depth < 60; depth++) lists = Array.from({ length: 10 }, () => lists);
  expect(fingerprintOf(lists).length).toBeLessThan(1000);
});
