import type { Item } from '../site/item.ts';
import type { Site } from '../site/site.ts';
import type { StaticFile } from '../site/static-file.ts';
import { addToGroup } from '../util/add-to-group.ts';

/** A path in the destination that several files are written to. The last one wins. */
export interface Conflict {
  readonly destination: string;
  /** The files' paths in the source. */
  readonly paths: readonly string[];
}

/**
 * Finds files that are written to the same place. Redirects do not count: one may share its place with a real page.
 *
 * @example
 * findConflicts(site) // [{ destination: '/site/_site/a.html', paths: ['a.md', 'b.md'] }]
 */
export function findConflicts(site: Site): readonly Conflict[] {
  const byDestination = new Map<string, string[]>();
  for (const item of site.files()) {
    if (isRedirect(item)) continue;
    addToGroup(byDestination, item.destination, item.relativePath);
  }
  const all = [...byDestination].map(([destination, paths]) => ({ destination, paths }));
  return all.filter(({ paths }) => paths.length > 1);
}

/**
 * A conflict as Jekyll logs it: the topic, the message, and the lines below it.
 *
 * @example
 * log.warn(...describeConflict(conflict));
 */
export function describeConflict({ destination, paths }: Conflict): readonly [string, string, readonly string[]] {
  return [
    'Conflict:',
    'The following destination is shared by multiple files.',
    ['The written file may end up with unexpected contents.', destination, ...paths.map((path) => ` - ${path}`)],
  ];
}

/** Whether jekyll-redirect-from made the page, as opposed to turning a page of the site into a redirect. */
function isRedirect(item: Item | StaticFile): boolean {
  return item.kind === 'page' && item.filePath === null && item.data.get('redirect') instanceof Map;
}
