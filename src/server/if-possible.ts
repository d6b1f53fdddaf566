/**
 * What a look at the disk finds, or `undefined` if it fails in any way. No failure may end the watch: Windows, for one, refuses
 * to look at a file that is just being deleted (EPERM, EBUSY).
 */
export function ifPossible<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
