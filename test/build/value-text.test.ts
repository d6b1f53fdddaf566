import { expect, test } from 'vitest';
import { readValue, writeValue } from '../../src/build/record/value-text.ts';
import { CalendarDate } from '../../src/util/time/calendar-date.ts';
import { Time, utcTime } from '../../src/util/time/time.ts';
import { TimeZone } from '../../src/util/time/time-zone.ts';
import { Float } from '../../src/util/values/float.ts';

const back = (value: unknown): unknown => readValue(writeValue(value) ?? '');

test.each<[string, unknown]>([
  ['nil', null],
  ['text with half a character', 'a\udcff\n"\u2028'],
  ['numbers', [1, -2.5, 1e300, 2 ** 60]],
  ['long integers', 123456789012345678901234567890n],
  ['whole floats', [new Float(1), new Float(Number.NaN), new Float(Number.NEGATIVE_INFINITY), new Float(-0)]],
  ['lists in lists', [[], [[true, false]]]],
  [
    'hashes with keys of all kinds',
    new Map<unknown, unknown>([
      ['__proto__', 1],
      [2, new Map()],
      [null, ['x']],
    ]),
  ],
  ['days', new CalendarDate(2024, 2, 29)],
  ['times', [utcTime(5, 7), new Time(1_700_000_000, 0, 3600, null)]],
])('%s comes back as it was', (_, value) => {
  expect(back(value)).toStrictEqual(value);
});

const list = [1];

test.each<[string, unknown]>([
  [
    'what is there twice',
    new Map([
      ['a', list],
      ['b', list],
    ]),
  ],
  ['what JSON changes', [-0]],
  ['a time of a zone, which knows its summer time', TimeZone.named('Europe/Berlin').at(0)],
  ['what is no value of Ruby', [new Date(0)]],
  ['what is not there', [undefined]],
])('%s is not written', (_, value) => {
  expect(writeValue(value)).toBeUndefined();
});
