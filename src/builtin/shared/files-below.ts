import type { Site } from '../../plugin/plugin.ts';

/** All files below a folder, in the order of Ruby's `Dir.glob`, which leaves out names that begin with a dot. */
export function* filesBelow(site: Site, folder: string): Generator<string> {
  for (const { name, kind, isLink } of site.tree.list(folder)) {
    if (name.startsWith('.')) continue;
    const path = `${folder}/${name}`;
    if (kind === 'file') yield path;
    else if (kind === 'directory' && !isLink) yield* filesBelow(site, path);
  }
}
