import { lstatSync, type Stats, statSync } from 'node:fs';

/**
 * Nothing is there, a file is where a folder would have to be, or links lead in a circle. Node's `throwIfNoEntry` knows
 * the first alone.
 */
export function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP';
}

/** The result of a call to the file system; undefined if the path leads to nothing. */
export function orUndefined<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const QUIETLY = { throwIfNoEntry: false } as const;

/** The status of a file or folder; undefined if there is none. */
export function statsOf(path: string): Stats | undefined {
  return orUndefined(() => statSync(path, QUIETLY));
}

/** Whether a link is there, wherever it leads. */
export function isLink(path: string): boolean {
  return orUndefined(() => lstatSync(path, QUIETLY))?.isSymbolicLink() === true;
}
