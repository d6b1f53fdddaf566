import { expect, test } from 'vitest';
import { readExpression } from '../../src/builtin/datapage/record-expression.ts';

const record = new Map<unknown, unknown>([
  ['first', 'Ada'],
  ['born', 1815],
  ['read', true],
  ['deep', new Map([['name', 'x']])],
]);

test.each([
  [`record['first']`, 'Ada'],
  [`record["deep"]['name'] + "-" + record['born'].to_s`, 'x-1815'],
  [`record['born'] == 1815`, true],
  [`record['first'] != 'Ada'`, false],
  [`record['read'] == true`, true],
  [`record['nothing'] == nil`, true],
])('%s', (source, value) => {
  expect(readExpression(source, 'name_expr')(record)).toBe(value);
});

test.each([`record['a'].downcase`, 'File.read("x")', `record['a'] + `, '`ls`', '"#{1}"'])(
  '%s does not run',
  (source) => {
    expect(() => readExpression(source, 'name_expr')).toThrow('does not run here');
  },
);
