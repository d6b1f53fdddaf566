import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolder } from './make-folder.ts';

/**
 * A file of several parts that is either whole or not believed: a first line that names the format, the lengths of the parts
 * and their checksums. It is written beside and renamed, so that a build that is killed leaves the old one.
 *
 * More parts can be added behind it, for what changes little: one build's at a time, under a line of their own. Of those that a
 * killed build has not written to their end nothing is believed, so the file is then as it was before.
 *
 * Layout: `<format> <seal> <length>:<checksum> …\n` and then the parts; for each addition a line with `+` for the format, and its
 * parts. A seal is the checksum of what follows it in its line and of the seals before: the last one tells what the whole file is.
 */

/** Why a sealed file could not be used. `missing` is the normal case of a first build. */
export type SealBroken = 'missing' | 'foreign' | 'damaged';

/** A file as it was read: what is added has to be added to this very one. */
export interface SealedState {
  /** Where the parts end that were written first, and where the last addition does. */
  readonly firstEnd: number;
  readonly end: number;
  /** Tells the file, with its additions, from any other. */
  readonly seal: number;
}

export type Unsealed =
  | {
      readonly kind: 'whole';
      readonly parts: readonly Buffer[];
      /** The parts of each addition. */
      readonly additions: readonly (readonly Buffer[])[];
      readonly state: SealedState;
    }
  | { readonly kind: 'broken'; readonly reason: SealBroken };

const FIRST_LINE_LIMIT = 4000;
const ADDITION = '+';
const NOTHING_BEFORE: SealedState = { firstEnd: 0, end: 0, seal: 0 };

export function writeSealed(path: string, format: string, parts: readonly Uint8Array[]): SealedState {
  makeFolder(dirname(path));
  const beside = `${path}.${process.pid}.tmp`;
  const file = openSync(beside, 'w');
  let state = NOTHING_BEFORE;
  try {
    state = writeGroup(file, format, { parts, before: NOTHING_BEFORE });
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  return state;
}

/** What was added may be this share of what was written first; then the file is better written anew. */
const MOST_ADDED = 0.25;

/**
 * Adds parts to a file that was read.
 *
 * @returns how the file is now, or undefined where it is to be written anew: it has become shorter since, or very long
 */
export function addSealed(path: string, before: SealedState, parts: readonly Uint8Array[]): SealedState | undefined {
  const { firstEnd, end } = before;
  const file = end > firstEnd * (1 + MOST_ADDED) ? undefined : openIfThere(path, 'r+');
  if (file === undefined) return undefined;
  try {
    if (fstatSync(file).size < end) return undefined;
    // What a killed build has left behind the end.
    ftruncateSync(file, end);
    return writeGroup(file, ADDITION, { parts, before });
  } finally {
    closeSync(file);
  }
}

/** @param format the format that is asked for; another one (an older version, another program) is `foreign` */
export function readSealed(path: string, format: string): Unsealed {
  const file = openIfThere(path, 'r');
  if (file === undefined) return { kind: 'broken', reason: 'missing' };
  try {
    return readGroups(file, format);
  } finally {
    closeSync(file);
  }
}

function readGroups(file: number, format: string): Unsealed {
  const status = fstatSync(file);
  if (!status.isFile()) return { kind: 'broken', reason: 'missing' };
  const { size } = status;
  if (!firstLine(readAt(file, 0, FIRST_LINE_LIMIT)).startsWith(`${format} `))
    return { kind: 'broken', reason: 'foreign' };
  const first = readGroup({ file, size }, format, NOTHING_BEFORE);
  if (first === undefined) return { kind: 'broken', reason: 'damaged' };
  const additions: (readonly Buffer[])[] = [];
  let { state } = first;
  while (state.end < size) {
    const added = readGroup({ file, size }, ADDITION, state);
    if (added === undefined) break;
    additions.push(added.parts);
    state = added.state;
  }
  return { kind: 'whole', parts: first.parts, additions, state };
}

interface Group {
  readonly parts: readonly Buffer[];
  readonly state: SealedState;
}

interface OpenFile {
  readonly file: number;
  readonly size: number;
}

/** Reads a line and the parts that it seals; undefined where they are others. */
function readGroup({ file, size }: OpenFile, expectedMark: string, before: SealedState): Group | undefined {
  const line = firstLine(readAt(file, before.end, FIRST_LINE_LIMIT));
  const [mark, found, ...seals] = line.split(' ');
  const seal = crc32(seals.join(' '), before.seal);
  if (mark !== expectedMark || found !== String(seal)) return undefined;
  const parts: Buffer[] = [];
  let end = before.end + line.length + 1;
  for (const expected of seals) {
    const length = Number.parseInt(expected, 10);
    const part = end + length <= size ? readAt(file, end, length) : undefined;
    if (part === undefined || sealOf(part) !== expected) return undefined;
    parts.push(part);
    end += length;
  }
  return { parts, state: stateAfter(before, end, seal) };
}

/** Each part gets memory of its own, which begins at a round address: arrays of numbers can lie there as they are. */
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
  { parts, before }: { readonly parts: readonly Uint8Array[]; readonly before: SealedState },
): SealedState {
  const seals = parts.map(sealOf).join(' ');
  const seal = crc32(seals, before.seal);
  let end = before.end;
  for (const bytes of [Buffer.from(`${mark} ${seal} ${seals}\n`), ...parts]) {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, end + at);
    end += bytes.length;
  }
  fsyncSync(file);
  return stateAfter(before, end, seal);
}

function stateAfter({ firstEnd, end: start }: SealedState, end: number, seal: number): SealedState {
  return { firstEnd: start === 0 ? end : firstEnd, end, seal };
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

const sealOf = (bytes: Uint8Array): string => `${bytes.length}:${crc32(bytes)}`;
