import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { withSlashes } from '../src/util/files/paths.ts';

/** The paths of all files below a folder, relative to it and sorted. */
export function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => withSlashes(relative(folder, join(entry.parentPath, entry.name))))
    .sort();
}

/** The texts of all files below a folder, by their paths in it, which `prefix` goes before. */
export function filesIn(folder: string, prefix = ''): Record<string, string> {
  const paths = pathsIn(folder);
  return Object.fromEntries(paths.map((path) => [`${prefix}${path}`, readFileSync(join(folder, path), 'utf8')]));
}
