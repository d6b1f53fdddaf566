import { checkConfig } from '../config/check-config.ts';
import { checkDestination } from '../config/check-destination.ts';
import type { Config, Environment } from '../config/config.ts';
import { mergeThemeConfig } from '../config/load-config.ts';
import { UttersonError } from '../errors.ts';
import { findPluginFiles, pluginFolders } from '../plugin/load/plugin-files.ts';
import type { Theme } from '../site/theme.ts';
import { digest } from '../util/digest.ts';
import { decodeText } from '../util/encoding.ts';
import { DiskTree } from '../util/files/disk-tree.ts';
import { homeFolder } from '../util/files/home-folder.ts';
import { ObservedTree } from '../util/files/observed-tree.ts';
import { isWithin, resolvePath, sanitizedPath } from '../util/files/paths.ts';
import { realPathOf } from '../util/files/real-path.ts';
import type { WriteTree } from '../util/files/tree.ts';
import type { Log } from '../util/program/log.ts';
import { fingerprintOf } from '../util/record/fingerprint.ts';
import { toText } from '../util/values/inspect.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { parseYaml } from '../util/yaml/yaml.ts';
import type { BuilderOptions, LoggedOptions } from './builder-options.ts';
import { type Bundle, gemfilePath, lockPath, readBundle } from './bundle.ts';
import { type ChosenTheme, chooseTheme } from './choose-theme.ts';
import { readGemfile } from './plugins/read-gemfile.ts';

/** Where builds leave what the next process can reuse. */
export interface BuildCache {
  /** The folder of the record, absolute. */
  readonly folder: string;
  /** What the whole site depends on: configuration, environment, plugins, source and destination. */
  readonly fingerprint: string;
  /** Records what the builds of this process look at. */
  readonly tree: ObservedTree;
  readonly log: Log;
  /** How many messages the log had before the site was prepared. */
  readonly messagesBefore: number;
  /** Whether code other than Utterson's takes part: what it depends on cannot be told from the site's files. */
  readonly hasForeignCode: boolean;
}

/** What is known about a site before it is read: where it is, and how it is configured. */
export interface SiteSetup {
  /** The configuration, completed by the theme's. */
  readonly config: Config;
  /** Absolute path of the folder that is read. */
  readonly source: string;
  /** Absolute path of the folder that is written. */
  readonly destination: string;
  readonly theme: Theme | null;
  /** The folders of the site's own plugins, absolute. */
  readonly pluginFolders: readonly string[];
  /** The gems that Bundler would load before Jekyll starts. */
  readonly gems: readonly string[];
  /** The Gemfile and its lock; undefined without a Gemfile, and where the environment keeps Bundler out. */
  readonly bundle: Bundle | undefined;
  readonly tree: WriteTree;
  /** Null if builds must not leave anything on disk. */
  readonly cache: BuildCache | null;
}

/**
 * Finds out what is to be built, and from where to where, without reading the site.
 *
 * @throws {UttersonError} if there is no source, if the destination would overwrite it, or for a missing theme
 */
export function findSite(options: LoggedOptions): SiteSetup {
  const { log, environment = process.env } = options;
  checkConfig(options.config);
  const folder = options.folder ?? process.cwd();
  const source = absolutePath(options.config.get('source'), folder);
  const destination = asSeenFrom(source, absolutePath(options.config.get('destination'), folder));
  const { built, served } = recordFolders(options.config, source);
  const observed = leavesCache(options) ? new ObservedTree([destination, built]) : null;
  const tree = options.tree ?? observed ?? new DiskTree();
  checkSource(source, tree);
  checkDestination(options.config, { source, destination, home: homeFolder(environment) });
  const found = readBundle(folder, environment, tree);
  const bundle = environment['JEKYLL_NO_BUNDLER_REQUIRE'] ? undefined : found;
  // Jekyll makes Bundler load the plugins in the Gemfile.
  const gems = bundle === undefined ? [] : readGemfile(bundle.gemfile);
  const choice = { config: options.config, source, tree, log, environment, folder, bundle: found, gems };
  const chosen = chooseTheme(choice);
  const config = withThemeConfig(options.config, chosen, { log, tree });
  const plugins = pluginFolders(config, source, folder);
  const known = { config, source, destination, theme: chosen.theme, pluginFolders: plugins, gems, bundle, tree };
  if (observed === null) return { ...known, cache: null };
  const { loadable, ruby } = findPluginFiles(tree, plugins);
  const hasForeignCode = loadable.length > 0 || config.get('markdown') === 'markdown-it';
  const identity = fingerprint(known, { environment, plugins: [...loadable, ...ruby] });
  const messagesBefore = log.messages.length;
  const recordFolder = config.get('serving') === true ? served : built;
  const parts = { folder: recordFolder, fingerprint: identity, tree: observed, log, messagesBefore, hasForeignCode };
  return { ...known, cache: parts };
}

/** The folders of the records. A served site has another URL, so it has a record of its own. */
export function recordFolders(config: Config, source: string): { readonly built: string; readonly served: string } {
  const built = `${sanitizedPath(source, toText(config.get('cache_dir')))}/utterson`;
  return { built, served: `${built}/served` };
}

/**
 * Whether builds may be incremental. They are not if a collection is called `drafts` and drafts are shown: then each draft is two documents
 * with one file, and what is recorded is recorded by files.
 */
export function mayBeIncremental({ config, isIncremental }: LoggedOptions): boolean {
  if (isIncremental === false) return false;
  const collections: unknown = config.get('collections');
  const hasDrafts = collections instanceof Map && collections.has('drafts');
  return !hasDrafts || !isTruthy(config.get('show_drafts'));
}

function leavesCache(options: LoggedOptions): boolean {
  const { config, plugins = [], tree } = options;
  const isOff = ['disable_disk_cache', 'safe'].some((key) => config.get(key) === true);
  // Whether another process passes in the same plugins cannot be told, as they are functions.
  return !isOff && mayBeIncremental(options) && plugins.length === 0 && tree === undefined;
}

/** Settings that change what is logged, not what is built. If a template shows one, that is recorded as a read. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['profile', 'quiet', 'verbose', 'incremental', 'watch']);

/** Environment variables that Jekyll and jekyll-github-metadata read. */
const VARIABLES = /^(?:JEKYLL_|PAGES?_|(?:TZ|GITHUB_HOSTNAME|API_URL|HELP_URL|SSL|SUBDOMAIN_ISOLATION)$)/;

function fingerprint(
  { config, source, destination, theme, bundle, tree }: Omit<SiteSetup, 'cache'>,
  { environment, plugins }: { environment: Environment; plugins: readonly string[] },
): string {
  const variables = Object.entries(environment).filter(([name]) => VARIABLES.test(name));
  const settings = new Map([...config].filter(([key]) => !WITHOUT_EFFECT.has(key)));
  const code = plugins.flatMap((path) => [path, decodeText(tree.read(path))]);
  const site = [
    fingerprintOf(settings),
    source,
    destination,
    themeFingerprint(theme),
    fingerprintOf(new Map(variables.sort())),
  ];
  return digest([...site, bundle?.gemfile, bundle?.lock, ...code].join('\n'));
}

/** What the site depends on of its theme besides the theme's files: what the theme says about itself, and which folders it has. */
function themeFingerprint(theme: Theme | null): string {
  if (theme === null) return '';
  const { root, folders, specification } = theme;
  return JSON.stringify([root, [...folders], specification, fingerprintOf(specification.metadata)]);
}

/** Whether a path can affect a site: not if it belongs to the output, the caches, git or npm. */
export function isSource(
  path: string,
  { config, source, destination }: Pick<SiteSetup, 'config' | 'source' | 'destination'>,
): boolean {
  const relative = path.startsWith(`${source}/`) ? path.slice(source.length + 1) : path;
  const others = [toText(config.get('cache_dir')), '.jekyll-metadata', '.git', 'node_modules'];
  return !isWithin(path, destination) && !others.some((folder) => folder !== '' && isWithin(relative, folder));
}

/** Whether a change of this file means that the site must be set up anew, because its plugins may have changed. */
export function isPartOfSetup(
  path: string,
  options: Pick<BuilderOptions, 'config' | 'environment' | 'folder'>,
): boolean {
  const { config, environment = process.env, folder = process.cwd() } = options;
  const changed = absolutePath(path, folder);
  const plugins = pluginFolders(config, absolutePath(config.get('source'), folder), folder);
  const gemfile = gemfilePath(folder, environment);
  return [gemfile, lockPath(gemfile)].includes(changed) || plugins.some((place) => isWithin(changed, place));
}

/** Resolves a path against the given folder, which need not be the process's current one. */
function absolutePath(value: unknown, folder: string): string {
  const path = resolvePath(folder, String(value ?? '.'));
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** A destination that lies in the source by another name, as `/tmp/site/_site` in `/private/tmp/site`: it must not be read. */
function asSeenFrom(source: string, destination: string): string {
  if (isWithin(destination, source)) return destination;
  const top = realPathOf(source);
  const real = realPathOf(destination);
  return real !== top && isWithin(real, top) ? source + real.slice(top.length) : destination;
}

function checkSource(source: string, tree: WriteTree): void {
  const kind = tree.status(source)?.kind;
  if (kind === 'directory') return;
  throw new UttersonError('MissingSource', `There is no source folder ${source}`, {
    hint: `${kind === 'file' ? 'That is a file. ' : ''}Set the folder of the site with --source, or run the command in it.`,
  });
}

function withThemeConfig(
  config: Config,
  { theme, isRemote }: ChosenTheme,
  { log, tree }: { log: Log; tree: WriteTree },
): Config {
  // jekyll-remote-theme runs after the configuration has been read, and only sets the theme's name in it.
  if (theme !== null && isRemote) return new Map(config).set('theme', theme.name);
  if (theme === null || config.get('ignore_theme_config') === true) return config;
  const path = `${theme.root}/_config.yml`;
  const file = tree.list(theme.root).find(({ name }) => name === '_config.yml');
  if (file?.kind !== 'file' || file.isLink) return config;
  log.info('Theme Config file:', path);
  return mergeThemeConfig(config, parseYaml(decodeText(tree.read(path))));
}
