import { homedir } from 'node:os';
import type { Config, Environment } from '../config/config.ts';
import { findRemoteTheme } from '../reader/remote-theme-finder.ts';
import { findTheme, type ThemePlaces } from '../reader/theme-finder.ts';
import type { Theme } from '../site/theme.ts';
import type { Log } from '../util/log.ts';
import type { ReadTree } from '../util/tree.ts';

/** What decides on a site's theme. */
export interface ThemeChoice {
  readonly config: Config;
  readonly source: string;
  readonly tree: ReadTree;
  readonly log: Log;
  readonly environment: Environment;
  /** Where relative paths start from. */
  readonly folder: string;
  /** The gems that Bundler would load: `jekyll-remote-theme` may be one. */
  readonly gems: readonly string[];
}

/** A site's theme, and whether its own settings stand behind the site's: a remote theme comes too late for that. */
export interface ChosenTheme {
  readonly theme: Theme | null;
  readonly isRemote: boolean;
}

/**
 * The theme that `theme:` names, or `remote_theme:` where the plugin for it is in use.
 *
 * @example
 * chooseTheme({ config, source, tree, log, environment, folder, gems: [] }).theme?.root
 */
export function chooseTheme(choice: ThemeChoice): ChosenTheme {
  const { config, environment, folder, source, tree } = choice;
  const gemFolders = [environment['GEM_HOME'], ...(environment['GEM_PATH'] ?? '').split(':')];
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
