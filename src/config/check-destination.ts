import { dirname, isAbsolute, join } from 'node:path';
import { UttersonError } from '../errors.ts';
import { relativePath } from '../util/files/paths.ts';
import { realPathOf } from '../util/files/real-path.ts';
import type { Config } from './config.ts';

/**
 * Refuses a destination that is or contains the source, one of the folders that the site is made from, or the home
 * folder, and one that is a whole drive. Jekyll refuses only the first; what is in the others, its cleaner deletes.
 * Symbolic links are resolved, because their targets are what would be deleted.
 *
 * @throws {UttersonError} `InvalidDestination`
 *
 * @example
 * checkDestination(config, { source: '/site', destination: '/site/_posts', home: '/home/mary' })
 */
export function checkDestination(config: Config, folders: Folders): void {
  refuseLoss(config, folders);
  const { source, destination, home } = folders;
  refuseLoss(config, {
    source: realPathOf(source),
    destination: realPathOf(destination),
    home: home === undefined ? undefined : realPathOf(home),
  });
}

function refuseLoss(config: Config, { source, destination, home }: Folders): void {
  if (isWithin(source, destination)) {
    throw new UttersonError('InvalidDestination', 'Destination directory cannot be or contain the Source directory.', {
      hint: `Source is ${source}, destination is ${destination}. Nothing was removed or written.`,
    });
  }
  // On Windows the source may be on another drive.
  if (dirname(destination) === destination) {
    throw new UttersonError('InvalidDestination', 'Destination directory cannot be the root of a drive.', {
      hint: `Everything on ${destination} that is not part of the site would be removed. Nothing was removed or written.`,
    });
  }
  if (home !== undefined && isWithin(home, destination)) {
    throw new UttersonError('InvalidDestination', 'Destination directory cannot be or contain the home folder.', {
      hint: `Everything in ${destination} that is not part of the site would be removed. Choose a separate folder in it. Nothing was removed or written.`,
    });
  }
  const replaced = sourceFolders(config).find((name) => isWithin(join(source, name), destination));
  if (replaced === undefined) return;
  throw new UttersonError('InvalidDestination', `The destination ${destination} would replace ${replaced}.`, {
    hint: `${replaced} contains sources of the site. Choose a separate folder, such as _site. Nothing was removed or written.`,
  });
}

interface Folders {
  readonly source: string;
  readonly destination: string;
  /** The home folder of whoever runs the program, if there is one. */
  readonly home: string | undefined;
}

function isWithin(path: string, folder: string): boolean {
  const inside = relativePath(folder, path);
  return inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside);
}

/** The folders that pages are made from, relative to the source. */
function sourceFolders(config: Config): readonly string[] {
  const collections: unknown = config.get('collections');
  const labels = collections instanceof Map ? [...collections.keys()] : Array.isArray(collections) ? collections : [];
  const ofCollections = ['posts', 'drafts', ...labels.map(String)].map((label) =>
    join(textAt(config, 'collections_dir'), `_${label}`),
  );
  const named = ['layouts_dir', 'includes_dir', 'data_dir', 'plugins_dir'].map((key) => textAt(config, key));
  return [...ofCollections, ...named, '_sass'].filter((name) => name !== '');
}

function textAt(config: Config, key: string): string {
  const value = config.get(key);
  return typeof value === 'string' ? value : '';
}
