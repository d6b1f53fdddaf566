import { readFileSync } from 'node:fs';
import { clockOf, parsePosixZone } from './posix-time-zone.ts';

/** Where Unix systems keep what they know of time zones. Windows has no such place. */
export const ZONE_FOLDER = '/usr/share/zoneinfo';

const HEADER_BYTES = 44;
/** What a header tells, each as four bytes: how many there are of what follows it. */
const COUNTS = ['universalMarks', 'standardMarks', 'leapSeconds', 'times', 'types', 'letters'] as const;
const TYPE_BYTES = 6;

type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

/**
 * The offset of a zone in seconds east of UTC at a second, as the system's own file of that zone tells it: the data that Ruby
 * shows times with. Asking Intl instead loads all that it knows of languages first, and costs microseconds a call.
 * Undefined where there is no such file, or none of the format of today (RFC 8536, version 2 and later).
 *
 * @param name an IANA name; a path that leaves the folder of zones is not looked for, so check it first
 * @example
 * readZoneFile('Europe/Brussels', ZONE_FOLDER)?.(1718476245) // 7200
 */
export function readZoneFile(name: string, folder: string): ((seconds: number) => number) | undefined {
  try {
    return parseZoneFile(readFileSync(`${folder}/${name}`));
  } catch {
    // Another system, a system without that zone, or a file that ends too early.
    return undefined;
  }
}

function parseZoneFile(file: Buffer): ((seconds: number) => number) | undefined {
  if (file.toString('latin1', 0, 4) !== 'TZif' || file.readUInt8(4) === 0) return undefined;
  // Everything is there twice: first for programs that count seconds in four bytes, then in eight.
  const start = HEADER_BYTES + sizeOf(countsAt(file, 0), 4);
  const counts = countsAt(file, start);
  const times = start + HEADER_BYTES;
  const types = times + 8 * counts.times;
  const typeTable = types + counts.times;
  const offsetOf = (type: number): number => file.readInt32BE(typeTable + TYPE_BYTES * type);
  const changes = Array.from({ length: counts.times }, (_, index) => ({
    from: Number(file.readBigInt64BE(times + 8 * index)),
    offset: offsetOf(file.readUInt8(types + index)),
  }));
  const rule = file.toString('latin1', times + sizeOf(counts, 8)).trim();
  return lookupOf(changes, offsetOf(0), rule);
}

function countsAt(file: Buffer, start: number): Counts {
  const first = start + HEADER_BYTES - 4 * COUNTS.length;
  return Object.fromEntries(COUNTS.map((name, index) => [name, file.readUInt32BE(first + 4 * index)])) as Counts;
}

function sizeOf(counts: Counts, secondBytes: number): number {
  const { times, types, letters, leapSeconds, standardMarks, universalMarks } = counts;
  const tables = times * (secondBytes + 1) + types * TYPE_BYTES + letters;
  return tables + leapSeconds * (secondBytes + 4) + standardMarks + universalMarks;
}

/** The last change is followed by a rule for all years to come. */
function lookupOf(
  changes: readonly { readonly from: number; readonly offset: number }[],
  first: number,
  rule: string,
): (seconds: number) => number {
  const last = changes.at(-1);
  const zone = rule === '' ? undefined : parsePosixZone(rule);
  const clockAt = zone && clockOf(zone);
  return (seconds) => {
    if (clockAt !== undefined && (last === undefined || seconds >= last.from)) return clockAt(seconds).offset;
    return changes.findLast(({ from }) => from <= seconds)?.offset ?? first;
  };
}
