import { fnmatch, joinPaths, type Site } from '../../plugin/plugin.ts';

/** Whether a path in the source matches one of these patterns, as those of `include` and `exclude` match. */
export function isListed(site: Site, path: string, patterns: unknown): boolean {
  if (!Array.isArray(patterns)) return false;
  const full = joinPaths(site.source, path);
  return patterns.some((pattern) => {
    if (typeof pattern !== 'string') return false;
    const place = joinPaths(site.source, pattern);
    return fnmatch(place, full) || full.startsWith(place);
  });
}
