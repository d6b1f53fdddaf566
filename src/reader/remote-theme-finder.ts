import { basename, resolve } from 'node:path';
import { UttersonError } from '../errors.ts';
import type { Theme } from '../site/theme.ts';
import { decodeText } from '../util/encoding.ts';
import { withSlashes } from '../util/files/paths.ts';
import type { ReadTree } from '../util/files/tree.ts';
import { FETCHED_THEMES, findInstalledTheme, ORIGIN_FILE, type ThemePlaces, themeIn } from './theme-finder.ts';

const REMOTE = /^(?:https?:\/\/([\w.-]+)\/)?([a-z0-9-]+)\/([a-z0-9._-]+?)(?:@([a-z0-9._-]+))?$/i;
const LOCAL = /^(?:\/|\.{1,2}\/|~\/|[a-z]:[\\/])/i;

/** Where to look for a remote theme. */
interface RemoteThemePlaces extends ThemePlaces {
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** The folder that `~` stands for. */
  readonly home: string;
}

/** The parts of a `remote_theme`, all in lower case, as jekyll-remote-theme makes them. */
export interface RemoteTheme {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  /** A branch, tag or commit, or `latest` for the latest release; undefined for the default branch. */
  readonly reference: string | undefined;
}

/**
 * Finds the theme that `remote_theme` names, without using the network: a folder if it is a path, or else the folder
 * `_themes/OWNER/NAME`, or an installed gem or npm package of that name.
 *
 * @throws {UttersonError} `MissingDependency`, `InvalidTheme`
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

/** Whether the value of `remote_theme` is a path. */
export function isLocalTheme(value: string): boolean {
  return LOCAL.test(value.trim());
}

/**
 * Parses the value of `remote_theme`.
 *
 * @throws {UttersonError} `InvalidTheme`
 *
 * @example
 * readRemoteTheme('mmistakes/minimal-mistakes@4.26.2').reference // '4.26.2'
 */
export function readRemoteTheme(value: string): RemoteTheme {
  const [, host = 'github.com', owner = '', name = '', reference] = REMOTE.exec(value.trim().toLowerCase()) ?? [];
  // A name of dots only would lead out of the owner's folder.
  if (/[^.]/.test(name)) return { host, owner, name, reference };
  const hint = 'Write owner/name, owner/name@tag, or the path of a folder.';
  throw new UttersonError('InvalidTheme', `${JSON.stringify(value)} is not a valid remote theme`, { hint });
}

/** The folder for a repository's theme, relative to the source. */
export function placeOfRemote({ owner, name }: RemoteTheme): string {
  return `${FETCHED_THEMES}/${owner}/${name}`;
}

/** The origin of a theme, as `fetch-theme` records it in the folder that it fetched. */
export function originOfRemote({ host, owner, name, reference }: RemoteTheme): string {
  return `https://${host}/${owner}/${name}@${reference ?? ''}`;
}

/**
 * Checks that the fetched theme is the version that is asked for now. A folder without a recorded origin, such as the
 * user's own clone, is accepted as it is.
 */
function checkOrigin(
  folder: string,
  remote: RemoteTheme,
  { wanted, tree }: { readonly wanted: string; readonly tree: ReadTree },
): void {
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
  const root = withSlashes(
    resolve(
      folder,
      path.replace(/^~(?=\/)/, () => home),
    ),
  );
  if (isFolder(root, tree)) return themeIn(root, basename(root), tree);
  throw new UttersonError('MissingDependency', `The theme's folder ${path} does not exist.`, {
    hint: `The path was resolved to ${root}: a path in \`remote_theme\` is relative to the folder in which the command is started.`,
  });
}

const isFolder = (path: string, tree: ReadTree): boolean => tree.status(path)?.kind === 'directory';
