import { delimiter } from 'node:path';
import type { Config, Environment } from '../config/config.ts';
import { usualGemFolders } from '../reader/gem-folders.ts';
import { findRemoteTheme } from '../reader/remote-theme-finder.ts';
import { findTheme, isBundledTheme, type ThemePlaces } from '../reader/theme-finder.ts';
import type { Theme } from '../site/theme.ts';
import { homeFolder } from '../util/files/home-folder.ts';
import { withSlashes } from '../util/files/paths.ts';
import type { ReadTree } from '../util/files/tree.ts';
import type { Log } from '../util/program/log.ts';
import { className } from '../util/values/class-name.ts';
import { isNil } from '../util/values/is-nil.ts';
import type { Bundle } from './bundle.ts';

/** What the choice of a site's theme depends on. */
interface ThemeChoice {
  readonly config: Config;
  readonly source: string;
  readonly tree: ReadTree;
  readonly log: Log;
  readonly environment: Environment;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** The site's bundle. Without a Gemfile there is none: a gem that happens to be installed on the machine is not used. */
  readonly bundle: Bundle | undefined;
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
 * @throws {UttersonError} `MissingDependency`, `InvalidTheme`
 *
 * @example
 * chooseTheme({ config, source, tree, log, environment, folder, bundle: undefined, gems: [] }).theme?.root
 */
export function chooseTheme(choice: ThemeChoice): ChosenTheme {
  const remote = choice.config.get('remote_theme');
  if (typeof remote !== 'string' || !usesRemoteThemes(choice)) return { theme: chooseLocal(choice), isRemote: false };
  const theme = findRemoteTheme(remote, {
    ...placesFor(choice),
    folder: choice.folder,
    home: homeOf(choice),
  });
  choice.log.info('Remote Theme:', `Using theme ${remote} from ${theme.root}`);
  return { theme, isRemote: true };
}

function placesFor(choice: ThemeChoice): ThemePlaces {
  const { bundle, environment, source, tree } = choice;
  const gemFolders = [environment['GEM_HOME'], ...(environment['GEM_PATH'] ?? '').split(delimiter)];
  return {
    tree,
    source,
    gemFolders: gemFolders.flatMap((path) => (path ? [withSlashes(path)] : [])),
    usualFolders: bundle === undefined ? [] : usualGemFolders(tree, homeOf(choice)),
    lock: bundle?.lock ?? '',
  };
}

/** Without a home folder, `~` in a path is the name of a folder. */
const homeOf = ({ environment }: ThemeChoice): string => homeFolder(environment) ?? '~';

const REMOTE_THEME_GEMS: readonly string[] = ['jekyll-remote-theme', 'github-pages'];

function usesRemoteThemes({ config, gems }: ThemeChoice): boolean {
  const named: unknown = config.get('plugins');
  return REMOTE_THEME_GEMS.some((name) => gems.includes(name) || (Array.isArray(named) && named.includes(name)));
}

function chooseLocal(choice: ThemeChoice): Theme | null {
  const { bundle, config, log } = choice;
  const name = config.get('theme');
  if (isNil(name)) return null;
  if (typeof name !== 'string') {
    log.warn(
      'Theme:',
      `value of 'theme' in config should be String to use gem-based themes, but got ${className(name)}`,
    );
    return null;
  }
  const theme = findTheme(name, placesFor(choice));
  if (bundle !== undefined && isBundledTheme(theme)) {
    const advice = 'For pages that look like those of Jekyll fetch the gem with `utterson fetch-theme`.';
    log.warn(
      'Theme:',
      `the gem ${theme.name} is not installed, so the starter theme of that name takes its place. ${advice}`,
    );
  }
  return theme;
}
