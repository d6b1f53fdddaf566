import { UttersonError } from '../errors.ts';
import { THEME_FOLDERS, Theme, type ThemeFolder } from '../site/theme.ts';
import { decodeText } from '../util/encoding.ts';
import { packageFile } from '../util/package-file.ts';
import { joinPaths, withSlashes } from '../util/paths.ts';
import type { ReadTree } from '../util/tree.ts';
import { readGemSpecification, readPackageSpecification } from './theme-specification.ts';

/** The folder of a site that themes are fetched into. */
export const FETCHED_THEMES = '_themes';
/** A file in a fetched theme that tells where it is from. */
export const ORIGIN_FILE = '.fetched-from';

/** Where themes may be. */
export interface ThemePlaces {
  readonly tree: ReadTree;
  /** The site's source folder: its `node_modules` and `vendor/bundle` are looked into. */
  readonly source: string;
  /** Folders of installed gems: `GEM_PATH` and `GEM_HOME`. */
  readonly gemFolders: readonly string[];
}

/**
 * Finds a theme by its name: one that was fetched into the site, an installed gem, a package of npm with the same folders, or the one that comes along.
 *
 * @throws UttersonError MissingDependency
 */
export function findTheme(name: string, places: ThemePlaces): Theme {
  const wanted = name.toLowerCase().trim();
  const theme =
    findPackageIn(FETCHED_THEMES, wanted, places) ??
    findInstalledTheme(wanted, places) ??
    findBundled(wanted, places.tree);
  if (theme !== undefined) return theme;
  throw new UttersonError('MissingDependency', `The ${wanted} theme could not be found.`, {
    hint: `Fetch it once, into ${FETCHED_THEMES}/${wanted}: utterson fetch-theme. Gems below vendor/bundle and in GEM_PATH are found too.`,
  });
}

/** An installed gem or package of this name; undefined where there is none. */
export function findInstalledTheme(name: string, places: ThemePlaces): Theme | undefined {
  for (const folder of gemFolders(places)) {
    const theme = findGem(name, folder, places.tree);
    if (theme !== undefined) return theme;
  }
  return findPackageIn('node_modules', name, places);
}

function gemFolders({ tree, source, gemFolders: given }: ThemePlaces): string[] {
  const bundled = tree.list(`${source}/vendor/bundle/ruby`).map(({ name }) => `${source}/vendor/bundle/ruby/${name}`);
  return [...given, ...bundled];
}

function findGem(name: string, folder: string, tree: ReadTree): Theme | undefined {
  const prefix = `${name}-`;
  const versions = tree
    .list(`${folder}/gems`)
    .filter((entry) => entry.kind === 'directory' && entry.name.startsWith(prefix))
    .map((entry) => entry.name.slice(prefix.length))
    .filter((version) => /^\d/.test(version))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const [version] = versions;
  if (version === undefined) return undefined;
  const specification = readFileIfThere(tree, `${folder}/specifications/${prefix}${version}.gemspec`);
  return makeTheme(tree, `${folder}/gems/${prefix}${version}`, {
    name,
    specification: readGemSpecification(specification ?? '', version),
  });
}

function findPackageIn(place: string, name: string, { tree, source }: ThemePlaces): Theme | undefined {
  const folder = `${source}/${place}/${name}`;
  return tree.status(folder)?.kind === 'directory' ? themeIn(folder, name, tree) : undefined;
}

/** A theme with what its gem's specification says, or its `package.json` where it has none: a checkout has both, as a rule. */
export function themeIn(folder: string, name: string, tree: ReadTree): Theme {
  const paths = [name, `jekyll-theme-${name}`].map((file) => `${folder}/${file}.gemspec`);
  const [ruby] = paths.flatMap((path) => readFileIfThere(tree, path) ?? []);
  const specification =
    ruby === undefined
      ? readPackageSpecification(readFileIfThere(tree, `${folder}/package.json`) ?? '{}')
      : readGemSpecification(ruby, '0.0.0');
  return makeTheme(tree, folder, { name, specification });
}

/** The theme that `utterson new` and most blogs name comes along, so that they build where no Ruby is. */
function findBundled(name: string, tree: ReadTree): Theme | undefined {
  const folder = withSlashes(packageFile('dist', 'themes', name));
  return /^[a-z][\w-]*$/.test(name) && tree.status(folder)?.kind === 'directory'
    ? themeIn(folder, name, tree)
    : undefined;
}

/** A theme of the folders that are there. */
function makeTheme(tree: ReadTree, folder: string, parts: Pick<Theme, 'name' | 'specification'>): Theme {
  const root = tree.realPath(folder) ?? folder;
  const folders = new Map<ThemeFolder, string>();
  for (const name of THEME_FOLDERS) {
    const path = tree.realPath(joinPaths(root, name));
    // A link out of the theme is not followed: the folder counts as absent.
    if (path?.startsWith(`${root}/`) && tree.status(path)?.kind === 'directory') folders.set(name, path);
  }
  return new Theme(parts.name, root, parts.specification, folders);
}

function readFileIfThere(tree: ReadTree, path: string): string | undefined {
  return tree.status(path)?.kind === 'file' ? decodeText(tree.read(path)) : undefined;
}
