import { describe, expect, test } from 'vitest';
import { Distinct } from '../../src/util/distinct.ts';
import { Float } from '../../src/util/float.ts';

describe('values are told apart as by eql?', () => {
  const distinct = new Distinct();
  const same = (left: unknown, right: unknown): boolean => distinct.keyOf(left) === distinct.keyOf(right);

  test('numbers by their class too', () => {
    expect(same(1, 1)).toBe(true);
    expect(same(1, new Float(1))).toBe(false);
    expect(same(new Float(1), new Float(1))).toBe(true);
    expect(same(1, '1')).toBe(false);
  });

  test('arrays and hashes by their content, hashes in whatever order', () => {
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

test('what many hashes hold is not read again for each of them', () => {
  // 2,000 pages of 100 KB, as `site.pages | uniq` sees them: as text they would be 200 MB.
  const content = 'a "quoted" text\n'.repeat(6_250);
  const pages = Array.from(
    { length: 2_000 },
    (_, index) =>
      new Map<string, unknown>([
        ['n', index],
        ['content', content],
      ]),
  );
  const distinct = new Distinct();
  const start = performance.now();
  expect(new Set([...pages, ...pages].map((page) => distinct.keyOf(page))).size).toBe(2_000);
  expect(performance.now() - start).toBeLessThan(1_000);
});
