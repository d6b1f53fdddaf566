import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/** Most files of a site fit into it. */
const SHARED_BYTES = 2 ** 18;
/** Memory that is touched for the first time costs more than to copy from memory that was used before: all files are read into this. */
let shared: Buffer | undefined;

/**
 * Reads a file for somebody who is done with its bytes at once: they lie in memory that the next file is read into.
 *
 * @param use is told too how the file looked before it was read
 * @example
 * lendFile('a.txt', (bytes) => bytes.toString()) // 'the text'
 */
export function lendFile<T>(path: string, use: (bytes: Buffer, look: Stats) => T): T {
  const file = openSync(path, 'r');
  let look: Stats;
  let bytes: Buffer;
  try {
    look = fstatSync(file);
    bytes = readAll(file, look.size);
  } finally {
    closeSync(file);
  }
  return use(bytes, look);
}

/** Reads a file. */
export function readFile(path: string): Buffer {
  return lendFile(path, (bytes) => (bytes.buffer === shared?.buffer ? Buffer.from(bytes) : bytes));
}

/** @param size in bytes; what is no file of a disk may say 0, and is read until nothing more comes */
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
