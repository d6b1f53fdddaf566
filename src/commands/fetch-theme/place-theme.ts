import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UttersonError } from '../../errors.ts';
import { ORIGIN_FILE } from '../../reader/theme-finder.ts';
import { patiently } from '../../util/files/patiently.ts';
import type { FetchedTheme } from './fetched-theme.ts';

/**
 * Refuses a folder that this command did not create, such as a clone or a theme of the site's own.
 *
 * @throws {UttersonError} `Conflict`
 */
export function checkPlace(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, ORIGIN_FILE))) return;
  throw new UttersonError('Conflict', `${folder} already exists and was not fetched by this command.`, {
    hint: 'Builds use it as it is. To fetch the theme again, move the folder away first.',
  });
}

/** Writes a theme to its folder. One that was fetched before is replaced only once the new one is complete. */
export function placeTheme(folder: string, { files, origin }: FetchedTheme): void {
  const beside = `${folder}.${process.pid}.tmp`;
  try {
    for (const [path, content] of files) {
      const place = join(beside, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
    writeFileSync(join(beside, ORIGIN_FILE), `${origin}\n`);
    patiently(() => rmSync(folder, { recursive: true, force: true }));
    patiently(() => renameSync(beside, folder));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
