import { resolve } from 'node:path';
import { checkConfig } from '../config/check-config.ts';
import { checkDestination } from '../config/check-destination.ts';
import type { Config, Environment } from '../config/config.ts';
import { mergeThemeConfig } from '../config/load-config.ts';
import { UttersonError } from '../errors.ts';
import type { Plugin } from '../plugin/define-plugin.ts';
import { findPluginFiles, pluginFolders } from '../plugin/plugin-files.ts';
import { readGemfile } from '../plugin/read-gemfile.ts';
import type { Theme } from '../site/theme.ts';
import { digest } from '../util/digest.ts';
import { DiskTree } from '../util/disk-tree.ts';
import { decodeText } from '../util/encoding.ts';
import { inspect, toText } from '../util/inspect.ts';
import type { Log } from '../util/log.ts';
import { ObservedTree } from '../util/observed-tree.ts';
import { isWithin, sanitizedPath, withSlashes } from '../util/paths.ts';
import type { ReadTree, WriteTree } from '../util/tree.ts';
import { parseYaml } from '../util/yaml.ts';
import { type ChosenTheme, chooseTheme } from './choose-theme.ts';
import { gemfilePath, lockPath } from './gemfile-path.ts';

export interface BuilderOptions {
  readonly config: Config;
  readonly log: Log;
  /** The process's environment: `JEKYLL_ENV`, `TZ`, `GEM_PATH`. */
  readonly environment?: Environment;
  /** Where the site is read from and written to: the disk, unless a program says otherwise. */
  readonly tree?: WriteTree;
  /** Whether builds keep what the next one, in this process or another, can use. True unless said otherwise. */
  readonly isIncremental?: boolean;
  /** Whether there will be one build, so that nothing is kept in memory for others. False unless said otherwise. */
  readonly buildsOnce?: boolean;
  /** Whether large sites are built with worker threads, and style sheets by a program of their own. True unless said otherwise. */
  readonly usesWorkers?: boolean;
  /** The folder that relative paths start from, and whose Gemfile names plugins. The process's current one unless given. */
  readonly folder?: string;
  /** Plugins besides those that the site names. With them nothing is kept for the next process, whose plugins may be others. */
  readonly plugins?: readonly Plugin[];
  /** What time it is, in milliseconds since 1970: the present, unless two builds are to show the same. */
  readonly now?: () => number;
}

/** Where builds leave what the next process can use. */
export interface CachePlace {
  /** The folder of the record, absolute. */
  readonly folder: string;
  /** What the whole site depends on: configuration, environment, plugins, source and destination. */
  readonly fingerprint: string;
  /** Tells what the builds of this process have looked at. */
  readonly tree: ObservedTree;
  readonly log: Log;
  /** How many messages the log had before the site was made ready. */
  readonly messagesBefore: number;
  /** Whether code takes part that is not Utterson's: what it does cannot be told from the files of the site. */
  readonly hasForeignCode: boolean;
}

/** A site before anything of it is read: where it lies, how it is set up, and what it looks like. */
export interface SitePlace {
  /** The configuration with the theme's behind it. */
  readonly config: Config;
  /** Absolute path of the folder that is read. */
  readonly source: string;
  /** Absolute path of the folder that is written. */
  readonly destination: string;
  readonly theme: Theme | null;
  /** The gems that Bundler would load before Jekyll starts. */
  readonly gems: readonly string[];
  readonly tree: WriteTree;
  /** Null where builds must not leave anything, or where there is no disk. */
  readonly cache: CachePlace | null;
}

/**
 * Finds out what is to be built, from what and to where, without reading the site.
 *
 * @throws UttersonError where there is no source, where the destination would swallow it, and for a missing theme
 */
export function findSite(options: BuilderOptions): SitePlace {
  const { log, environment = process.env } = options;
  checkConfig(options.config);
  const folder = options.folder ?? process.cwd();
  const source = absolutePath(options.config.get('source'), folder);
  const destination = absolutePath(options.config.get('destination'), folder);
  const { built, served } = recordFolders(options.config, source);
  const observed = leavesCache(options) ? new ObservedTree([destination, built]) : null;
  const tree = options.tree ?? observed ?? new DiskTree();
  checkSource(source, tree);
  checkDestination(options.config, { source, destination });
  const gems = bundledGems(folder, environment, tree);
  const chosen = chooseTheme({ config: options.config, source, tree, log, environment, folder, gems });
  const config = withThemeConfig(options.config, chosen, { log, tree });
  const place = { config, source, destination, theme: chosen.theme, gems, tree };
  if (observed === null) return { ...place, cache: null };
  const plugins = findPluginFiles(tree, pluginFolders(config, source)).loadable;
  const hasForeignCode = plugins.length > 0 || config.get('markdown') === 'markdown-it';
  const identity = fingerprint(place, { environment, plugins });
  const messagesBefore = log.messages.length;
  const recordFolder = config.get('serving') === true ? served : built;
  const parts = { folder: recordFolder, fingerprint: identity, tree: observed, log, messagesBefore, hasForeignCode };
  return { ...place, cache: parts };
}

/** Where builds leave their records. A site that is served has another URL: each of the two goes on from its own. */
export function recordFolders(config: Config, source: string): { readonly built: string; readonly served: string } {
  const built = `${sanitizedPath(source, toText(config.get('cache_dir')))}/utterson`;
  return { built, served: `${built}/served` };
}

function leavesCache({ config, isIncremental, plugins = [], tree }: BuilderOptions): boolean {
  const isOff = ['disable_disk_cache', 'safe'].some((key) => config.get(key) === true);
  // What functions of a running program do cannot be told from those of another process.
  return !isOff && isIncremental !== false && plugins.length === 0 && tree === undefined;
}

/** Settings that change what is said, not what is made; a template that shows one has read it. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['profile', 'quiet', 'verbose', 'incremental', 'watch']);

function fingerprint(
  { config, source, destination, theme, gems, tree }: Omit<SitePlace, 'cache'>,
  { environment, plugins }: { environment: Environment; plugins: readonly string[] },
): string {
  const variables = Object.entries(environment).filter(([name]) => /^(?:JEKYLL_|PAGES_|TZ$)/.test(name));
  const settings = new Map([...config].filter(([key]) => !WITHOUT_EFFECT.has(key)));
  const code = plugins.flatMap((path) => [path, decodeText(tree.read(path))]);
  const site = [inspect(settings), source, destination, theme?.root, inspect(new Map(variables.sort()))];
  return digest([...site, ...gems, ...code].join('\n'));
}

/** Whether a path can matter to a site: it is neither output nor cache, nor what belongs to git or npm. */
export function isSource(
  path: string,
  { config, source, destination }: Pick<SitePlace, 'config' | 'source' | 'destination'>,
): boolean {
  const relative = path.startsWith(`${source}/`) ? path.slice(source.length + 1) : path;
  const others = [toText(config.get('cache_dir')), '.jekyll-metadata', '.git', 'node_modules'];
  return !isWithin(path, destination) && !others.some((folder) => folder !== '' && isWithin(relative, folder));
}

/** Whether a site has to be set up anew when a file changes: its plugins are others then. */
export function isPartOfSetup(
  path: string,
  options: Pick<BuilderOptions, 'config' | 'environment' | 'folder'>,
): boolean {
  const { config, environment = process.env, folder = process.cwd() } = options;
  const changed = absolutePath(path, folder);
  const plugins = pluginFolders(config, absolutePath(config.get('source'), folder));
  const gemfile = gemfilePath(folder, environment);
  return [gemfile, lockPath(gemfile)].includes(changed) || plugins.some((place) => isWithin(changed, place));
}

/** Jekyll has Bundler load the plugins of the Gemfile in the folder it is started in, unless the environment forbids it. */
function bundledGems(folder: string, environment: Environment, tree: ReadTree): readonly string[] {
  if (environment['JEKYLL_NO_BUNDLER_REQUIRE']) return [];
  const path = gemfilePath(folder, environment);
  return tree.status(path)?.kind === 'file' ? readGemfile(decodeText(tree.read(path))) : [];
}

/** A relative path starts at the folder the command was started in, and never at the process's own. */
function absolutePath(value: unknown, folder: string): string {
  const path = withSlashes(resolve(folder, String(value ?? '.')));
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function checkSource(source: string, tree: WriteTree): void {
  if (tree.status(source)?.kind === 'directory') return;
  throw new UttersonError('MissingSource', `There is no source folder ${source}`, {
    hint: 'Set the folder of the site with --source, or run the command in it.',
  });
}

function withThemeConfig(
  config: Config,
  { theme, isRemote }: ChosenTheme,
  { log, tree }: { log: Log; tree: WriteTree },
): Config {
  // jekyll-remote-theme comes after the configuration was read, and only leaves the theme's name in it.
  if (theme !== null && isRemote) return new Map(config).set('theme', theme.name);
  if (theme === null || config.get('ignore_theme_config') === true) return config;
  const path = `${theme.root}/_config.yml`;
  const file = tree.list(theme.root).find(({ name }) => name === '_config.yml');
  if (file?.kind !== 'file' || file.isLink) return config;
  log.info('Theme Config file:', path);
  return mergeThemeConfig(config, parseYaml(decodeText(tree.read(path))));
}
