import type { Site } from '../../plugin/plugin.ts';

/** The text of a file in UTF-8, by its absolute path. */
export function readText(site: Site, path: string): string {
  return new TextDecoder().decode(site.tree.read(path));
}
