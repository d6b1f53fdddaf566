import { relative, resolve } from 'node:path';
import { requireUtf8 } from '../encoding.ts';

/**
 * File.extname: from the last dot of the name, which must not be its first character nor its last.
 *
 * @example
 * extensionOf('/a/b.tar.gz') // '.gz'
 * extensionOf('.htaccess')   // ''
 */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const start = name.startsWith('.') ? name.length - name.replace(/^\.+/, '').length : 0;
  const dot = name.lastIndexOf('.');
  if (dot <= start - 1 || dot === -1 || dot < 1) return '';
  return dot === name.length - 1 ? '.' : name.slice(dot);
}

/** The last component of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * File.dirname.
 *
 * @example
 * directoryName('/a/b/')  // '/a'
 * directoryName('b.html') // '.'
 */
export function directoryName(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end--;
  const slash = path.lastIndexOf('/', end - 1);
  if (slash === -1) return '.';
  let stop = slash;
  while (stop > 0 && path[stop - 1] === '/') stop--;
  return stop === 0 ? '/' : path.slice(0, stop);
}

/** File.join: joins names with exactly one slash. */
export function joinPaths(...names: readonly string[]): string {
  let joined = names[0] ?? '';
  for (const name of names.slice(1)) {
    const isPlain = !joined.endsWith('/') && !name.startsWith('/');
    joined = isPlain ? `${joined}/${name}` : `${joined.replace(/\/+$/, '')}/${name.replace(/^\/+/, '')}`;
  }
  return joined;
}

/** Resolves `.` and `..` in an absolute path without leaving the root: File.expand_path(path, '/'). */
export function expandPath(path: string): string {
  if (!path.includes('.') && !path.includes('//') && path.startsWith('/') && !path.endsWith('/')) return path;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

/** How a path on Windows begins, its slashes being `/`: with a drive, or with a server and one of its folders. */
const VOLUME = /^(?:[A-Za-z]:|\/\/[^/]+\/[^/]+)(?=\/|$)/;
const DRIVE = /^[A-Za-z]:(?=\/)/;

/**
 * Jekyll's `sanitized_path`: a path named by a site, kept inside a folder, out of which `..` cannot climb. On Windows,
 * where the folder has a drive letter or is one of a server, the path may have one too, and its backslashes are slashes,
 * as in Ruby. As in Jekyll, a path that leads to the folder itself by a detour is the folder with a slash after it.
 *
 * @throws {UttersonError} `InvalidEncoding` for a path that is not UTF-8
 *
 * @example
 * sanitizedPath('/site', '../../etc/passwd')     // '/site/etc/passwd'
 * sanitizedPath('/site', 'a/..')                 // '/site/'
 * sanitizedPath('C:/site', 'c:/site/../a')       // 'C:/site/a'
 * sanitizedPath('C:/site', '..\\..\\a')          // 'C:/site/a'
 */
export function sanitizedPath(base: string, path: string): string {
  if (path === base) return base;
  requireUtf8(path, 'invalid byte sequence in UTF-8');
  const volume = VOLUME.exec(base)?.[0] ?? '';
  const root = base.slice(volume.length).replace(/\/$/, '');
  const clean = expandPath(volume === '' ? path : relativeToVolume(path.replaceAll('\\', '/'), volume));
  if (clean === root || clean.startsWith(`${root}/`)) return volume + clean;
  return `${volume}${root}${clean}`;
}

/** Whether a path in which names are parted by slashes is one of Windows, where backslashes part names too. */
export function isOfWindows(path: string): boolean {
  return VOLUME.test(path);
}

/** A path on Windows, its slashes being `/`, without what it begins with: its drive, or a server and one of its folders. */
export function withoutVolume(path: string): string {
  return path.replace(VOLUME, '');
}

/** Removes the volume of a folder, or any drive, from the beginning of a path. */
function relativeToVolume(path: string, volume: string): string {
  const isSame = path.slice(0, volume.length).toLowerCase() === volume.toLowerCase();
  return isSame && path[volume.length] === '/' ? path.slice(volume.length) : path.replace(DRIVE, '');
}

/**
 * A path of the operating system with slashes. Only on Windows are backslashes separators; elsewhere they may be part of
 * a name.
 *
 * @example
 * withSlashes('C:\\site\\a.md', 'win32') // 'C:/site/a.md'
 */
export function withSlashes(path: string, platform: string = process.platform): string {
  return platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/**
 * The absolute path of a name in a folder, with slashes: File.expand_path(name, folder).
 *
 * @example
 * resolvePath('/site', '../other') // '/other'
 */
export function resolvePath(folder: string, name: string): string {
  return withSlashes(resolve(folder, name));
}

/**
 * The way from a folder to a path, with slashes.
 *
 * @example
 * relativePath('/site', '/site/_posts/a.md') // '_posts/a.md'
 */
export function relativePath(folder: string, path: string): string {
  return withSlashes(relative(folder, path));
}

/**
 * An absolute path as messages show it: relative to a folder if it is inside that, as it is otherwise.
 *
 * @example
 * shortenPath('/site/_posts/a.md', '/site') // '_posts/a.md'
 * shortenPath('/tmp/a.md', '/site')         // '/tmp/a.md'
 * shortenPath('/site', '/site')             // ''
 */
export function shortenPath(path: string, folder: string): string {
  const inside = relativePath(folder, path);
  return inside === '..' || inside.startsWith('../') ? path : inside;
}

/**
 * Whether a path is a folder or inside it, rather than just beginning with the same characters.
 *
 * @example
 * isWithin('/site/a.md', '/site')  // true
 * isWithin('/site-two', '/site')   // false
 */
export function isWithin(path: string, folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  return path.length === folder.length || folder.endsWith('/') || path[folder.length] === '/';
}

/** Removes trailing dots from a name, as Jekyll does for `foo..md`. */
export function withoutTrailingDots(name: string): string {
  return name.replace(/\.+$/, '');
}

/** A folder's path without a trailing slash; the root stays `/`. */
export function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/**
 * Adds the folders around a path, from the innermost outwards up to but not including `root`, which must contain the
 * path.
 *
 * @example
 * addFoldersAround(folders, '/out/a/b/c.html', '/out') // adds '/out/a/b' and '/out/a'
 */
export function addFoldersAround(folders: Set<string>, path: string, root: string): void {
  let folder = path.slice(0, path.lastIndexOf('/'));
  // A folder that is there already came with all those around it.
  while (folder.length > root.length && !folders.has(folder)) {
    folders.add(folder);
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
}
