import { basename } from 'node:path';
import type { TemplateCost } from '../renderer/template-cost.ts';
import type { Theme } from '../site/theme.ts';

/**
 * Shortens the paths in a profile as Jekyll shows them: relative to the source; for a theme's files beginning with the
 * theme's folder.
 *
 * @example
 * shortenPaths(costs, '/site', null) // '/site/_layouts/post.html' is '_layouts/post.html'
 */
export function shortenPaths(
  costs: readonly TemplateCost[],
  source: string,
  theme: Theme | null,
): readonly TemplateCost[] {
  return costs.map((cost) => ({ ...cost, path: shorten(cost.path, source, theme) }));
}

function shorten(path: string, source: string, theme: Theme | null): string {
  if (path.startsWith(`${source}/`)) return path.slice(source.length + 1);
  if (theme !== null && path.startsWith(`${theme.root}/`)) {
    return basename(theme.root) + path.slice(theme.root.length);
  }
  return path.replace(/^\//, '');
}

/**
 * Adds up the costs of several builds, the most expensive template first.
 *
 * @example
 * joinCosts(results.flatMap(({ templates }) => templates))
 */
export function joinCosts(costs: readonly TemplateCost[]): readonly TemplateCost[] {
  const byPath = new Map<string, TemplateCost>();
  for (const cost of costs) {
    const { count, bytes, seconds } = byPath.get(cost.path) ?? { count: 0, bytes: 0, seconds: 0 };
    const { path } = cost;
    byPath.set(path, {
      path,
      count: count + cost.count,
      bytes: bytes + cost.bytes,
      seconds: seconds + cost.seconds,
    });
  }
  return [...byPath.values()].sort((one, other) => other.seconds - one.seconds);
}
