import { UttersonError } from '../errors.ts';
import type { Site } from '../site/site.ts';
import { inspect } from '../util/inspect.ts';
import type { WriteTree } from '../util/tree.ts';

/**
 * Finds what lies in the destination and does not belong there: everything this build does not make, but for
 * `keep_files`. Files and folders are absolute paths; a folder is named once, not with all that is in it.
 *
 * @param all all files that lie there, where that is known
 */
export function findObsolete(site: Site, tree: WriteTree, all?: ReadonlySet<string>): string[] {
  requireKeepFiles(site);
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const { destination } of site.files()) {
    files.add(destination);
    addParents(folders, destination, site.destination);
  }
  const prefixes = keepPrefixes(site);
  if (all !== undefined) return [...all].filter((path) => !files.has(path) && !isKept(path, prefixes));
  const kept = new Set<string>();
  for (const name of site.keepFiles) addParents(kept, `${site.inDestination(name)}/`, site.destination);
  const search: Search = { tree, files, folders, kept, keepPrefixes: prefixes, obsolete: [] };
  searchFolder(search, site.destination);
  return search.obsolete;
}

/** Jekyll reads a site whose `keep_files` is no list, and stops when it comes to clean the destination. */
function requireKeepFiles(site: Site): void {
  const value = site.config.get('keep_files');
  if (value === null || value === undefined || Array.isArray(value)) return;
  throw new UttersonError('InvalidConfiguration', `'keep_files' should be a list, but was: ${inspect(value)}.`, {
    hint: 'Give it a list of names.',
  });
}

interface Search {
  readonly tree: WriteTree;
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
  readonly keepPrefixes: readonly string[];
  readonly obsolete: string[];
}

function searchFolder(search: Search, folder: string): void {
  for (const { name, kind, isLink } of search.tree.list(folder)) {
    const path = `${folder}/${name}`;
    if (isKept(path, search.keepPrefixes)) continue;
    if (kind !== 'directory' || isLink) {
      if (!search.files.has(path)) search.obsolete.push(path);
    } else if (search.folders.has(path) || search.kept.has(path)) searchFolder(search, path);
    else search.obsolete.push(path);
  }
}

const isKept = (path: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => path.startsWith(prefix));

/** Whatever begins with a name of `keep_files` is kept, as in Jekyll: `.git` keeps `.github` too. */
function keepPrefixes(site: Site): string[] {
  return site.keepFiles.map((name) => `${site.destination}/${name}`);
}

function addParents(folders: Set<string>, path: string, root: string): void {
  let folder = path.slice(0, path.lastIndexOf('/'));
  while (folder.length > root.length && !folders.has(folder)) {
    folders.add(folder);
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
}
