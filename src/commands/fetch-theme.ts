import { join } from 'node:path';
import { readBundle } from '../build/bundle.ts';
import type { Config } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import { readGemDemand } from '../reader/gem-demand.ts';
import { isLocalTheme, placeOfRemote, readRemoteTheme } from '../reader/remote-theme-finder.ts';
import { FETCHED_THEMES } from '../reader/theme-finder.ts';
import { DiskTree } from '../util/files/disk-tree.ts';
import type { Invocation, RunCommand, Terminal } from './command-line/command.ts';
import { type Download, download } from './fetch-theme/download.ts';
import type { FetchedTheme } from './fetch-theme/fetched-theme.ts';
import { fetchGem } from './fetch-theme/gem-theme.ts';
import { checkPlace, placeTheme } from './fetch-theme/place-theme.ts';
import { fetchRepository } from './fetch-theme/repository-theme.ts';
import { createLog, loadSettings, pathOf } from './settings.ts';

/** `fetch-theme [NAME]`: downloads a theme into the site, so that no build needs Ruby or the network for it. */
export const runFetchTheme: RunCommand = (invocation) => fetchTheme(invocation, download);

/** Does the work of `fetch-theme`; a test passes another way to download. */
export async function fetchTheme(invocation: Invocation, fetchBytes: Download): Promise<number> {
  const { words, terminal } = invocation;
  const log = createLog(terminal);
  const config = loadSettings(invocation, log);
  const wanted = words[0] ?? configuredTheme(config);
  const source = pathOf(config, 'source', terminal.folder);
  const { place, fetch } = wanted.includes('/') ? repository(wanted) : gem(wanted, terminal);
  checkPlace(join(source, place));
  log.info('Fetching:', wanted);
  const theme = await fetch(fetchBytes);
  placeTheme(join(source, place), theme);
  const bytes = [...theme.files.values()].reduce((sum, { length }) => sum + length, 0);
  log.info('Fetched:', `${theme.title}, ${theme.files.size} files (${sizeOf(bytes)}) in ${place}`);
  log.info('', 'Commit the folder. To update it, run this command again.');
  return 0;
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Where a theme goes, and how to fetch it. */
interface Wanted {
  /** Relative to the source. */
  readonly place: string;
  readonly fetch: (download: Download) => Promise<FetchedTheme>;
}

function repository(wanted: string): Wanted {
  if (isLocalTheme(wanted)) {
    throw new UttersonError('InvalidUsage', `${wanted} is the path of a folder: there is nothing to fetch.`, {
      hint: 'Builds take the theme from there. To fetch one, write the name of a gem, or OWNER/REPOSITORY.',
    });
  }
  const theme = readRemoteTheme(wanted);
  return { place: placeOfRemote(theme), fetch: (fetchBytes) => fetchRepository(theme, fetchBytes) };
}

const GEM = /^([a-z\d][\w.-]*)(?:@([\w.]+))?$/i;

function gem(wanted: string, { environment, folder }: Terminal): Wanted {
  const [, name = '', version] = GEM.exec(wanted.trim().toLowerCase()) ?? [];
  if (name === '') {
    throw new UttersonError('InvalidTheme', `${JSON.stringify(wanted)} is not the name of a theme.`, {
      hint: 'Write the name of a gem, name@version, or owner/name for a repository on GitHub.',
    });
  }
  const demand = readGemDemand(name, readBundle(folder, environment, new DiskTree()) ?? { gemfile: '', lock: '' });
  return {
    place: `${FETCHED_THEMES}/${name}`,
    fetch: (fetchBytes) => fetchGem(name, { demand, version, download: fetchBytes }),
  };
}

/** The theme that the configuration names. A remote theme takes precedence over a gem, as in jekyll-remote-theme. */
function configuredTheme(config: Config): string {
  const name = [config.get('remote_theme'), config.get('theme')].find((value) => typeof value === 'string');
  if (typeof name === 'string') return name;
  throw new UttersonError('InvalidUsage', 'The configuration names no theme.', {
    hint: 'Set `theme` or `remote_theme` in _config.yml, or name a theme: utterson fetch-theme jekyll-theme-cayman',
  });
}
