import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` tries for ever where the system says of a new folder that
 * there is no such one, as Linux does in `/proc`.
 *
 * @throws the system's error, which names the folder that cannot be made
 */
export function makeFolder(path: string): void {
  const error = refusal(path);
  if (error === undefined) return;
  const parent = dirname(path);
  if (!('code' in error) || error.code !== 'ENOENT' || parent === path || isFolder(parent)) throw error;
  makeFolder(parent);
  const again = refusal(path);
  if (again !== undefined) throw again;
}

/** Why there is no such folder now. */
function refusal(path: string): Error | undefined {
  try {
    mkdirSync(path);
    return undefined;
  } catch (error) {
    // The root of a drive, or of a disk that nothing can be written to, is refused in other words than EEXIST.
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
