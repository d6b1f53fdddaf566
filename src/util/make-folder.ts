import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a folder and its missing parents. Node's own `recursive` never returns where creating a folder fails with
 * ENOENT although its parent exists, as in Linux's `/proc`.
 *
 * @throws {Error} the system's error, with the folder that cannot be created
 */
export function makeFolder(path: string): void {
  const error = tryMakeFolder(path);
  if (error === undefined) return;
  const parent = dirname(path);
  if (!('code' in error) || error.code !== 'ENOENT' || parent === path || isFolder(parent)) throw error;
  makeFolder(parent);
  const secondError = tryMakeFolder(path);
  if (secondError !== undefined) throw secondError;
}

/** Creates one folder; returns the error if it does not exist afterwards. */
function tryMakeFolder(path: string): Error | undefined {
  try {
    mkdirSync(path);
    return undefined;
  } catch (error) {
    // For the root of a drive, or of a read-only disk, the error is not EEXIST.
    if (isFolder(path)) return undefined;
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
