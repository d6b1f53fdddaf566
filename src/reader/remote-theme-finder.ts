import { basename, resolve } from 'node:path';
import { UttersonError } from '../errors.ts';
import type { Theme } from '../site/theme.ts';
import { decodeText } from '../util/encoding.ts';
import { withSlashes } from '../util/paths.ts';
import type { ReadTree } from '../util/tree.ts';
import { findInstalledTheme, makeTheme, type ThemePlaces } from './theme-finder.ts';
import { readGemSpecification } from './theme-specification.ts';

const REMOTE = /^(?:https?:\/\/[\w.-]+\/)?([a-z0-9-]+)\/([a-z0-9._-]+?)(?:@([a-z0-9._-]+))?$/i;
const LOCAL = /^(?:\/|\.{1,2}\/|~\/|[a-z]:[\\/])/i;

/** Where a remote theme may be, and where relative paths start from. */
export interface RemoteThemePlaces extends ThemePlaces {
  readonly folder: string;
  /** What `~` stands for. */
  readonly home: string;
}

/**
 * Finds what `remote_theme` names without the network: a folder by its path, a checkout in `_themes/OWNER/NAME`, or a gem or package of that name.
 *
 * @throws UttersonError MissingDependency
 */
export function findRemoteTheme(value: string, places: RemoteThemePlaces): Theme {
  const wanted = value.trim();
  if (LOCAL.test(wanted)) return findFolder(wanted, places);
  const [, owner = '', name = '', reference] = REMOTE.exec(wanted.toLowerCase()) ?? [];
  if (name === '') {
    const hint = 'Write owner/name, owner/name@tag, or the path of a folder.';
    throw new UttersonError('InvalidTheme', `${JSON.stringify(value)} is not a valid remote theme`, { hint });
  }
  const { source, tree } = places;
  const checkout = `${source}/_themes/${owner}/${name}`;
  if (isFolder(checkout, tree)) return themeIn(checkout, name, tree);
  const theme = findInstalledTheme(name, places) ?? findInstalledTheme(`jekyll-theme-${name}`, places);
  if (theme !== undefined)
    return gemSpecificationIn(theme.root, name, tree) === undefined ? theme : themeIn(theme.root, name, tree);
  const branch = reference === undefined || reference === 'latest' ? '' : `--branch ${reference} `;
  throw new UttersonError(
    'MissingDependency',
    `The remote theme ${wanted} was not found, and themes are never downloaded.`,
    {
      hint: `Clone it once: git clone --depth 1 ${branch}https://github.com/${owner}/${name} _themes/${owner}/${name}`,
    },
  );
}

function findFolder(path: string, { folder, home, tree }: RemoteThemePlaces): Theme {
  const root = withSlashes(resolve(folder, path.replace(/^~(?=\/)/, home)));
  if (isFolder(root, tree)) return themeIn(root, basename(root), tree);
  throw new UttersonError('MissingDependency', `The theme's folder ${path} does not exist.`, {
    hint: `The path was resolved to ${root}: a path in \`remote_theme\` is relative to the folder in which the command is started.`,
  });
}

function themeIn(folder: string, name: string, tree: ReadTree): Theme {
  const path = gemSpecificationIn(folder, name, tree);
  const specification = readGemSpecification(path === undefined ? '' : decodeText(tree.read(path)), '0.0.0');
  return makeTheme(tree, folder, { name, specification });
}

function gemSpecificationIn(folder: string, name: string, tree: ReadTree): string | undefined {
  const paths = [name, `jekyll-theme-${name}`].map((file) => `${folder}/${file}.gemspec`);
  return paths.find((path) => tree.status(path)?.kind === 'file');
}

const isFolder = (path: string, tree: ReadTree): boolean => tree.status(path)?.kind === 'directory';
