import { Layout } from '../site/layout.ts';
import type { Site } from '../site/site.ts';
import { baseName, joinPaths } from '../util/files/paths.ts';
import type { EntryFilter } from './entry-filter.ts';
import { readPageText } from './page-reader.ts';
import { walk } from './walk.ts';

/** Reads the layouts by name: the site's own, and those of the theme whose names the site does not use. */
export function readLayouts(site: Site, filter: EntryFilter): Map<string, Layout> {
  const layouts = new Map<string, Layout>();
  const own = site.inSource(String(site.config.get('layouts_dir') ?? '_layouts'));
  for (const layout of readFolder(site, filter, { directory: own, root: site.source })) {
    layouts.set(layoutName(layout.name), layout);
  }
  const theme = site.theme?.folder('_layouts') ?? null;
  if (site.theme === null || theme === null) return layouts;
  for (const layout of readFolder(site, filter, { directory: theme, root: site.theme.root })) {
    const name = layoutName(layout.name);
    if (!layouts.has(name)) layouts.set(name, layout);
  }
  return layouts;
}

interface LayoutFolder {
  readonly directory: string;
  /** What the layouts' paths are shown relative to: the source, or the theme. */
  readonly root: string;
}

function readFolder(site: Site, filter: EntryFilter, folder: LayoutFolder): Layout[] {
  const files = walk(site.tree, folder.directory, { withDots: false }).filter(
    ({ name, kind }) => kind === 'file' && baseName(name).includes('.'),
  );
  return filter.filter('', files).map(({ name }) => {
    const path = joinPaths(folder.directory, name);
    const relativePath = path.startsWith(folder.root) ? path.slice(folder.root.length) : path;
    return new Layout({ name, path, relativePath, ...readPageText(site, path) });
  });
}

/** The name used in front matter: the path without the last extension. */
function layoutName(file: string): string {
  return file.slice(0, file.lastIndexOf('.'));
}
