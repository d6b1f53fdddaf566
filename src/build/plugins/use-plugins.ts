import { BUILTINS } from '../../builtin/builtins.ts';
import { findRubyPort } from '../../builtin/ruby-ports/ruby-ports.ts';
import type { Config } from '../../config/config.ts';
import { UttersonError } from '../../errors.ts';
import { checkPlugin } from '../../plugin/check-plugin.ts';
import type { Plugin } from '../../plugin/define-plugin.ts';
import { loadPlugins } from '../../plugin/load/load-plugins.ts';
import { findPluginFiles } from '../../plugin/load/plugin-files.ts';
import type { Registry } from '../../plugin/registry.ts';
import type { Theme } from '../../site/theme.ts';
import { decodeText } from '../../util/encoding.ts';
import { sanitizedPath, withoutTrailingSlash } from '../../util/files/paths.ts';
import type { WriteTree } from '../../util/files/tree.ts';
import type { Log } from '../../util/program/log.ts';
import type { TimeZone } from '../../util/time/time-zone.ts';
import { toText } from '../../util/values/inspect.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { adviceOn, GEM_ADVICE, GEMS_WITHOUT_EFFECT, GITHUB_PAGES_PLUGINS, RUBY_LIBRARIES } from './known-gems.ts';
import { readGemfile } from './read-gemfile.ts';
import { type RubyRequires, readRubyRequires } from './read-ruby-requires.ts';
import { reportRubyPlugins } from './ruby-plugins.ts';
import { type RubyRun, runRubyFiles } from './run-ruby-files.ts';

const GITHUB_PAGES = 'github-pages';

interface PluginSources {
  readonly config: Config;
  readonly source: string;
  readonly destination: string;
  /** The folders of the site's own plugins, absolute. */
  readonly pluginFolders: readonly string[];
  /** The gems that Bundler would load before Jekyll starts. */
  readonly gems: readonly string[];
  /** The text of the Gemfile, or empty. */
  readonly gemfile: string;
  readonly tree: WriteTree;
  readonly log: Log;
  readonly theme: Theme | null;
  /** `JEKYLL_ENV`, or `development`. */
  readonly environment: string;
  /** The time zone of the site. */
  readonly zone: TimeZone;
  /** Plugins that a program passes in. */
  readonly given: readonly Plugin[];
}

interface Sources extends PluginSources {
  /** Gems that there has been a warning about, since the Gemfile and `plugins` may both name one. */
  readonly warnedOf: Set<string>;
}

/**
 * Adds all plugins of a site to its registry, in Jekyll's order: those of the Gemfile, those of the theme, the files in
 * `_plugins`, and those that `plugins:` names.
 *
 * @returns the tree to build with: code in Ruby may change what is read from the source
 * @throws {UttersonError} for an unknown or invalid plugin, and with `strict_plugins` for one that cannot run here
 */
export async function usePlugins(registry: Registry, given: PluginSources): Promise<WriteTree> {
  const sources: Sources = { ...given, warnedOf: new Set() };
  const { config, theme } = sources;
  for (const name of sources.gems) if (name !== theme?.name) await useGem(registry, name, sources);
  for (const name of theme?.specification.dependencies ?? []) {
    // Of a theme's gems only those matter that Jekyll would load as plugins.
    if (isBuiltin(name) || isJekyllGem(name)) await useNamed(registry, name, sources);
  }
  const { loadable, ruby } = findPluginFiles(sources.tree, sources.pluginFolders);
  const own = await loadPlugins(loadable);
  for (const plugin of own) registry.add(plugin);
  const { refused, tree } = await useRubyFiles(registry, ruby, { ...sources, own });
  for (const plugin of sources.given) registry.add(checkPlugin(plugin));
  for (const name of namedPlugins(config)) await useNamed(registry, name, sources);
  warnOfMissingPaginate(registry, sources);
  warnOfMissingClassifier(sources);
  const templateFolders = ['layouts_dir', 'includes_dir'].map((key) =>
    withoutTrailingSlash(sanitizedPath(sources.source, toText(config.get(key)))),
  );
  reportRubyPlugins(registry, refused, { ...sources, templateFolders, isStrict: isStrict(config) });
  return tree;
}

/**
 * Adds what stands in for Ruby files that are known to the letter, and the gems that Ruby files load: a gem that has been
 * loaded is in use, wherever that was done. All others run, if there is an interpreter.
 */
async function useRubyFiles(
  registry: Registry,
  paths: readonly string[],
  sources: Sources & { readonly own: readonly Plugin[] },
): Promise<RubyRun> {
  const { tree, log } = sources;
  const others: string[] = [];
  for (const path of paths) {
    const ruby = decodeText(tree.read(path));
    const requires = readRubyRequires(ruby);
    await useRequires(registry, requires, sources);
    const load = findRubyPort(ruby);
    if (load !== undefined) {
      log.debug('Plugin:', `${path} is a file that is known; its work is built in.`);
      registry.add(await load());
    } else if (!requires.isAll) others.push(path);
  }
  return runRubyFiles(registry, others, { ...sources, ported: [...sources.own, ...sources.given] });
}

/**
 * Adds the gems that a Ruby file loads. One that is unknown is reported only if the file does nothing but load gems: otherwise
 * it is a library that the file itself works with.
 */
async function useRequires(registry: Registry, { features, groups, isAll }: RubyRequires, sources: Sources) {
  for (const feature of features) {
    const gem = gemOf(feature);
    const isExpected = isBuiltin(gem) || (isAll && !RUBY_LIBRARIES.has(gem) && gem !== sources.theme?.name);
    if (isExpected) await useGem(registry, gem, sources);
  }
  for (const name of groups.length === 0 ? [] : readGemfile(sources.gemfile, groups)) {
    if (name !== sources.theme?.name && (isBuiltin(name) || isJekyllGem(name))) await useGem(registry, name, sources);
  }
}

/** The gem with a file: `jekyll/scholar` is one of jekyll-scholar, and `rexml/document` one of rexml. */
function gemOf(feature: string): string {
  const [first = '', ...rest] = feature.split('/');
  return first === 'jekyll' && rest.length > 0 ? feature.replaceAll('/', '-') : first;
}

function namedPlugins(config: Config): readonly string[] {
  const named = config.get('plugins');
  return Array.isArray(named) ? named.map(String) : [];
}

const isSafe = (config: Config): boolean => isTruthy(config.get('safe'));
const isStrict = (config: Config): boolean => config.get('strict_plugins') === true;

function isBuiltin(name: string): boolean {
  return Object.hasOwn(BUILTINS, name);
}

/** Whether a gem is meant for Jekyll, by its name. */
function isJekyllGem(name: string): boolean {
  return name.startsWith('jekyll');
}

/** Adds a plugin that `plugins:` or the theme names; the theme itself may be among them. One that is unknown and not a Jekyll gem by its name stops the build, as a missing gem does in Jekyll. */
async function useNamed(registry: Registry, name: string, sources: Sources): Promise<void> {
  if (name === sources.theme?.name || !isAllowed(name, sources.config)) return;
  if (!isBuiltin(name) && !isKnown(registry, name) && !isJekyllGem(name)) throw missingPlugin(name);
  await useGem(registry, name, sources);
}

/** Adds the plugin for a gem. If there is none, it warns and the site is built without it. */
async function useGem(registry: Registry, name: string, sources: Sources): Promise<void> {
  if (name === GITHUB_PAGES) return useGithubPages(registry, sources);
  if (registry.has(name) || hasNoEffect(name)) return;
  const gem = gemOf(name);
  const load = isBuiltin(gem) ? BUILTINS[gem] : undefined;
  if (load !== undefined) return registry.add({ readsAreRecorded: true, ...(await load()).default });
  if (sources.warnedOf.has(gem)) return;
  sources.warnedOf.add(gem);
  const advice = adviceOn(gem);
  const text = `${name} is a Ruby gem that has no counterpart here`;
  if (isStrict(sources.config)) throw new UttersonError('MissingDependency', `${text}.`, { hint: advice });
  sources.log.warn('Plugin:', `${text}; the site is built without it. ${advice}`);
}

function isKnown(registry: Registry, name: string): boolean {
  return registry.has(name) || hasNoEffect(name) || name === GITHUB_PAGES || Object.hasOwn(GEM_ADVICE, name);
}

/** Old sites name libraries of Ruby's own, too, such as `yaml`: Jekyll loads whatever can be loaded. */
function hasNoEffect(name: string): boolean {
  return GEMS_WITHOUT_EFFECT.has(name) || RUBY_LIBRARIES.has(gemOf(name));
}

function missingPlugin(name: string): UttersonError {
  return new UttersonError('MissingDependency', `There is no plugin '${name}'.`, { hint: adviceOn(name) });
}

/** Adds the plugins that github-pages activates. It also pins Jekyll to 3.10, whose output is not promised here. */
async function useGithubPages(registry: Registry, sources: Sources): Promise<void> {
  for (const name of GITHUB_PAGES_PLUGINS) await useGem(registry, name, sources);
}

/** In safe mode only plugins on the `whitelist` run. */
function isAllowed(name: string, config: Config): boolean {
  if (!isSafe(config)) return true;
  const list = config.get('whitelist');
  return Array.isArray(list) && list.includes(name);
}

function warnOfMissingPaginate(registry: Registry, { config, log }: PluginSources): void {
  const paginate = config.get('paginate');
  if (!isTruthy(paginate) || registry.has('jekyll-paginate')) return;
  log.warn(
    'Deprecation:',
    "You appear to have pagination turned on, but you haven't included the `jekyll-paginate` gem. " +
      'Ensure you have `plugins: [jekyll-paginate]` in your configuration file.',
  );
}

/** For `lsi` Jekyll needs the gem classifier-reborn, and stops if that is not installed. */
function warnOfMissingClassifier({ config, log }: PluginSources): void {
  if (config.get('lsi') !== true) return;
  log.warn('Related posts:', '`lsi` needs a Ruby gem and does nothing here: related posts are the newest ones.');
}
