import { closeSync, fstatSync, ftruncateSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolder } from '../files/make-folder.ts';
import { patiently } from '../files/patiently.ts';

/**
 * A file of several parts that is either intact or ignored: its first line has the format, and the lengths and checksums
 * of the parts. It is written under another name and then renamed, so that a build that is killed leaves the old file.
 *
 * Further parts can be appended, for data that changes little: those of one build at a time, under a line of their own.
 * An addition that a killed build did not complete is ignored, which leaves the file as it was before.
 *
 * Nobody waits until the disk has the bytes: what a power cut loses does not match its checksum, and is made again.
 *
 * Layout: `<format> <running checksum> <length>:<checksum> …\n`, then the parts; for each addition a line with `+` in place of the
 * format, then its parts. The running checksum is that of the rest of its line and of the lines before, so that
 * the last one identifies the whole file.
 */

/** Why a file could not be used; `missing` is the normal case of a first build. */
export type WhyUnusable = 'missing' | 'foreign' | 'damaged';

/** The state of a file, to which an addition must be made. */
export interface ChecksummedState {
  /** The end of the parts written first, and that of the last addition. */
  readonly firstEnd: number;
  readonly end: number;
  /** The running checksum. It identifies the file, with its additions. */
  readonly checksum: number;
}

/** The result of reading one. */
type ChecksummedFile =
  | {
      readonly kind: 'intact';
      readonly parts: readonly Buffer[];
      /** The parts of each addition. */
      readonly additions: readonly (readonly Buffer[])[];
      readonly state: ChecksummedState;
    }
  | { readonly kind: 'unusable'; readonly reason: WhyUnusable };

const FIRST_LINE_LIMIT = 4000;
const ADDITION = '+';
const NOTHING_BEFORE: ChecksummedState = { firstEnd: 0, end: 0, checksum: 0 };

/**
 * Writes a file, and the folder it is in.
 *
 * @throws {Error} the system's error, for instance on a full disk; nothing is left behind then
 */
export function writeChecksummed(path: string, format: string, parts: readonly Uint8Array[]): ChecksummedState {
  makeFolder(dirname(path));
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const state = writeNew(temporary, format, parts);
    patiently(() => renameSync(temporary, path));
    return state;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeNew(path: string, format: string, parts: readonly Uint8Array[]): ChecksummedState {
  const file = openSync(path, 'w');
  try {
    return writeGroup(file, format, { parts, before: NOTHING_BEFORE });
  } finally {
    closeSync(file);
  }
}

/**
 * Additions may amount to this share of the parts written first; beyond that, the file is better rewritten. A build that
 * would add that much does so itself: it takes long anyway, and the next one may be short.
 */
const MOST_ADDED = 0.25;

/**
 * Appends parts to a file.
 *
 * @param before the state in which the file was read or written
 * @returns its new state, or undefined where it should be rewritten: it has become shorter since, or would be very long
 */
export function appendChecksummed(
  path: string,
  before: ChecksummedState,
  parts: readonly Uint8Array[],
): ChecksummedState | undefined {
  const { firstEnd, end } = before;
  const wouldEnd = parts.reduce((sum, { length }) => sum + length, end);
  const file = wouldEnd > firstEnd * (1 + MOST_ADDED) ? undefined : openIfThere(path, 'r+');
  if (file === undefined) return undefined;
  try {
    if (fstatSync(file).size < end) return undefined;
    // Removes what a killed build has left after the end.
    ftruncateSync(file, end);
    return writeGroup(file, ADDITION, { parts, before });
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a file.
 *
 * @param format the expected format; any other (that of an older version, or of another program) is `foreign`
 */
export function readChecksummed(path: string, format: string): ChecksummedFile {
  const file = openIfThere(path, 'r');
  if (file === undefined) return { kind: 'unusable', reason: 'missing' };
  try {
    return readGroups(file, format);
  } finally {
    closeSync(file);
  }
}

function readGroups(file: number, format: string): ChecksummedFile {
  const status = fstatSync(file);
  if (!status.isFile()) return { kind: 'unusable', reason: 'missing' };
  const { size } = status;
  if (!firstLine(readAt(file, 0, FIRST_LINE_LIMIT)).startsWith(`${format} `))
    return { kind: 'unusable', reason: 'foreign' };
  const first = readGroup({ file, size }, format, NOTHING_BEFORE);
  if (first === undefined) return { kind: 'unusable', reason: 'damaged' };
  const additions: (readonly Buffer[])[] = [];
  let { state } = first;
  while (state.end < size) {
    const added = readGroup({ file, size }, ADDITION, state);
    if (added === undefined) break;
    additions.push(added.parts);
    state = added.state;
  }
  return { kind: 'intact', parts: first.parts, additions, state };
}

interface Group {
  readonly parts: readonly Buffer[];
  readonly state: ChecksummedState;
}

interface OpenFile {
  readonly file: number;
  readonly size: number;
}

/** Reads a line and the parts that it is about; undefined where they do not match. */
function readGroup({ file, size }: OpenFile, expectedMark: string, before: ChecksummedState): Group | undefined {
  const line = firstLine(readAt(file, before.end, FIRST_LINE_LIMIT));
  const [mark, found, ...checksums] = line.split(' ');
  const checksum = crc32(checksums.join(' '), before.checksum);
  if (mark !== expectedMark || found !== String(checksum)) return undefined;
  const parts: Buffer[] = [];
  let end = before.end + line.length + 1;
  for (const expected of checksums) {
    const length = Number.parseInt(expected, 10);
    const part = end + length <= size ? readAt(file, end, length) : undefined;
    if (part === undefined || checksumOf(part) !== expected) return undefined;
    parts.push(part);
    end += length;
  }
  return { parts, state: stateAfter(before, end, checksum) };
}

/** Each part gets memory of its own, which is aligned, so that typed arrays can be views of it. */
function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let read = 0;
  while (read < length) {
    const count = readSync(file, bytes, read, length - read, offset + read);
    if (count === 0) break;
    read += count;
  }
  return bytes.subarray(0, read);
}

function writeGroup(
  file: number,
  mark: string,
  { parts, before }: { readonly parts: readonly Uint8Array[]; readonly before: ChecksummedState },
): ChecksummedState {
  const checksums = parts.map(checksumOf).join(' ');
  const checksum = crc32(checksums, before.checksum);
  let end = before.end;
  for (const bytes of [Buffer.from(`${mark} ${checksum} ${checksums}\n`), ...parts]) {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, end + at);
    end += bytes.length;
  }
  return stateAfter(before, end, checksum);
}

function stateAfter({ firstEnd, end: start }: ChecksummedState, end: number, checksum: number): ChecksummedState {
  return { firstEnd: start === 0 ? end : firstEnd, end, checksum };
}

function openIfThere(path: string, flags: 'r' | 'r+'): number | undefined {
  try {
    return openSync(path, flags);
  } catch {
    return undefined;
  }
}

/** The first line, empty where there is none. */
function firstLine(bytes: Buffer): string {
  const end = bytes.indexOf('\n');
  return bytes.toString('latin1', 0, Math.max(end, 0));
}

const checksumOf = (bytes: Uint8Array): string => `${bytes.length}:${crc32(bytes)}`;
