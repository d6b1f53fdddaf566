import { resolve } from 'node:path';
import { checkConfig } from '../config/check-config.ts';
import { type Config, type Environment, environmentName, timeZoneOf } from '../config/config.ts';
import { mergeThemeConfig } from '../config/load-config.ts';
import { UttersonError } from '../errors.ts';
import type { Plugin } from '../plugin/define-plugin.ts';
import { readGemfile } from '../plugin/read-gemfile.ts';
import { Registry } from '../plugin/registry.ts';
import { InputNames, Reads } from '../regenerator/reads.ts';
import { recordedTime } from '../renderer/drops/recorded-time.ts';
import { registerJekyllTags } from '../renderer/tags/jekyll-tags.ts';
import type { ReadonlyHash } from '../site/hash.ts';
import type { Theme } from '../site/theme.ts';
import { DiskTree } from '../util/disk-tree.ts';
import { decodeText } from '../util/encoding.ts';
import { inspect, toText } from '../util/inspect.ts';
import type { Log } from '../util/log.ts';
import { sanitizedPath } from '../util/paths.ts';
import type { Clock } from '../util/ruby-date-parse.ts';
import type { ReadTree, WriteTree } from '../util/tree.ts';
import { parseYaml } from '../util/yaml.ts';
import type { Builder } from './builder.ts';
import { type ChosenTheme, chooseTheme } from './choose-theme.ts';
import { EditionsBuilder } from './editions-builder.ts';
import { digest } from './input-versions.ts';
import { type KeptBuildPlace, restoreBuild } from './kept-build.ts';
import { SiteBuilder } from './site-builder.ts';
import { useConverters } from './use-converters.ts';
import { useFilters } from './use-filters.ts';
import { usePlugins } from './use-plugins.ts';

export interface BuilderOptions {
  readonly config: Config;
  readonly log: Log;
  /** The process's environment: `JEKYLL_ENV`, `TZ`, `GEM_PATH`. */
  readonly environment?: Environment;
  /** Where the site is read from and written to: the disk, unless a program says otherwise. */
  readonly tree?: WriteTree;
  /** Whether builds keep what the next one, in this process or another, can use. True unless said otherwise. */
  readonly isIncremental?: boolean;
  /** Whether large sites are built with worker threads. True unless said otherwise. */
  readonly usesWorkers?: boolean;
  /** The folder that relative paths start from, and whose Gemfile names plugins. The process's current one unless given. */
  readonly folder?: string;
  /** Plugins besides those that the site names. */
  readonly plugins?: readonly Plugin[];
}

/**
 * Gets everything ready for building a site once or again and again.
 *
 * @example
 * const builder = await createBuilder({ config: loadConfig({ log }), log });
 * const { pages } = await builder.build();
 */
export async function createBuilder(options: BuilderOptions): Promise<Builder> {
  const { log, environment = process.env, tree = new DiskTree() } = options;
  checkConfig(options.config);
  const source = absolutePath(options.config.get('source'));
  const destination = absolutePath(options.config.get('destination'));
  checkFolders(source, destination, tree);
  const folder = options.folder ?? process.cwd();
  const gems = bundledGems(folder, environment, tree);
  const chosen = chooseTheme({ config: options.config, source, tree, log, environment, folder, gems });
  const { theme } = chosen;
  const config = withThemeConfig(options.config, chosen, { log, tree });
  const zone = timeZoneOf(config, environment);
  const cache = cachePlace(options, { config, source, destination, theme, environment, gems });
  const kept = cache === null ? null : restoreBuild(cache);
  const names = kept?.names ?? new InputNames();
  const reads = new Reads(names);
  const now = () => zone.at(Math.floor(Date.now() / 1000), (Date.now() % 1000) * 1_000_000);
  const clock: Clock = { zone, now: () => recordedTime(now(), 'clock', reads) };
  const registry = new Registry({ errorMode: errorMode(config), clock });
  registerJekyllTags(registry);
  useFilters(registry, { config, log });
  await usePlugins(registry, { config, source, gems, tree, log, theme, given: options.plugins ?? [] });
  const converters = await useConverters(registry, { config, log });
  const name = environmentName(environment);
  const shared = {
    log,
    source,
    environment: name,
    variables: environment,
    tree,
    theme,
    clock,
    registry,
    converters,
    names,
    reads,
    usesWorkers: options.usesWorkers !== false,
    isIncremental: options.isIncremental !== false,
  };
  const [first, ...others] = registry.editions(config).map(({ folder, settings }) => {
    const place = folder === '' ? destination : `${destination}/${folder}`;
    return new SiteBuilder({ ...shared, kept, cache, config: overlay(config, settings), destination: place });
  });
  if (first === undefined) throw new UttersonError('InvalidPlugin', 'A plugin made no edition of the site');
  return others.length === 0 ? first : new EditionsBuilder(first, others, destination);
}

/** Jekyll has Bundler load the plugins of the Gemfile in the folder it is started in, unless the environment forbids it. */
function bundledGems(folder: string, environment: Environment, tree: ReadTree): readonly string[] {
  if (environment['JEKYLL_NO_BUNDLER_REQUIRE']) return [];
  const path = absolutePath(resolve(folder, environment['BUNDLE_GEMFILE'] ?? 'Gemfile'));
  return tree.status(path)?.kind === 'file' ? readGemfile(decodeText(tree.read(path))) : [];
}

interface Identity {
  readonly config: Config;
  readonly source: string;
  readonly destination: string;
  readonly theme: Theme | null;
  readonly environment: Environment;
  readonly gems: readonly string[];
}

/** Settings that change what is said, not what is made; a template that shows one has read it. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['profile', 'quiet', 'verbose', 'incremental']);

/** Where builds leave a record for the next process; null where they must not, or where there is no disk. */
function cachePlace(options: BuilderOptions, identity: Identity): KeptBuildPlace | null {
  const { config, source, destination, theme, environment, gems } = identity;
  const isOff = ['disable_disk_cache', 'safe'].some((key) => config.get(key) === true);
  if (isOff || options.isIncremental === false || options.tree !== undefined) return null;
  const variables = Object.entries(environment).filter(([name]) => /^(?:JEKYLL_|PAGES_|TZ$)/.test(name));
  const settings = new Map([...config].filter(([key]) => !WITHOUT_EFFECT.has(key)));
  const parts = [inspect(settings), source, destination, theme?.root, inspect(new Map(variables.sort())), ...gems];
  const folder = `${sanitizedPath(source, toText(config.get('cache_dir')))}/utterson`;
  return { folder, fingerprint: digest(parts.join('\n')), tree: new DiskTree(), log: options.log };
}

function overlay(config: Config, settings: ReadonlyHash): Config {
  if (settings.size === 0) return config;
  return new Map([...config, ...[...settings].map(([key, value]) => [String(key), value] as const)]);
}

function absolutePath(value: unknown): string {
  const path = resolve(String(value ?? '.')).replaceAll('\\', '/');
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function checkFolders(source: string, destination: string, tree: WriteTree): void {
  if (tree.status(source)?.kind !== 'directory') {
    throw new UttersonError('MissingSource', `There is no source folder ${source}`, {
      hint: 'Name the folder of the site with --source, or start the command in it.',
    });
  }
  if (source === destination || source.startsWith(`${destination}/`) || destination === '/') {
    throw new UttersonError('InvalidDestination', 'Destination directory cannot be or contain the Source directory.', {
      hint: `Source is ${source}, destination is ${destination}.`,
    });
  }
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

function errorMode(config: Config): 'lax' | 'warn' | 'strict' {
  const liquid = config.get('liquid');
  const mode: unknown = liquid instanceof Map ? liquid.get('error_mode') : undefined;
  return mode === 'lax' || mode === 'strict' ? mode : 'warn';
}
