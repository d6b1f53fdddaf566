import { expect, test } from 'vitest';
import { parseDay } from '../../src/util/time/ruby-day-parse.ts';
import { TimeZone } from '../../src/util/time/time-zone.ts';

const zone = TimeZone.named('UTC');
const clock = { zone, now: () => zone.at(Date.UTC(2026, 10, 29) / 1000) };

/** What Ruby 3.1 prints for `Date.parse(text)`, or null where it raises an error. */
const DAYS: Readonly<Record<string, string | null>> = {
  'May 3 2019': '2019-05-03',
  '3 Jun 2019 10pm': '2019-06-03',
  '20190503': '2019-05-03',
  '2016-123': '2016-05-02',
  '2016-366': '2016-12-31',
  '2015-366': null,
  '2016/12/31': '2016-12-31',
  '1.5.2016': '2016-05-01',
  '2020-02-29 23:30:00 -0500': '2020-02-29',
  '2016-05-01 25:00': '2016-05-01',
  '20200101 extra': '2020-01-01',
  '1/2/2003': '2003-02-01',
  'May 3': '2026-05-03',
  May: '2026-05-01',
  '3rd': '2026-11-03',
  '2016-02-31': null,
  '2016-13-01': null,
  '2016-05': null,
  '10:00': null,
  '31.12.99': null,
  'page.date': null,
  '': null,
};

test.each(Object.entries(DAYS))('Date.parse of %j', (text, expected) => {
  if (expected === null) expect(() => parseDay(text, clock)).toThrow(`'${text}' is not a date`);
  else expect(parseDay(text, clock).toString()).toBe(expected);
});
