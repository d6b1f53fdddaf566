import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The texts of all files below a folder, by their paths in it, which `prefix` goes before. */
export function filesIn(folder: string, prefix = ''): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [`${prefix}${relative(folder, path).replaceAll('\\', '/')}`, readFileSync(path, 'utf8')]),
  );
}
