import { UttersonError } from '../errors.ts';
import type { Site } from '../site/site.ts';
import { inspect } from '../util/inspect.ts';
import { isNil } from '../util/is-nil.ts';
import { addFoldersAround } from '../util/paths.ts';
import type { WriteTree } from '../util/tree.ts';

/**
 * Finds what lies in the destination but does not belong there: everything that this build does not make, except for
 * `keep_files`. The paths are absolute; an obsolete folder is named once, without its contents.
 *
 * @param all every file in the destination, where that is known and it need not be listed
 * @throws {UttersonError} `InvalidConfiguration`
 */
export function findObsolete(site: Site, tree: WriteTree, all?: ReadonlySet<string>): string[] {
  requireKeepFiles(site);
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const { destination } of site.files()) {
    files.add(destination);
    addFoldersAround(folders, destination, site.destination);
  }
  const prefixes = keepPrefixes(site);
  if (all !== undefined) return [...all].filter((path) => !files.has(path) && !isKept(path, prefixes));
  const kept = new Set<string>();
  for (const name of site.keepFiles) addFoldersAround(kept, `${site.inDestination(name)}/`, site.destination);
  const search: Search = { tree, files, folders, kept, keepPrefixes: prefixes, obsolete: [] };
  searchFolder(search, site.destination);
  return search.obsolete;
}

/** Jekyll accepts a `keep_files` that is not a list until it cleans the destination, and stops there. */
function requireKeepFiles(site: Site): void {
  const value = site.config.get('keep_files');
  if (isNil(value) || Array.isArray(value)) return;
  throw new UttersonError('InvalidConfiguration', `'keep_files' should be a list, but was: ${inspect(value)}.`, {
    hint: 'Write it as a list of names: keep_files: [.git]',
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

/** Whatever begins with an entry of `keep_files` is kept, as in Jekyll: `.git` keeps `.github` too. */
function keepPrefixes(site: Site): string[] {
  return site.keepFiles.map((name) => `${site.destination}/${name}`);
}
