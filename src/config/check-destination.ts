import { isAbsolute, join, relative, sep } from 'node:path';
import { UttersonError } from '../errors.ts';
import type { Config } from './config.ts';

/**
 * Refuses a destination that is the source, holds it, or is or holds one of the folders that the site is made from. Jekyll
 * refuses the first two; with the others its cleaner removes the texts.
 *
 * @throws UttersonError InvalidDestination
 *
 * @example
 * checkDestination(config, { source: '/site', destination: '/site/_posts' })
 */
export function checkDestination(config: Config, { source, destination }: Folders): void {
  if (isWithin(source, destination)) {
    throw new UttersonError('InvalidDestination', 'Destination directory cannot be or contain the Source directory.', {
      hint: `Source is ${source}, destination is ${destination}. Nothing was removed or written.`,
    });
  }
  const lost = foldersOfTexts(config).find((name) => isWithin(join(source, name), destination));
  if (lost === undefined) return;
  throw new UttersonError('InvalidDestination', `The destination ${destination} would replace ${lost}.`, {
    hint: `${lost} contains sources of the site. Choose a separate folder, such as _site. Nothing was removed or written.`,
  });
}

interface Folders {
  readonly source: string;
  readonly destination: string;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The folders of the source that hold what pages are made from, relative to it. */
function foldersOfTexts(config: Config): readonly string[] {
  const collections: unknown = config.get('collections');
  const labels = collections instanceof Map ? [...collections.keys()] : Array.isArray(collections) ? collections : [];
  const texts = ['posts', 'drafts', ...labels.map(String)].map((label) =>
    join(textAt(config, 'collections_dir'), `_${label}`),
  );
  const named = ['layouts_dir', 'includes_dir', 'data_dir', 'plugins_dir'].map((key) => textAt(config, key));
  return [...texts, ...named, '_sass'].filter((name) => name !== '');
}

function textAt(config: Config, key: string): string {
  const value = config.get(key);
  return typeof value === 'string' ? value : '';
}
