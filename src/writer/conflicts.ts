import type { Site } from '../site/site.ts';

/** Warns of files that are written to the same place: the last one wins. */
export function warnOfConflicts(site: Site): void {
  const byDestination = new Map<string, string[]>();
  for (const item of site.files()) {
    const paths = byDestination.get(item.destination);
    if (paths === undefined) byDestination.set(item.destination, [item.relativePath]);
    else paths.push(item.relativePath);
  }
  for (const [destination, paths] of byDestination) {
    if (paths.length < 2) continue;
    site.log.warn('Conflict:', 'The following destination is shared by multiple files.');
    site.log.warn('', 'The written file may end up with unexpected contents.');
    site.log.warn('', destination);
    for (const path of paths) site.log.warn('', ` - ${path}`);
  }
}
