import { UttersonError } from '../errors.ts';
import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import { addFoldersAround, baseName } from '../util/files/paths.ts';
import type { WriteTree } from '../util/files/tree.ts';
import { inspect } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';

/** What lies in the destination but does not belong there. All paths are absolute. */
interface Obsolete {
  /** A folder is named once, without its contents. */
  readonly paths: string[];
  /** Files and folders whose names have to change by case only, and how: their disk takes them for others. */
  readonly misspelt: Map<string, string>;
}

/**
 * Finds what lies in the destination but does not belong there: everything that this build does not make, except for
 * `keep_files`.
 *
 * @param all every file in the destination, where that is known and it need not be listed
 * @throws {UttersonError} `InvalidConfiguration`
 */
export function findObsolete(site: Site, tree: WriteTree, all?: ReadonlySet<string>): Obsolete {
  requireKeepFiles(site);
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const { destination } of site.files()) {
    files.add(destination);
    addFoldersAround(folders, destination, site.destination);
  }
  const prefixes = keepPrefixes(site);
  // Only the listing tells how a disk that folds case spells its names.
  if (all !== undefined && !internalsOf(site).places.foldsCase)
    return { paths: [...all].filter((path) => !files.has(path) && !isKept(path, prefixes)), misspelt: new Map() };
  const kept = new Set<string>();
  for (const name of site.keepFiles) addFoldersAround(kept, `${site.inDestination(name)}/`, site.destination);
  const obsolete: Obsolete = { paths: [], misspelt: new Map() };
  const spelt = { files: speller(site, files), folders: speller(site, folders) };
  searchFolder({ tree, spelt, kept, keepPrefixes: prefixes, obsolete }, site.destination);
  return obsolete;
}

/** Jekyll accepts a `keep_files` that is not a list of names until it cleans the destination, and stops there. */
function requireKeepFiles(site: Site): void {
  const value = site.config.get('keep_files');
  if (isNil(value) || (Array.isArray(value) && value.every((name) => typeof name === 'string'))) return;
  throw new UttersonError(
    'InvalidConfiguration',
    `'keep_files' should be a list of names, but was: ${inspect(value)}.`,
    {
      hint: 'Write it as a list of names: keep_files: [.git]',
    },
  );
}

/** Returns how a path has to be spelt; undefined for one that does not belong there. */
type Speller = (path: string) => string | undefined;

/** Of several spellings of one place, the first one counts: that of the file which is written first. */
function speller(site: Site, paths: ReadonlySet<string>): Speller {
  const { places } = internalsOf(site);
  if (!places.foldsCase) return (path) => (paths.has(path) ? path : undefined);
  const spellings = new Map<string, string>();
  for (const path of paths) if (!spellings.has(places.keyOf(path))) spellings.set(places.keyOf(path), path);
  return (path) => spellings.get(places.keyOf(path));
}

interface Search {
  readonly tree: WriteTree;
  readonly spelt: { readonly files: Speller; readonly folders: Speller };
  readonly kept: ReadonlySet<string>;
  readonly keepPrefixes: readonly string[];
  readonly obsolete: Obsolete;
}

function searchFolder(search: Search, folder: string): void {
  const entries = search.tree.list(folder);
  for (const { name, kind, isLink } of entries) {
    const path = `${folder}/${name}`;
    if (isKept(path, search.keepPrefixes)) continue;
    const isFolder = kind === 'directory' && !isLink;
    const spelling = isFolder ? search.spelt.folders(path) : search.spelt.files(path);
    const wanted = spelling === undefined ? undefined : baseName(spelling);
    // A name that is listed beside the right one is that of another file.
    const isWanted = wanted !== undefined && (wanted === name || !entries.some((entry) => entry.name === wanted));
    if (!isWanted && !(isFolder && search.kept.has(path))) search.obsolete.paths.push(path);
    else {
      if (isWanted && wanted !== name) search.obsolete.misspelt.set(path, `${folder}/${wanted}`);
      if (isFolder) searchFolder(search, path);
    }
  }
}

const isKept = (path: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => path.startsWith(prefix));

/** Whatever begins with an entry of `keep_files` is kept, as in Jekyll: `.git` keeps `.github` too. */
function keepPrefixes(site: Site): string[] {
  return site.keepFiles.map((name) => `${site.destination}/${name}`);
}
