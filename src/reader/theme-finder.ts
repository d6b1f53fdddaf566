import { UttersonError } from '../errors.ts';
import { THEME_FOLDERS, Theme, type ThemeFolder } from '../site/theme.ts';
import { decodeText } from '../util/encoding.ts';
import { isWithin, joinPaths, withSlashes } from '../util/files/paths.ts';
import type { ReadTree } from '../util/files/tree.ts';
import { compareVersions } from '../util/gem-version.ts';
import { nearestWord } from '../util/nearest-word.ts';
import { packageFile } from '../util/program/package-file.ts';
import { readGemDemand } from './gem-demand.ts';
import { readGemSpecification, readPackageSpecification } from './theme-specification.ts';

/** The folder of a site into which `fetch-theme` puts themes. */
export const FETCHED_THEMES = '_themes';
/** The file in a fetched theme that records where it came from. */
export const ORIGIN_FILE = '.fetched-from';

/** Where to look for themes. */
export interface ThemePlaces {
  readonly tree: ReadTree;
  /** The site's source folder. Its `_themes`, `node_modules` and `vendor/bundle` are searched. */
  readonly source: string;
  /** Folders of installed gems: `GEM_HOME` and those in `GEM_PATH`. */
  readonly gemFolders: readonly string[];
  /** The usual folders of gems, to be searched last. Empty for a site without a Gemfile. */
  readonly usualFolders: readonly string[];
  /** The text of `Gemfile.lock`, which decides on the version; empty if there is none. */
  readonly lock: string;
}

/**
 * Finds a theme by its name: the site itself, one fetched into it, an installed gem, an npm package with the same folders, or a theme
 * bundled with Utterson.
 *
 * @throws {UttersonError} `MissingDependency`, `InvalidTheme`
 */
export function findTheme(name: string, places: ThemePlaces): Theme {
  const wanted = name.toLowerCase().trim();
  const theme =
    findOwn(wanted, places) ??
    findPackageIn(FETCHED_THEMES, wanted, places) ??
    findInstalledTheme(wanted, places) ??
    findBundled(wanted, places.tree);
  if (theme !== undefined) return theme;
  const nearest = nearestWord(wanted, namesOfThemes(places));
  const fetch = nearest === undefined ? 'Fetch' : `Did you mean '${nearest}'? Otherwise fetch`;
  throw new UttersonError('MissingDependency', `The ${wanted} theme could not be found.`, {
    hint: `${fetch} it once, into ${FETCHED_THEMES}/${wanted}: utterson fetch-theme. Installed gems are found below vendor/bundle and in GEM_PATH; with a Gemfile, also where Ruby usually puts them.`,
  });
}

/** The themes that are there without any Ruby: those that were fetched and those that are bundled. */
function namesOfThemes({ tree, source }: ThemePlaces): string[] {
  const folders = [`${source}/${FETCHED_THEMES}`, bundledThemes()];
  return folders.flatMap((folder) => tree.list(folder).map(({ name }) => name));
}

/** The site itself, if it is the repository of the theme: its Gemfile would say `gemspec`. */
function findOwn(name: string, { tree, source }: ThemePlaces): Theme | undefined {
  return tree.status(`${source}/${name}.gemspec`)?.kind === 'file' ? themeIn(source, name, tree) : undefined;
}

/** The installed gem or npm package of this name, or undefined. */
export function findInstalledTheme(name: string, places: ThemePlaces): Theme | undefined {
  const { locked } = readGemDemand(name, { gemfile: '', lock: places.lock });
  for (const folder of gemFolders(places)) {
    const theme = findGem({ name, locked }, folder, places.tree);
    if (theme !== undefined) return theme;
  }
  return findPackageIn('node_modules', name, places);
}

function gemFolders({ tree, source, gemFolders: given, usualFolders }: ThemePlaces): string[] {
  const bundled = tree.list(`${source}/vendor/bundle/ruby`).map(({ name }) => `${source}/vendor/bundle/ruby/${name}`);
  return [...given, ...bundled, ...usualFolders];
}

/** A gem in a folder of gems. If there are several versions: the locked one, or else the newest. */
function findGem(
  { name, locked }: { readonly name: string; readonly locked: string | undefined },
  folder: string,
  tree: ReadTree,
): Theme | undefined {
  const prefix = `${name}-`;
  const versions = tree
    .list(`${folder}/gems`)
    .filter((entry) => entry.kind === 'directory' && entry.name.startsWith(prefix))
    .map((entry) => entry.name.slice(prefix.length))
    .filter((version) => /^\d/.test(version))
    .sort(compareVersions);
  const version = versions.find((installed) => installed === locked) ?? versions.at(-1);
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

/** The theme in a folder. Its gemspec describes it, or its package.json if it has none: a checkout often has both. */
export function themeIn(folder: string, name: string, tree: ReadTree): Theme {
  const paths = [name, `jekyll-theme-${name}`].map((file) => `${folder}/${file}.gemspec`);
  const [ruby] = paths.flatMap((path) => readFileIfThere(tree, path) ?? []);
  const file = `${folder}/package.json`;
  const specification =
    ruby === undefined
      ? readPackageSpecification(readFileIfThere(tree, file) ?? '{}', file)
      : readGemSpecification(ruby, '0.0.0');
  return makeTheme(tree, folder, { name, specification });
}

/** Minima, which `utterson new` and most blogs use, is bundled, so that they build where no Ruby is installed. */
function findBundled(name: string, tree: ReadTree): Theme | undefined {
  const folder = `${bundledThemes()}/${name}`;
  return /^[a-z][\w-]*$/.test(name) && tree.status(folder)?.kind === 'directory'
    ? themeIn(folder, name, tree)
    : undefined;
}

/** Whether a theme is one of those bundled with Utterson. */
export function isBundledTheme({ root }: Theme): boolean {
  return isWithin(root, bundledThemes());
}

const bundledThemes = (): string => withSlashes(packageFile('dist', 'themes'));

/** Makes a theme from the folders that exist in its root. */
function makeTheme(tree: ReadTree, folder: string, parts: Pick<Theme, 'name' | 'specification'>): Theme {
  const root = tree.realPath(folder) ?? folder;
  const folders = new Map<ThemeFolder, string>();
  for (const name of THEME_FOLDERS) {
    const path = tree.realPath(joinPaths(root, name));
    // A link out of the theme is not followed: the folder counts as missing.
    if (path?.startsWith(`${root}/`) && tree.status(path)?.kind === 'directory') folders.set(name, path);
  }
  return new Theme(parts.name, root, parts.specification, folders);
}

function readFileIfThere(tree: ReadTree, path: string): string | undefined {
  return tree.status(path)?.kind === 'file' ? decodeText(tree.read(path)) : undefined;
}
