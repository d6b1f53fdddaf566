import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseToml } from '../../src/config/toml.ts';
import { parseCsv } from '../../src/reader/csv.ts';
import { CalendarDate } from '../../src/util/time/calendar-date.ts';
import { TimeZone } from '../../src/util/time/time-zone.ts';

interface CsvCase {
  readonly text: string;
  readonly headers: boolean;
  readonly separator: string;
  /** What Ruby's CSV makes of the text, rows with headers as pairs. */
  readonly rows?: readonly unknown[];
  readonly error?: true;
}

const path = join(import.meta.dirname, '..', 'cases', 'csv', 'ruby-csv.json');
const cases: CsvCase[] = JSON.parse(readFileSync(path, 'utf8'));

test.each(cases)('$text with headers $headers', ({ text, headers, separator, rows, error }) => {
  const read = (): unknown[] =>
    parseCsv(text, { hasHeaders: headers, separator }).map((row) => (row instanceof Map ? [...row] : row));
  if (error === true) expect(read).toThrow(/ in line \d+\./);
  else expect(read()).toEqual(rows);
});

test('converters make numbers and dates', () => {
  const text = 'a,b,c,d\n1,1.5,2024-01-02,x\n010,1e3,2024-02-30,\n';
  expect(parseCsv(text, { converters: ['numeric', 'date'], hasHeaders: false })).toEqual([
    ['a', 'b', 'c', 'd'],
    [1, 1.5, new CalendarDate(2024, 1, 2), 'x'],
    [8, expect.objectContaining({ value: 1000 }), '2024-02-30', null],
  ]);
  for (const name of ['bogus', 'constructor']) {
    expect(() => parseCsv('a', { converters: [name] })).toThrow(`no CSV converter '${name}'`);
  }
});

test('TOML holds the values of YAML', () => {
  const zone = TimeZone.named('UTC');
  const table = parseToml('a = 1\nb = 1.0\nc = [true, "x"]\nd = 2024-01-02\n[e]\nf = 9007199254740993\n', zone);
  expect([...table]).toEqual([
    ['a', 1],
    ['b', expect.objectContaining({ value: 1 })],
    ['c', [true, 'x']],
    ['d', new CalendarDate(2024, 1, 2)],
    ['e', new Map([['f', 9007199254740993n]])],
  ]);
  expect(() => parseToml('a = ', zone)).toThrow(expect.objectContaining({ code: 'InvalidToml' }));
});
