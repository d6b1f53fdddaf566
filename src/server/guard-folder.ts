import { statSync } from 'node:fs';
import { ifPossible } from './if-possible.ts';

/** Milliseconds between two looks at whether the folder itself is still the same. */
const GUARD_INTERVAL = 1000;

/** Told what becomes of a folder. */
interface FolderListener {
  /** There is nothing at its path any more. */
  readonly onGone: () => void;
  /** There is a folder at its path, and another one than before. */
  readonly onReturned: () => Promise<void>;
}

/**
 * Looks whether a watched folder itself has been moved, or deleted and made anew: the system watches a folder, not a path.
 *
 * @returns the timer, to be cleared
 */
export function guardFolder(folder: string, { onGone, onReturned }: FolderListener): NodeJS.Timeout {
  const identify = (): string => {
    const stats = ifPossible(() => statSync(folder, { bigint: true }));
    if (stats === undefined) return '';
    // Windows does not give a number again soon, and the time of birth of its network folders may be that of their last change.
    return `${stats.dev} ${stats.ino} ${process.platform === 'win32' ? '' : stats.birthtimeNs}`;
  };
  let known = identify();
  return setInterval(() => {
    const now = identify();
    if (now === known) return;
    known = now;
    if (now === '') onGone();
    else void onReturned();
  }, GUARD_INTERVAL);
}
