import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { statsOf } from '../util/files/missing.ts';
import { relativePath } from '../util/files/paths.ts';

/** The paths of all files below a folder, relative to it, with slashes, sorted. A link to a file counts as one. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statsOf(path)?.isFile() === true)
    .map((path) => relativePath(folder, path))
    .sort();
}
