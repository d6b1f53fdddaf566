import { type ReadonlyHash, settingsOf } from '../../site/hash.ts';
import type { Site } from '../../site/site.ts';
import { globTree } from '../../util/files/glob.ts';
import { joinPaths, resolvePath, withSlashes } from '../../util/files/paths.ts';
import { isNil } from '../../util/values/is-nil.ts';

/** The settings under `sass`. */
export function sassSettings(site: Site): ReadonlyHash {
  return settingsOf(site.config, 'sass');
}

/** A setting that may be one text or a list of them. */
export function textsIn(settings: ReadonlyHash, key: string): string[] {
  const value = settings.get(key);
  if (isNil(value)) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** The folders in which imports are searched for, whether they exist or not: `load_paths`, then `sass_dir`, then the theme's. */
export function possibleLoadPaths(site: Site): string[] {
  const settings = sassSettings(site);
  const folder = settings.get('sass_dir');
  const own = site.inSource(folder ? String(folder) : '_sass');
  const configured = textsIn(settings, 'load_paths').flatMap((path) => expand(path, site));
  const theme = site.theme?.folder('_sass');
  return [...new Set([...configured, own]), ...(theme ? [theme] : [])];
}

/** Those that exist. */
export function existingFolders(paths: readonly string[], { tree }: Site): string[] {
  return paths.filter((path) => tree.status(path)?.kind === 'directory');
}

/** A name that is a pattern for Ruby's Dir.glob. */
const PATTERN = /[*?[{\\]/;

/** The folders that one of `load_paths` names. Only in safe mode must they be in the source. */
function expand(path: string, site: Site): string[] {
  const names = withSlashes(path).split('/');
  const pattern = names.findIndex((name) => PATTERN.test(name));
  const start = names.slice(0, pattern === -1 ? names.length : pattern).join('/') || (path.startsWith('/') ? '/' : '.');
  const folder = site.isSafe ? site.inSource(start) : resolvePath(site.source, start);
  if (pattern === -1) return [folder];
  return globTree(site.tree, folder, names.slice(pattern).join('/')).map((name) => joinPaths(folder, name));
}
