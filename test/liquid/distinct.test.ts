import { describe, expect, test } from 'vitest';
import { Distinct } from '../../src/liquid/distinct.ts';
import { Float } from '../../src/util/values/float.ts';

describe('values are compared as by eql?', () => {
  const distinct = new Distinct();
  const same = (left: unknown, right: unknown): boolean => distinct.keyOf(left) === distinct.keyOf(right);

  test('numbers also by their class', () => {
    expect(same(1, 1)).toBe(true);
    expect(same(1, new Float(1))).toBe(false);
    expect(same(new Float(1), new Float(1))).toBe(true);
    expect(same(1, '1')).toBe(false);
  });

  test('arrays and hashes by their content, hashes in any order', () => {
    const long = 'x'.repeat(100);
    expect(same([1, ['a']], [1, ['a']])).toBe(true);
    expect(same([1, ['a']], [1, ['b']])).toBe(false);
    expect(
      same(
        new Map([
          ['a', long],
          ['b', 'y'],
        ]),
        new Map([
          ['b', 'y'],
          ['a', long],
        ]),
      ),
    ).toBe(true);
    expect(same(new Map([['a', long]]), new Map([['a', `${long.slice(1)}y`]]))).toBe(false);
    expect(same(new Map([['a', 1]]), new Map([['b', 1]]))).toBe(false);
  });
});

/** A hash that counts how often it is iterated over. */
class Counted extends Map<string, unknown> {
  static readings = 0;

  override [Symbol.iterator](): MapIterator<[string, unknown]> {
    Counted.readings++;
    return super[Symbol.iterator]();
  }

  override values(): MapIterator<unknown> {
    Counted.readings++;
    return super.values();
  }
}

const COUNT = 2_000;
const numbers = Array.from({ length: COUNT }, (_, index) => index);

test.each<[string, (n: number) => unknown]>([
  [
    'told apart by what they hold themselves',
    (n) =>
      new Counted([
        ['n', n],
        ['content', new Counted([['a', 'text']])],
      ]),
  ],
  ['told apart deep within only', (n) => new Counted([['item', new Counted([['list', [[n]]]])]])],
  ['told apart at the end of a long text', (n) => new Counted([['text', `${'a'.repeat(100)}${100_000 + n}`]])],
  [
    'of which the keys have no order',
    (n) =>
      new Counted([
        [`a${n}`, 1],
        ['b', new Counted([[`c${n}`, 2]])],
      ]),
  ],
])('of many hashes %s each is read a few times, and not once for each other one', (_what, make) => {
  const distinct = new Distinct();
  Counted.readings = 0;
  const all = [...numbers, ...numbers].map(make);
  expect(new Set(all.map((value) => distinct.keyOf(value))).size).toBe(COUNT);
  expect(Counted.readings).toBeLessThan(all.length * 20);
});

test('hashes with the same content in another order are equal, few or many, large or small', () => {
  const shuffled = (n: number, isTurned: boolean): unknown => {
    const pairs = Array.from({ length: 40 }, (_, key): [string, unknown] => [
      `k${key}`,
      new Map(
        isTurned
          ? [
              ['b', key],
              ['a', [[n]]],
            ]
          : ([
              ['a', [[n]]],
              ['b', key],
            ] as [string, unknown][]),
      ),
    ]);
    return new Map(isTurned ? pairs.reverse() : pairs);
  };
  const distinct = new Distinct();
  const all = [false, true].flatMap((isTurned) => numbers.slice(0, 50).map((n) => shuffled(n, isTurned)));
  expect(new Set(all.map((value) => distinct.keyOf(value))).size).toBe(50);
});
