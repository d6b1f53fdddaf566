import { crc32 } from 'node:zlib';
import { decodeUtf8 } from '../util/encoding.ts';
import { lendFile } from '../util/files/read-file.ts';

/** Locates a text inside an output file, such as a page's body within the finished page, so that it need not be stored twice. */
export interface OutputPart {
  /** Start of the text, in bytes. */
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
  /** CRC-32 of the text's bytes. */
  readonly checksum: number;
  /** The text's first bytes, as Latin-1: they find it again after the text before it has grown or shrunk. */
  readonly beginning: string;
}

const BEGINNING_BYTES = 24;
/** How many places with the right beginning are checked before the text counts as lost. */
const MOST_TRIES = 8;

/** Describes the text `bytes` that starts at `offset` (in bytes) of a file. */
export function describePart(bytes: Uint8Array, offset: number): OutputPart {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING_BYTES)).toString('latin1');
  return { offset, length: bytes.length, checksum: crc32(bytes), beginning };
}

/** The text, or undefined if the file cannot be read or no longer contains it. */
export function readPart(path: string, part: OutputPart): string | undefined {
  try {
    return lendFile(path, (file) => findPart(file, part));
  } catch {
    return undefined;
  }
}

function findPart(file: Buffer, part: OutputPart): string | undefined {
  for (const at of candidateOffsets(file, part)) {
    if (isPartAt(file, at, part)) return decodeUtf8(file.subarray(at, at + part.length));
  }
  return undefined;
}

function* candidateOffsets(file: Buffer, { beginning, offset }: OutputPart): Generator<number> {
  yield offset;
  let at = -1;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    at = file.indexOf(beginning, at + 1, 'latin1');
    if (at === -1) return;
    yield at;
  }
}

function isPartAt(file: Buffer, offset: number, { length, checksum }: OutputPart): boolean {
  const bytes = file.subarray(offset, offset + length);
  return bytes.length === length && crc32(bytes) === checksum;
}
