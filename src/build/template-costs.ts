import { basename } from 'node:path';
import type { TemplateCost } from '../renderer/template-cost.ts';
import type { Theme } from '../site/theme.ts';

/**
 * What templates have cost, with their paths as Jekyll's profile shows them: from the source on, a theme's from its own folder on.
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
 * The costs of several builds as those of one, dearest first.
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
