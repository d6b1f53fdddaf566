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
  [`record['deep']['name'] == 'x' && !record['nothing']`, true],
  [`!(record['first'] == 'Ada') || record['born'] != 1815 && true`, false],
  [`record['nothing'] || record['first'] + ' L'`, 'Ada L'],
  [`record['first'] == 'A' + "da"`, true],
  [`record['nothing'] && record['first']`, null],
])('%s', (source, value) => {
  expect(readExpression(source, 'name_expr')(record)).toBe(value);
});

test.each([
  `record['a'].downcase`,
  `record['a'] &&`,
  `(record['a']`,
  `record['a'] == 1 == true`,
  'File.read("x")',
  `record['a'] + `,
  '`ls`',
  '"#{1}"',
])('%s does not run', (source) => {
  expect(() => readExpression(source, 'name_expr')).toThrow('does not run here');
});
