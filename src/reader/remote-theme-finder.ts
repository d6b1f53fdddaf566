import { basename, resolve } from 'node:path';
import { UttersonError } from '../errors.ts';
import type { Theme } from '../site/theme.ts';
import { decodeText } from '../util/encoding.ts';
import { withSlashes } from '../util/paths.ts';
import type { ReadTree } from '../util/tree.ts';
import { FETCHED_THEMES, findInstalledTheme, ORIGIN_FILE, type ThemePlaces, themeIn } from './theme-finder.ts';

const REMOTE = /^(?:https?:\/\/([\w.-]+)\/)?([a-z0-9-]+)\/([a-z0-9._-]+?)(?:@([a-z0-9._-]+))?$/i;
const LOCAL = /^(?:\/|\.{1,2}\/|~\/|[a-z]:[\\/])/i;

/** Where a remote theme may be, and where relative paths start from. */
export interface RemoteThemePlaces extends ThemePlaces {
  readonly folder: string;
  /** What `~` stands for. */
  readonly home: string;
}

/** A repository with a theme in it, all in lower case. */
export interface RemoteTheme {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  /** A branch, tag or commit, or `latest` for the latest release; undefined for the default branch. */
  readonly reference: string | undefined;
}

/**
 * Finds what `remote_theme` names without the network: a folder by its path, what lies in `_themes/OWNER/NAME`, or a gem or package of that name.
 *
 * @throws UttersonError MissingDependency
 */
export function findRemoteTheme(value: string, places: RemoteThemePlaces): Theme {
  const wanted = value.trim();
  if (isLocalTheme(wanted)) return findFolder(wanted, places);
  const remote = readRemoteTheme(wanted);
  const { name } = remote;
  const { source, tree } = places;
  const folder = `${source}/${placeOfRemote(remote)}`;
  if (isFolder(folder, tree)) {
    checkOrigin(folder, remote, { wanted, tree });
    return themeIn(folder, name, tree);
  }
  const theme = findInstalledTheme(name, places) ?? findInstalledTheme(`jekyll-theme-${name}`, places);
  if (theme !== undefined) return theme;
  throw new UttersonError(
    'MissingDependency',
    `The remote theme ${wanted} was not found, and a build downloads nothing.`,
    {
      hint: `Fetch it once, into ${placeOfRemote(remote)}: utterson fetch-theme`,
    },
  );
}

/** Whether `remote_theme` is the path of a folder. */
export function isLocalTheme(value: string): boolean {
  return LOCAL.test(value.trim());
}

/**
 * @throws UttersonError InvalidTheme
 *
 * @example
 * readRemoteTheme('mmistakes/minimal-mistakes@4.26.2').reference // '4.26.2'
 */
export function readRemoteTheme(value: string): RemoteTheme {
  const [, host = 'github.com', owner = '', name = '', reference] = REMOTE.exec(value.trim().toLowerCase()) ?? [];
  if (name !== '') return { host, owner, name, reference };
  const hint = 'Write owner/name, owner/name@tag, or the path of a folder.';
  throw new UttersonError('InvalidTheme', `${JSON.stringify(value)} is not a valid remote theme`, { hint });
}

/** Where a repository's theme lies, from the source folder on. */
export function placeOfRemote({ owner, name }: RemoteTheme): string {
  return `${FETCHED_THEMES}/${owner}/${name}`;
}

/** What a configuration asks for, as it is noted in a folder that was fetched. */
export function originOfRemote({ host, owner, name, reference }: RemoteTheme): string {
  return `https://${host}/${owner}/${name}@${reference ?? ''}`;
}

/** Another version was fetched than the one that is asked for now. Of a clone of one's own nobody knows. */
function checkOrigin(folder: string, remote: RemoteTheme, { wanted, tree }: { wanted: string; tree: ReadTree }): void {
  const note = `${folder}/${ORIGIN_FILE}`;
  if (tree.status(note)?.kind !== 'file') return;
  const origin = decodeText(tree.read(note)).trim();
  if (origin === originOfRemote(remote)) return;
  throw new UttersonError(
    'MissingDependency',
    `The remote theme ${wanted} is not the one that was fetched: ${origin}`,
    {
      hint: 'Fetch it again: utterson fetch-theme',
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

const isFolder = (path: string, tree: ReadTree): boolean => tree.status(path)?.kind === 'directory';
