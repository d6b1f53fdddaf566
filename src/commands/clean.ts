import { rmSync } from 'node:fs';
import { checkDestination } from '../config/check-destination.ts';
import { homeFolder } from '../util/files/home-folder.ts';
import { statsOf } from '../util/files/missing.ts';
import { resolvePath, sanitizedPath } from '../util/files/paths.ts';
import { patiently } from '../util/files/patiently.ts';
import type { Log } from '../util/program/log.ts';
import type { RunCommand } from './command-line/command.ts';
import { createLog, loadSettings, pathOf, textOf } from './settings.ts';

/**
 * `clean`: removes what builds leave behind: the destination, Jekyll's metadata file and the caches. Jekyll removes whatever
 * folder is configured for these, even the source; here that is an error.
 */
export const runClean: RunCommand = async (invocation) => {
  const { environment, folder } = invocation.terminal;
  const log = createLog(invocation.terminal);
  const config = loadSettings(invocation, log);
  const source = pathOf(config, 'source', folder);
  const destination = pathOf(config, 'destination', folder);
  const home = homeFolder(environment);
  checkDestination(config, { source, destination, home });
  const cache = sanitizedPath(source, textOf(config, 'cache_dir', '.jekyll-cache'));
  checkDestination(config, { source, destination: cache, home });
  remove(destination, 'folder', log);
  remove(resolvePath(source, '.jekyll-metadata'), 'file', log);
  remove(cache, 'folder', log);
  remove(resolvePath(folder, '.sass-cache'), 'folder', log);
  return 0;
};

function remove(path: string, kind: 'file' | 'folder', log: Log): void {
  const stats = statsOf(path);
  const isThere = kind === 'file' ? stats?.isFile() === true : stats?.isDirectory() === true;
  log.info('Cleaner:', isThere ? `Removing ${path}...` : `Nothing to do for ${path}.`);
  if (isThere) patiently(() => rmSync(path, { recursive: true, force: true }));
}
