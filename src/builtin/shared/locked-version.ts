import { compareVersions, type PluginTools } from '../../plugin/plugin.ts';

/**
 * Whether Gemfile.lock names this version of a gem or a newer one. Without a lock file it does not: then the output is that
 * of the older version.
 *
 * @example
 * isLockedSince(tools, 'jekyll-seo-tag', '2.9.0')
 */
export function isLockedSince(tools: PluginTools, gem: string, version: string): boolean {
  const locked = tools.lockedVersion(gem);
  return locked !== undefined && compareVersions(locked, version) >= 0;
}
