import { homedir } from 'node:os';
import { delimiter } from 'node:path';
import type { Config, Environment } from '../config/config.ts';
import { findRemoteTheme } from '../reader/remote-theme-finder.ts';
import { findTheme, type ThemePlaces } from '../reader/theme-finder.ts';
import type { Theme } from '../site/theme.ts';
import type { Log } from '../util/log.ts';
import type { ReadTree } from '../util/tree.ts';

/** What the choice of a site's theme depends on. */
export interface ThemeChoice {
  readonly config: Config;
  readonly source: string;
  readonly tree: ReadTree;
  readonly log: Log;
  readonly environment: Environment;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** The gems that Bundler would load, of which `jekyll-remote-theme` may be one. */
  readonly gems: readonly string[];
}

export interface ChosenTheme {
  readonly theme: Theme | null;
  /** Whether it is a `remote_theme`, whose own `_config.yml` does not count: Jekyll loads it too late for that. */
  readonly isRemote: boolean;
}

/**
 * Finds the theme that `remote_theme:` names, if the plugin for it is in use, or else the one that `theme:` names.
 *
 * @throws UttersonError MissingDependency, InvalidTheme
 *
 * @example
 * chooseTheme({ config, source, tree, log, environment, folder, gems: [] }).theme?.root
 */
export function chooseTheme(choice: ThemeChoice): ChosenTheme {
  const { config, environment, folder, source, tree } = choice;
  const gemFolders = [environment['GEM_HOME'], ...(environment['GEM_PATH'] ?? '').split(delimiter)];
  const places = { tree, source, gemFolders: gemFolders.flatMap((path) => (path ? [path] : [])) };
  const remote = config.get('remote_theme');
  if (typeof remote !== 'string' || !usesRemoteThemes(choice)) {
    return { theme: chooseLocal(choice, places), isRemote: false };
  }
  const theme = findRemoteTheme(remote, { ...places, folder, home: environment['HOME'] ?? homedir() });
  choice.log.info('Remote Theme:', `Using theme ${remote} from ${theme.root}`);
  return { theme, isRemote: true };
}

const REMOTE_THEME_GEMS: readonly string[] = ['jekyll-remote-theme', 'github-pages'];

function usesRemoteThemes({ config, gems }: ThemeChoice): boolean {
  const named: unknown = config.get('plugins');
  return REMOTE_THEME_GEMS.some((name) => gems.includes(name) || (Array.isArray(named) && named.includes(name)));
}

function chooseLocal({ config, log }: ThemeChoice, places: ThemePlaces): Theme | null {
  const name = config.get('theme');
  if (name === null || name === undefined) return null;
  if (typeof name === 'string') return findTheme(name, places);
  const message = "value of 'theme' in config should be String to use gem-based themes, but got something else";
  log.warn('Theme:', message);
  return null;
}
