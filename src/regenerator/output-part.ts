import { crc32 } from 'node:zlib';
import { decodeUtf8 } from '../util/encoding.ts';
import { lendFile } from '../util/read-file.ts';

/** A text that is a part of a file somebody else writes: a page's body in the page. It needs no place of its own. */
export interface OutputPart {
  /** Where it begins, in bytes. */
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
  readonly checksum: number;
  /** Its first bytes, by which it is found where what stands before it has become longer or shorter. */
  readonly beginning: string;
}

const BEGINNING_BYTES = 24;
/** So often its beginning may stand in a file without being it. */
const MOST_TRIES = 8;

/** @param bytes the text, which begins at an offset of a file */
export function describePart(bytes: Uint8Array, offset: number): OutputPart {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING_BYTES)).toString('latin1');
  return { offset, length: bytes.length, checksum: crc32(bytes), beginning };
}

/** The text, undefined where the file does not hold it any more. */
export function readPart(path: string, part: OutputPart): string | undefined {
  try {
    return lendFile(path, (file) => findPart(file, part));
  } catch {
    return undefined;
  }
}

function findPart(file: Buffer, part: OutputPart): string | undefined {
  for (const at of placesOf(file, part)) {
    if (holdsAt(file, at, part)) return decodeUtf8(file.subarray(at, at + part.length));
  }
  return undefined;
}

function* placesOf(file: Buffer, { beginning, offset }: OutputPart): Generator<number> {
  yield offset;
  let at = -1;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    at = file.indexOf(beginning, at + 1, 'latin1');
    if (at === -1) return;
    yield at;
  }
}

function holdsAt(file: Buffer, offset: number, { length, checksum }: OutputPart): boolean {
  const bytes = file.subarray(offset, offset + length);
  return bytes.length === length && crc32(bytes) === checksum;
}
