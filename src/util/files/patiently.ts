import { sleep } from '../time/sleep.ts';

/** `EBUSY` is what Linux says of a mounted folder; Windows answers with any of them while another program has a file open. */
const REFUSALS: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES']);
/** How long to wait before each further attempt, in milliseconds. */
const NAPS = [10, 20, 40, 80, 160, 320];

/**
 * Does something with a file, on Windows repeatedly if it is refused: virus scanners and search indexes open whatever
 * has just been written, for some milliseconds.
 *
 * @throws {Error} the system's error, if it refuses for more than half a second, or for another reason
 *
 * @example
 * patiently(() => renameSync(temporary, path));
 */
export function patiently<T>(action: () => T, platform: string = process.platform): T {
  if (platform !== 'win32') return action();
  for (const nap of NAPS) {
    try {
      return action();
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
    sleep(nap);
  }
  return action();
}

/** Whether the system does not let the user do something, at least for now. */
export function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && REFUSALS.has(error.code);
}
