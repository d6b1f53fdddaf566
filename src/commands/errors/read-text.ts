import { readFileSync } from 'node:fs';

/** The text of a file, or `undefined` if it cannot be read: an error is then shown without the lines around it. */
export function readTextIfPossible(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
