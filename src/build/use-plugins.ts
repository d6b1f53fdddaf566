import { BUILTINS } from '../builtin/builtins.ts';
import type { Config } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import type { Plugin } from '../plugin/define-plugin.ts';
import { findPluginFiles, loadPlugin } from '../plugin/load-plugins.ts';
import type { Registry } from '../plugin/registry.ts';
import type { Theme } from '../site/theme.ts';
import type { Log } from '../util/log.ts';
import { sanitizedPath } from '../util/paths.ts';
import type { ReadTree } from '../util/tree.ts';

export interface PluginSources {
  readonly config: Config;
  readonly source: string;
  readonly tree: ReadTree;
  readonly log: Log;
  readonly theme: Theme | null;
  /** Plugins that a program hands in. */
  readonly given: readonly Plugin[];
}

/** Ruby gems that do their work elsewhere here, or have none to do. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'jekyll',
  'jekyll-commonmark',
  'jekyll-commonmark-ghpages',
  'jekyll-data',
  'jekyll-sass-converter',
  'jekyll-watch',
  'kramdown',
  'rouge',
  'webrick',
]);

/** Puts all plugins of a site into its registry: the theme's needs, the files of `_plugins`, what `plugins:` names. */
export async function usePlugins(registry: Registry, sources: PluginSources): Promise<void> {
  const { config, theme } = sources;
  const named = config.get('plugins');
  for (const name of theme?.specification.dependencies ?? []) {
    // A theme's other gems are Ruby's business; only what Jekyll would load as a plugin counts.
    if (isBuiltin(name) || isJekyllGem(name)) await useNamed(registry, name, sources);
  }
  if (config.get('safe') !== true) await useFiles(registry, sources);
  for (const plugin of sources.given) registry.add(plugin);
  for (const name of Array.isArray(named) ? named.map(String) : []) await useNamed(registry, name, sources);
  warnOfMissingPaginate(registry, sources);
}

function isBuiltin(name: string): boolean {
  return Object.hasOwn(BUILTINS, name);
}

/** Whether a name is one that gems for Jekyll have. */
function isJekyllGem(name: string): boolean {
  return name.startsWith('jekyll');
}

async function useFiles(registry: Registry, sources: PluginSources): Promise<void> {
  const { loadable, ruby } = findPluginFiles(sources.tree, pluginFolders(sources));
  for (const path of loadable) for (const plugin of await loadPlugin(path)) registry.add(plugin);
  for (const path of ruby) {
    sources.log.warn('Plugin:', `${path.slice(sources.source.length + 1)} is written in Ruby and does not run here.`);
  }
}

function pluginFolders({ config, source }: PluginSources): string[] {
  const configured = config.get('plugins_dir') ?? '_plugins';
  const names = Array.isArray(configured) ? configured.map(String) : [String(configured)];
  return names.map((name) => sanitizedPath(source, name));
}

async function useNamed(registry: Registry, name: string, sources: PluginSources): Promise<void> {
  if (registry.has(name) || WITHOUT_EFFECT.has(name) || !isAllowed(name, sources.config)) return;
  const load = isBuiltin(name) ? BUILTINS[name] : undefined;
  if (load !== undefined) {
    registry.add({ readsAreRecorded: true, ...(await load()).default });
    return;
  }
  const hint = `Take it out of \`plugins\`, or put a plugin named '${name}' in JavaScript into _plugins.`;
  if (!isJekyllGem(name)) {
    throw new UttersonError('MissingDependency', `There is no plugin '${name}'.`, { hint });
  }
  sources.log.warn(
    'Plugin:',
    `${name} is a Ruby gem that has no counterpart here; the site is built without it. ${hint}`,
  );
}

/** In safe mode only plugins of the white list run. */
function isAllowed(name: string, config: Config): boolean {
  if (config.get('safe') !== true) return true;
  const list = config.get('whitelist');
  return Array.isArray(list) && list.includes(name);
}

function warnOfMissingPaginate(registry: Registry, { config, log }: PluginSources): void {
  const paginate = config.get('paginate');
  if (paginate === undefined || paginate === null || paginate === false || registry.has('jekyll-paginate')) return;
  log.warn(
    'Deprecation:',
    "You appear to have pagination turned on, but you haven't included the `jekyll-paginate` gem. " +
      'Ensure you have `plugins: [jekyll-paginate]` in your configuration file.',
  );
}
