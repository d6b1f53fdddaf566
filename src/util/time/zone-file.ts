import { readFileSync } from 'node:fs';
import { clockOf, parsePosixZone } from './posix-time-zone.ts';

/** Where Unix systems keep their time zone files. Windows has no such folder. */
export const ZONE_FOLDER = '/usr/share/zoneinfo';

const HEADER_BYTES = 44;
/** The counts in a header, four bytes each, of what follows it. */
const COUNTS = ['universalMarks', 'standardMarks', 'leapSeconds', 'times', 'types', 'letters'] as const;
const TYPE_BYTES = 6;

type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

/**
 * A function for a zone's offset, in seconds east of UTC, at a second since the epoch, from the system's own zone file:
 * the data that Ruby uses. Intl would first load its data about languages, and takes microseconds per call. Undefined
 * if there is no such file, or it is older than RFC 8536's version 2.
 *
 * @param name an IANA name, which the caller must have validated: it becomes part of a path
 * @example
 * readZoneFile('Europe/Brussels', ZONE_FOLDER)?.(1718476245) // 7200
 */
export function readZoneFile(name: string, folder: string): ((seconds: number) => number) | undefined {
  try {
    return parseZoneFile(readFileSync(`${folder}/${name}`));
  } catch {
    // A system without zone files or without this zone, or a truncated file.
    return undefined;
  }
}

function parseZoneFile(file: Buffer): ((seconds: number) => number) | undefined {
  if (file.toString('latin1', 0, 4) !== 'TZif' || file.readUInt8(4) === 0) return undefined;
  // The file has all data twice: first with seconds in four bytes, for old programs, then in eight.
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

/** Looks an offset up in the recorded changes; after the last one, the POSIX rule at the end of the file applies. */
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
