import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UttersonError } from '../../errors.ts';
import { ORIGIN_FILE } from '../../reader/theme-finder.ts';
import type { FetchedTheme } from './fetched-theme.ts';

/**
 * Refuses a folder that somebody else has made: a clone, a theme of the site's own.
 *
 * @throws UttersonError Conflict
 */
export function checkPlace(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, ORIGIN_FILE))) return;
  throw new UttersonError('Conflict', `${folder} is there already, and was not fetched by this command.`, {
    hint: 'A build uses it as it is. To fetch the theme anew, move the folder away first.',
  });
}

/** Lays a theme down in place of the one that was fetched before, which stays until the new one is complete. */
export function placeTheme(folder: string, { files, origin }: FetchedTheme): void {
  const beside = `${folder}.${process.pid}.tmp`;
  try {
    for (const [path, content] of files) {
      const place = join(beside, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
    writeFileSync(join(beside, ORIGIN_FILE), `${origin}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
