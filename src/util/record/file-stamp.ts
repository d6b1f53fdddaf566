import type { Stats } from 'node:fs';
import { statsOf } from '../files/missing.ts';

/**
 * The state of a file or folder as far as the file system tells: its identity, its size, and the times of the last
 * change to its content and to its metadata. Unlike the former, the latter time (`ctime`) cannot be set back. A folder
 * changes with the names in it.
 */
export interface FileStamp {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/** Stamps by path. */
export type FileStamps = ReadonlyMap<string, FileStamp>;

/** The stamp of a path that leads to nothing. */
export const MISSING: FileStamp = { ino: -1, size: 0, mtimeMs: 0, ctimeMs: 0 };
/** The stamp of a folder where only its existence counts. */
const FOLDER: FileStamp = { ino: -2, size: 0, mtimeMs: 0, ctimeMs: 0 };
/**
 * The stamp of something that changed while it was being looked at, or so shortly before that a further change might not
 * show (git calls such files racily clean). It equals no other stamp, not even itself.
 */
export const UNSETTLED: FileStamp = { ino: Number.NaN, size: 0, mtimeMs: 0, ctimeMs: 0 };

export function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;
}

/** The present stamp of a file or folder. */
export function stampOf(path: string): FileStamp {
  const found = statsOf(path);
  return found === undefined ? MISSING : toStamp(found);
}

/**
 * The present stamp of something a build asked for. A folder's names do not count here: they are recorded when it is
 * listed.
 *
 * @param settledBefore in milliseconds since 1970; anything changed later is UNSETTLED
 */
export function stampWhenRead(path: string, settledBefore: number): FileStamp {
  const found = statsOf(path);
  return found === undefined ? MISSING : stampOfStats(found, settledBefore);
}

/** The same, from what the file system has already told. */
export function stampOfStats(stats: Stats, settledBefore: number): FileStamp {
  if (stats.isDirectory()) return FOLDER;
  return Math.max(stats.mtimeMs, stats.ctimeMs) > settledBefore ? UNSETTLED : toStamp(stats);
}

/** Drops the Date objects that a Stats carries along. */
function toStamp({ ino, size, mtimeMs, ctimeMs }: FileStamp): FileStamp {
  return { ino, size, mtimeMs, ctimeMs };
}
