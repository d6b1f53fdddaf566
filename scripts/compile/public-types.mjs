import { readdirSync, readFileSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORTED = /(?:\bfrom |\bimport\()['"](\.[^'"]+)\.[jt]s['"]/g;

/** Removes the declarations that none of the entry points needs: most files of the program are nobody's to import. */
export function keepPublicTypes(folder, entries) {
  const kept = new Set();
  const wanted = entries.map((entry) => join(folder, `${entry}.d.ts`));
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (kept.has(path)) continue;
    kept.add(path);
    for (const [, name] of readFileSync(path, 'utf8').matchAll(IMPORTED))
      wanted.push(join(dirname(path), `${name}.d.ts`));
  }
  removeOthers(folder, kept);
}

/** Returns whether the folder still has anything in it. */
function removeOthers(folder, kept) {
  const remaining = readdirSync(folder, { withFileTypes: true }).filter((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return removeOthers(path, kept);
    if (!kept.has(path)) unlinkSync(path);
    return kept.has(path);
  });
  if (remaining.length === 0) rmdirSync(folder);
  return remaining.length > 0;
}
