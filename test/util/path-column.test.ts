import { expect, test } from 'vitest';
import { PathColumn } from '../../src/util/record/path-column.ts';

const PATHS = Array.from({ length: 60 }, (_, index) => `/${'a'.repeat(index % 5)}${index}`);
const column = (paths: readonly string[]) => new PathColumn(PathColumn.join(paths), paths.length);

test('paths are returned in their order and by their places', () => {
  const paths = column(PATHS);
  expect([...paths]).toEqual(PATHS);
  expect([...column([])]).toEqual([]);
});

test.each([
  ['in their order', PATHS],
  ['each twice', PATHS.flatMap((path) => [path, path])],
  ['the other way round', PATHS.toReversed()],
  ['with gaps', PATHS.filter((_, index) => index % 7 === 0)],
  ['with others between', PATHS.flatMap((path) => [`${path}x`, path, path.slice(0, -1), ''])],
])('places are found %s', (_, asked) => {
  const paths = column(PATHS);
  const expected = asked.map((path) => (PATHS.includes(path) ? PATHS.indexOf(path) : undefined));
  expect(asked.map((path) => paths.indexOf(path))).toEqual(expected);
});
