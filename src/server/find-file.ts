import { realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What there is at a path below the baseurl. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly name: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'missing' };

/** The order in which Jekyll's server looks for the index of a folder. */
const INDEX_NAMES = [
  'index.htm',
  'index.html',
  'index.rhtml',
  'index.xht',
  'index.xhtml',
  'index.cgi',
  'index.xml',
  'index.json',
];

/** Extensions that a URL may leave out: `/about` is `about.html`. */
const PAGE_EXTENSIONS = ['.html', '.xhtml'];

/**
 * Finds what a path leads to in a folder, in the order of Jekyll's server: a folder without its slash redirects; a folder's
 * index; the page of the same name beside it; the file itself; the page without its extension. Names that begin with `.ht` or
 * `~` are never served, nor is anything outside the folder that a symbolic link in it leads to.
 *
 * @param options.listsFolders whether a folder is listed even if it has an index
 *
 * @example
 * findFile('/site/_site', '/about', { listsFolders: false }) // { kind: 'file', name: '/about.html', … }
 */
export function findFile(root: string, path: string, options: { readonly listsFolders: boolean }): Found {
  if (path.split('/').some((name) => isUndisclosed(name) || isAlias(name))) return { kind: 'missing' };
  const plain = path.replace(/\/$/, '');
  const folder = statInside(root, plain);
  if (folder?.isDirectory() !== true) {
    return firstFile(root, plain, ['', ...PAGE_EXTENSIONS]) ?? { kind: 'missing' };
  }
  if (!path.endsWith('/')) return { kind: 'redirect', to: `${plain}/` };
  const indexes = options.listsFolders ? [] : INDEX_NAMES.map((name) => `/${name}`);
  const besides = plain === '' ? [] : PAGE_EXTENSIONS;
  return firstFile(root, plain, [...indexes, ...besides]) ?? { kind: 'folder', path: join(root, plain) };
}

/** Whether Jekyll's server refuses to serve a name (`.ht*` and `~*`). */
export function isUndisclosed(name: string): boolean {
  return /^(?:\.ht|~)/i.test(name);
}

/**
 * Whether Windows would take a name for another: it ignores dots and blanks at the end, and a colon leads to a stream
 * within a file. Jekyll's server refuses these too.
 *
 * @example
 * isAlias('index.html::$DATA', 'win32') // true
 */
export function isAlias(name: string, platform: string = process.platform): boolean {
  return platform === 'win32' && /:|[. ]$/.test(name);
}

function firstFile(root: string, plain: string, endings: readonly string[]): Found | undefined {
  for (const ending of endings) {
    const name = plain + ending;
    const stats = name === '' ? undefined : statInside(root, name);
    if (stats?.isFile() === true) return { kind: 'file', path: join(root, name), name };
  }
  return undefined;
}

/** The stats of a path, unless its real path is outside the folder's. */
function statInside(root: string, name: string): Stats | undefined {
  try {
    const path = join(root, name);
    const stats = statSync(path);
    const top = realpathSync(root);
    const real = realpathSync(path);
    return real === top || real.startsWith(top.endsWith(sep) ? top : top + sep) ? stats : undefined;
  } catch {
    return undefined;
  }
}
