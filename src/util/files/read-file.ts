import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { patiently } from './patiently.ts';

/** The size of the shared buffer, into which most files of a site fit. */
const SHARED_BYTES = 2 ** 18;
/** All files are read into this buffer: touching fresh memory costs more than copying out of memory that is in use. */
let shared: Buffer | undefined;

/**
 * Reads a file and passes its bytes to a function. They are valid only during that call: the next file is read into the
 * same memory.
 *
 * @param use also gets the file's status before it was read
 * @example
 * lendFile('a.txt', (bytes) => bytes.toString()) // 'the text'
 */
export function lendFile<T>(path: string, use: (bytes: Buffer, stats: Stats) => T): T {
  const file = patiently(() => openSync(path, 'r'));
  let stats: Stats;
  let bytes: Buffer;
  try {
    stats = fstatSync(file);
    bytes = readAll(file, stats.size);
  } finally {
    closeSync(file);
  }
  return use(bytes, stats);
}

/** Reads a file; the bytes belong to the caller. */
export function readFile(path: string): Buffer {
  return lendFile(path, (bytes) => (bytes.buffer === shared?.buffer ? Buffer.from(bytes) : bytes));
}

/** @param size in bytes; 0 for something other than a regular file, which is read until it ends */
function readAll(file: number, size: number): Buffer {
  shared ??= Buffer.allocUnsafeSlow(SHARED_BYTES);
  let bytes = shared;
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    if (count === 0) return bytes.subarray(0, length);
    length += count;
    if (length === size) return bytes.subarray(0, length);
    if (length < bytes.length) continue;
    const larger = Buffer.allocUnsafeSlow(2 * bytes.length);
    bytes.copy(larger, 0, 0, length);
    bytes = larger;
  }
}
