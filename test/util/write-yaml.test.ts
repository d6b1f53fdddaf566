import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CalendarDate } from '../../src/util/time/calendar-date.ts';
import { utcTime } from '../../src/util/time/time.ts';
import { Float } from '../../src/util/values/float.ts';
import { writeYaml } from '../../src/util/yaml/write-yaml.ts';
import { parseYaml } from '../../src/util/yaml/yaml.ts';

/** What Ruby's YAML.dump (Psych 4.0.4, libyaml 0.2.5) made of each value. */
const path = join(import.meta.dirname, '..', 'cases', 'yaml', 'written.json');
const cases: { value: object; yaml: string }[] = JSON.parse(readFileSync(path, 'utf8'));

function held(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(held);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, held(inner)]));
}

const mapping = (value: object): Map<unknown, unknown> =>
  new Map(Object.entries(value).map(([key, inner]) => [key, held(inner)]));

test.each(cases)('$yaml', ({ value, yaml }) => {
  expect(writeYaml(mapping(value))).toBe(yaml);
  expect(parseYaml(yaml)).toEqual(mapping(value));
});

test('values that JSON does not have', () => {
  const date = new CalendarDate(2024, 1, 2);
  expect(
    writeYaml(
      new Map<unknown, unknown>([
        ['a', new Float(1)],
        ['b', new Float(Number.NaN)],
        ['c', date],
      ]),
    ),
  ).toBe('---\na: 1.0\nb: .nan\nc: 2024-01-02\n');
  const times = new Map([
    ['utc', utcTime(1_704_164_645, 500_000_000)],
    ['east', utcTime(1_704_157_445).withOffset(7200)],
  ]);
  expect(writeYaml(times)).toBe(
    '---\nutc: 2024-01-02 03:04:05.500000000 Z\neast: 2024-01-02 03:04:05.000000000 +02:00\n',
  );
});
