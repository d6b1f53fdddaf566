import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * A file that is either whole or not believed: a first line that names the format, the length and the checksum of the
 * rest. It is written beside and renamed, so that a build that is killed leaves the old one.
 *
 * Layout: `<format> <length> <crc32>\n` and then `length` bytes.
 */

/** Why a sealed file could not be used. `missing` is the normal case of a first build. */
export type SealBroken = 'missing' | 'foreign' | 'damaged';

export type Unsealed =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'broken'; readonly reason: SealBroken };

const FIRST_LINE_LIMIT = 200;

export function writeSealed(path: string, format: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  const file = openSync(beside, 'w');
  try {
    writeSync(file, `${format} ${bytes.length} ${crc32(bytes)}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

/** @param format the format that is asked for; another one (an older version, another program) is `foreign` */
export function readSealed(path: string, format: string): Unsealed {
  let all: Buffer;
  try {
    all = readFileSync(path);
  } catch {
    return { kind: 'broken', reason: 'missing' };
  }
  const end = all.subarray(0, FIRST_LINE_LIMIT).indexOf('\n');
  const [found, length, checksum] = all.subarray(0, Math.max(end, 0)).toString('latin1').split(' ');
  if (found !== format) return { kind: 'broken', reason: 'foreign' };
  const bytes = all.subarray(end + 1);
  const whole = bytes.length === Number(length) && crc32(bytes) === Number(checksum);
  return whole ? { kind: 'whole', bytes } : { kind: 'broken', reason: 'damaged' };
}
