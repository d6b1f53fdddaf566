import type { Site } from '../site/site.ts';
import { StaticFile } from '../site/static-file.ts';
import type { Theme } from '../site/theme.ts';
import { joinPaths } from '../util/files/paths.ts';
import { readPage } from './page-reader.ts';
import { hasFrontMatter } from './source-text.ts';
import { walk } from './walk.ts';

/** Reads the theme's assets. A file of the site with the same path takes precedence. */
export function readThemeAssets(site: Site): void {
  const assets = site.theme?.folder('assets') ?? null;
  if (site.theme === null || assets === null) return;
  const pages = new Set(site.pages.map((page) => page.relativePath));
  const files = new Set(site.staticFiles.map((file) => file.relativePath));
  for (const entry of walk(site.tree, assets, { withDots: true })) {
    if (entry.kind === 'directory' && !entry.isLink) continue;
    if (entry.isLink) {
      site.log.warn('Theme reader:', `Ignored symlinked asset: ${joinPaths(assets, entry.name)}`);
      continue;
    }
    readAsset(site, site.theme, { path: joinPaths(assets, entry.name), pages, files });
  }
}

interface ThemeAsset {
  readonly path: string;
  /** The paths of the site's own pages and static files, relative to the source. Only those of files begin with a slash. */
  readonly pages: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

function readAsset(site: Site, theme: Theme, asset: ThemeAsset): void {
  const relative = asset.path.slice(theme.root.length + 1);
  const slash = relative.lastIndexOf('/');
  const directory = relative.slice(0, slash);
  const name = relative.slice(slash + 1);
  if (hasFrontMatter(site, asset.path)) {
    if (!asset.pages.has(relative)) site.pages.push(readPage(site, { base: theme.root, directory, name }));
  } else if (!asset.files.has(`/${relative}`)) {
    site.staticFiles.push(new StaticFile(site, { base: theme.root, directory: `/${directory}`, name }));
  }
}
