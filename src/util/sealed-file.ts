import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * A file of several parts that is either whole or not believed: a first line that names the format, the lengths of the parts
 * and their checksums. It is written beside and renamed, so that a build that is killed leaves the old one.
 *
 * Layout: `<format> <length>:<checksum> …\n` and then the parts.
 */

/** Why a sealed file could not be used. `missing` is the normal case of a first build. */
export type SealBroken = 'missing' | 'foreign' | 'damaged';

export type Unsealed =
  | { readonly kind: 'whole'; readonly parts: readonly Buffer[] }
  | { readonly kind: 'broken'; readonly reason: SealBroken };

const FIRST_LINE_LIMIT = 4000;

export function writeSealed(path: string, format: string, parts: readonly Uint8Array[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  const file = openSync(beside, 'w');
  try {
    writeSync(file, `${[format, ...parts.map(seal)].join(' ')}\n`);
    for (const bytes of parts) {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
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
  const [found, ...seals] = all.subarray(0, Math.max(end, 0)).toString('latin1').split(' ');
  if (found !== format) return { kind: 'broken', reason: 'foreign' };
  const parts = divide(all.subarray(end + 1), seals);
  return parts === undefined ? { kind: 'broken', reason: 'damaged' } : { kind: 'whole', parts };
}

const seal = (bytes: Uint8Array): string => `${bytes.length}:${crc32(bytes)}`;

/** The parts that seals were made of; undefined where they are others. */
function divide(bytes: Buffer, seals: readonly string[]): readonly Buffer[] | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  for (const expected of seals) {
    const end = at + Number.parseInt(expected, 10);
    const part = bytes.subarray(at, end);
    if (seal(part) !== expected) return undefined;
    parts.push(part);
    at = end;
  }
  return at === bytes.length ? parts : undefined;
}
