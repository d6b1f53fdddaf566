import { join } from 'node:path';
import { readTextIfPossible } from './read-text.ts';

/** Where a file sets a top-level key: the text of the file, and the number of the line. */
export function findTopLevelKey(
  folder: string,
  file: string,
  key: string,
): { readonly source: string; readonly line: number } | undefined {
  const source = readTextIfPossible(join(folder, file));
  // YAML allows blanks before the colon: the configuration of Minimal Mistakes aligns its colons.
  const at =
    source?.split('\n').findIndex((line) => line.startsWith(key) && /^\s*:/.test(line.slice(key.length))) ?? -1;
  return source === undefined || at < 0 ? undefined : { source, line: at + 1 };
}
