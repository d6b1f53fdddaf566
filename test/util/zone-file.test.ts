import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TimeZone } from '../../src/util/time/time-zone.ts';
import { readZoneFile, ZONE_FOLDER } from '../../src/util/time/zone-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'zones-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A block of a time zone file: the changes, two types (one hour east, two hours east), their abbreviations, one leap second. */
function block(version: number, secondBytes: 4 | 8, changes: readonly (readonly [at: number, type: number])[]): Buffer {
  const header = Buffer.alloc(44);
  header.write('TZif', 'latin1');
  header.writeUInt8(version, 4);
  for (const [index, count] of [1, 2, 1, changes.length, 2, 8].entries()) header.writeUInt32BE(count, 20 + 4 * index);
  const times = Buffer.alloc(changes.length * secondBytes);
  for (const [index, [at]] of changes.entries()) {
    if (secondBytes === 8) times.writeBigInt64BE(BigInt(at), 8 * index);
    else times.writeInt32BE(at, 4 * index);
  }
  const types = Buffer.alloc(12);
  types.writeInt32BE(3600, 0);
  types.writeInt32BE(7200, 6);
  const kinds = Buffer.from(changes.map(([, type]) => type));
  return Buffer.concat([
    header,
    times,
    kinds,
    types,
    Buffer.from('CET\0CST\0'),
    Buffer.alloc(secondBytes + 4),
    Buffer.alloc(3),
  ]);
}

const changes = [
  [-3_000_000_000, 1],
  [1000, 0],
] as const;
const small = block(2, 4, changes.slice(1));
const large = block(2, 8, changes);

function lookupOf(content: Buffer): ((seconds: number) => number) | undefined {
  writeFileSync(join(folder, 'Zone'), content);
  return readZoneFile('Zone', folder);
}

test('a change is in effect until the next one, and before the first one the first type', () => {
  const at = lookupOf(Buffer.concat([small, large, Buffer.from('\n\n')]));
  expect(
    [-4_000_000_000, -3_000_000_001, -3_000_000_000, 999, 1000, 4_000_000_000].map((second) => at?.(second)),
  ).toEqual([3600, 3600, 7200, 7200, 3600, 3600]);
});

test('a rule is in effect from the last change on', () => {
  const at = lookupOf(Buffer.concat([small, large, Buffer.from('\nCET-1CEST,M3.5.0,M10.5.0/3\n')]));
  expect([999, Date.UTC(2024, 0, 1) / 1000, Date.UTC(2024, 6, 1) / 1000].map((second) => at?.(second))).toEqual([
    7200, 3600, 7200,
  ]);
  const always = lookupOf(Buffer.concat([block(2, 4, []), block(2, 8, []), Buffer.from('\n<+09>-9\n')]));
  expect(always?.(0)).toBe(9 * 3600);
});

test('what is not a present-day zone is left to Intl', () => {
  expect(readZoneFile('Missing', folder)).toBeUndefined();
  expect(lookupOf(Buffer.from('no zone'))).toBeUndefined();
  expect(lookupOf(block(0, 4, changes.slice(1)))).toBeUndefined();
  expect(lookupOf(Buffer.concat([small, large.subarray(0, 60)]))).toBeUndefined();
  expect(TimeZone.named('Asia/Tokyo', folder).at(0).toString()).toBe('1970-01-01 09:00:00 +0900');
});

const ZONES = [
  'Europe/Brussels',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Europe/Dublin',
];

test.skipIf(!existsSync(ZONE_FOLDER)).each(ZONES)('%s: the system and Intl agree', (name) => {
  const system = TimeZone.named(name);
  const intl = TimeZone.named(name, folder);
  for (let second = Date.UTC(1971, 0, 1) / 1000; second < Date.UTC(2090, 0, 1) / 1000; second += 7 * 86_400 + 3601) {
    expect(system.at(second).toString()).toBe(intl.at(second).toString());
  }
});
