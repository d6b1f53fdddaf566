import type { BuildResult } from '../../build/build-result.ts';
import { shortenPath } from '../../util/files/paths.ts';

/**
 * Summarizes the result of a build in one line: how many pages, where they are, and what changed.
 *
 * @example
 * summarize(result, '/site/_site', '/site') // '12 pages in _site (3 files written, 1 removed)'
 */
export function summarize(result: BuildResult, destination: string, folder: string): string {
  const place = shortenPath(destination, folder) || '.';
  const changes = [
    ...(result.written.length === 0 ? [] : [`${count(result.written.length, 'file')} written`]),
    ...(result.removed.length === 0 ? [] : [`${result.removed.length} removed`]),
  ];
  const changed = changes.length === 0 ? 'nothing changed' : changes.join(', ');
  const warnings = result.warnings.length === 0 ? '' : `, ${count(result.warnings.length, 'warning')}`;
  return `${count(result.pages, 'page')} in ${place} (${changed})${warnings}`;
}

/** `1 page`, `1,204 pages`. */
export function count(number: number, noun: string): string {
  const written = String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${written} ${noun}${number === 1 ? '' : 's'}`;
}
