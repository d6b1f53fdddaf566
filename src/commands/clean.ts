import { rmSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { UttersonError } from '../errors.ts';
import type { Log } from '../util/log.ts';
import type { RunCommand } from './command.ts';
import { createLog, loadSettings, pathOf, textOf } from './settings.ts';

/** `clean`: takes away what builds leave: the destination, Jekyll's record, the caches. */
export const runClean: RunCommand = async (invocation) => {
  const { folder } = invocation.terminal;
  const log = createLog(invocation.terminal);
  const config = loadSettings(invocation, log);
  const source = pathOf(config, 'source', folder);
  const destination = pathOf(config, 'destination', folder);
  refuseSource(source, destination);
  remove(destination, 'folder', log);
  remove(join(source, '.jekyll-metadata'), 'file', log);
  remove(join(source, textOf(config, 'cache_dir', '.jekyll-cache')), 'folder', log);
  remove(resolve(folder, '.sass-cache'), 'folder', log);
  return 0;
};

/** Jekyll removes whatever the destination is, the source and all it is in as well. */
function refuseSource(source: string, destination: string): void {
  if (!`${source}${sep}`.startsWith(destination.endsWith(sep) ? destination : destination + sep)) return;
  throw new UttersonError('InvalidDestination', 'Destination directory cannot be or contain the Source directory.', {
    hint: `Nothing was removed. Source is ${source}, destination is ${destination}.`,
  });
}

function remove(path: string, kind: 'file' | 'folder', log: Log): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  const isThere = kind === 'file' ? stats?.isFile() === true : stats?.isDirectory() === true;
  log.info('Cleaner:', isThere ? `Removing ${path}...` : `Nothing to do for ${path}.`);
  if (isThere) rmSync(path, { recursive: true, force: true });
}
