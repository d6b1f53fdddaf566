import { expect, test } from 'vitest';
import { type ExpressionPlace, readRubyExpression } from '../../src/builtin/shared/ruby-expression.ts';

const PLACE: ExpressionPlace = { where: 'page_gen, name_expr', examples: `record['a']`, names: ['record'] };

const ANY_NAME: ExpressionPlace = { where: 'data_filter', examples: `role == 'pi'` };

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
  [`record['first']['none'] == nil`, true],
  [`record['first'].downcase + '!'`, 'ada!'],
  [`record['born'] + 1 >= 1816 and not record['nothing']`, true],
  [`'said "it\\'s"'`, `said "it's"`],
  ['', null],
])('%s', (source, value) => {
  expect(readRubyExpression(source, PLACE)(() => record)).toBe(value);
});

test.each([
  `record['a'].map`,
  `recrod['a']`,
  `record['a'] += 1`,
  `record['a'] &&`,
  `(record['a']`,
  `record['a'] == 1 == true`,
  'File.read("x")',
  `record['a'] + `,
  '`ls`',
  '"#{1}"',
])('%s does not run', (source) => {
  expect(() => readRubyExpression(source, PLACE)).toThrow(
    `page_gen, name_expr: this is Ruby, which does not run here: ${source}`,
  );
});

test.each([
  [`record['first'] + record['born']`, '"Ada" + 1815 cannot be added'],
  [`record['nothing'] > 3`, 'nil > 3 cannot be compared'],
  [`record['born'].downcase`, '1815 has no method downcase'],
])('%s fails as in Ruby', (source, message) => {
  const expression = readRubyExpression(source, PLACE);
  expect(() => expression(() => record)).toThrow(`page_gen, name_expr: ${message}.`);
});

test.each(['('.repeat(1500), '!'.repeat(1500), 'not '.repeat(400), `a${' + a'.repeat(50_000)}`])(
  'an expression that would exhaust the stack is refused (%#)',
  (source) => {
    expect(() => readRubyExpression(source, ANY_NAME)).toThrow('does not run here');
  },
);

test('without a list of names any name may be used', () => {
  const expression = readRubyExpression(`role == 'pi'`, ANY_NAME);
  expect(expression((name) => (name === 'role' ? 'pi' : undefined))).toBe(true);
});

test.each([
  'system("ls")',
  '`ls`',
  'role = "pi"',
  'role == "#{1}"',
  'role == "pi" if true',
  'tags.map(&:to_s)',
  'File.exist?("x")',
  'year += 1',
  'a b',
  '(a',
  'a ==',
])('the condition %s does not run', (source) => {
  expect(() => readRubyExpression(source, ANY_NAME)).toThrow('does not run here');
});

test.each([
  ['year > 2020', 'nil > 2020 cannot be compared'],
  ['tags.include?("a")', 'nil has no method include?'],
])('the condition %s fails where a field is missing', (source, message) => {
  const condition = readRubyExpression(source, ANY_NAME);
  expect(() => condition(() => undefined)).toThrow(message);
});
