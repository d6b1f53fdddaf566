import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDate, parseTime, toDate } from '../../src/util/time/ruby-date-parse.ts';
import { strftime } from '../../src/util/time/strftime.ts';
import { Time, utcTime } from '../../src/util/time/time.ts';
import { TimeZone } from '../../src/util/time/time-zone.ts';
import { outcomeOf, type TypedJson } from './typed-json.ts';

type Outcome = TypedJson | { readonly error: { readonly message: string } };
interface StrftimeCase {
  readonly kind: 'strftime';
  readonly id: number;
  readonly epoch: number;
  readonly nsec: number;
  readonly zone: string;
  readonly format: string;
  readonly result?: string;
  readonly error?: { readonly message: string };
}
interface ParseCase {
  readonly kind: 'parse';
  readonly id: number;
  readonly input: string;
  readonly timezone: string | null;
  readonly parse_date: Outcome;
  readonly time_parse: Outcome;
  readonly liquid_to_date: Outcome;
}

const path = join(import.meta.dirname, '..', 'cases', 'jekyll', 'dates.json');
const cases: (StrftimeCase | ParseCase | { readonly kind: 'filter' | 'post' })[] = JSON.parse(
  readFileSync(path, 'utf8'),
);
const zones = new Map<string, TimeZone>();

function zoneNamed(name: string): TimeZone {
  const zone = zones.get(name) ?? TimeZone.named(name);
  zones.set(name, zone);
  return zone;
}

function momentOf({ epoch, nsec, zone }: StrftimeCase): Time {
  if (zone === 'utc') return utcTime(epoch, nsec);
  const fixed = /^offset ([-+])(\d\d):(\d\d)(?::(\d\d))?$/.exec(zone);
  if (fixed === null) return zoneNamed(zone).at(epoch, nsec);
  const size = Number(fixed[2]) * 3600 + Number(fixed[3]) * 60 + Number(fixed[4] ?? 0);
  return new Time(epoch, nsec, fixed[1] === '-' ? -size : size, null);
}

function expected(value: Outcome): TypedJson {
  if (value === null || typeof value !== 'object' || !('error' in value)) return value as TypedJson;
  return { error: (value.error as { message: string }).message };
}

const formats = cases.filter((each) => each.kind === 'strftime');
test.each(formats)('strftime $id: $format in $zone', (each) => {
  const wanted = each.error === undefined ? (each.result ?? '') : { error: each.error.message };
  expect(outcomeOf(() => strftime(momentOf(each), each.format))).toEqual(wanted);
});

const dates = cases.filter((each) => each.kind === 'parse');
test.each(dates)('dates $id: $input in $timezone', (each) => {
  const clock = { zone: zoneNamed(each.timezone ?? 'UTC'), now: () => utcTime(1_718_476_245, 123_456_000) };
  expect(outcomeOf(() => parseTime(each.input, clock))).toEqual(expected(each.time_parse));
  expect(outcomeOf(() => parseDate(each.input, clock))).toEqual(expected(each.parse_date));
  expect(outcomeOf(() => toDate(each.input, clock))).toEqual(expected(each.liquid_to_date));
});
