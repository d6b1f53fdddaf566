import { expect, test } from 'vitest';
import { ColumnReader, ColumnWriter } from '../../src/util/record/columns.ts';

test('columns are read as they were written, in the same order', () => {
  const columns = new ColumnWriter();
  columns.sharedTexts(['a/ü.md', 'b.md', 'a/ü.md']);
  columns.texts(['', null, '\u{1F600}\0', 'x'.repeat(100)]);
  columns.integers([0, -1, 2 ** 31 - 1]);
  columns.lists([Int32Array.of(1, 2), new Int32Array(0), Int32Array.of(3)]);
  columns.sharedTexts(['b.md', '']);
  columns.numbers([1.5, Number.NaN, 2 ** 53]);
  // At any address, as in a file.
  const parts = columns.parts.map((part) => Buffer.concat([Buffer.alloc(1), part]).subarray(1));
  const read = new ColumnReader(parts);
  expect(read.sharedTexts()).toEqual(['a/ü.md', 'b.md', 'a/ü.md']);
  expect(read.texts()).toEqual(['', null, '\u{1F600}\0', 'x'.repeat(100)]);
  expect([...read.integers()]).toEqual([0, -1, 2 ** 31 - 1]);
  const lists = read.lists();
  expect([0, 1, 2].map((index) => [...lists.at(index)])).toEqual([[1, 2], [], [3]]);
  expect(read.sharedTexts()).toEqual(['b.md', '']);
  expect([...read.numbers()]).toEqual([1.5, Number.NaN, 2 ** 53]);
  expect(() => read.texts()).toThrow(RangeError);
});

test('a repeated text is written once', () => {
  const size = (columns: ColumnWriter) => columns.parts.reduce((sum, { length }) => sum + length, 0);
  const long = 'x'.repeat(1000);
  const columns = new ColumnWriter();
  for (let column = 0; column < 10; column++) columns.sharedTexts([long]);
  expect(size(columns)).toBeLessThan(2 * long.length);
});
