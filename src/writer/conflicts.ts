import type { Item } from '../site/item.ts';
import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import type { StaticFile } from '../site/static-file.ts';
import { addToGroup } from '../util/add-to-group.ts';

/** A place in the destination that several files are written to. The last one wins. */
interface Conflict {
  /** Several if the disk does not distinguish them. */
  readonly destinations: readonly string[];
  readonly files: readonly (Item | StaticFile)[];
}

/**
 * Finds files that are written to the same place. Redirects do not count: one may share its place with a real page.
 *
 * @example
 * findConflicts(site) // [{ destinations: ['/site/_site/a.html'], files: [page, document] }]
 */
export function findConflicts(site: Site): readonly Conflict[] {
  const byPlace = new Map<string, (Item | StaticFile)[]>();
  for (const file of site.files()) {
    if (!isRedirect(file)) addToGroup(byPlace, internalsOf(site).places.keyOf(file.destination), file);
  }
  const shared = [...byPlace.values()].filter((files) => files.length > 1);
  return shared.map((files) => ({ destinations: [...new Set(files.map(({ destination }) => destination))], files }));
}

/**
 * A conflict as Jekyll logs it: the topic, the message, and the lines below it.
 *
 * @example
 * log.warn(...describeConflict(conflict));
 */
export function describeConflict({ destinations, files }: Conflict): readonly [string, string, readonly string[]] {
  return [
    'Conflict:',
    'The following destination is shared by multiple files.',
    [
      'The written file may end up with unexpected contents.',
      ...(destinations.length > 1 ? ['This disk does not distinguish capitals from small letters:'] : []),
      ...destinations,
      ...describeFiles(files),
    ],
  ];
}

/** The paths in the source. One that is there twice, as where `include` names the folder of a collection, is told apart. */
function describeFiles(files: readonly (Item | StaticFile)[]): readonly string[] {
  return files.map((file) => {
    const role = roleOf(file);
    const isTwice = files.some((other) => pathOf(other) === pathOf(file) && roleOf(other) !== role);
    return ` - ${pathOf(file)}${isTwice ? ` (${role})` : ''}`;
  });
}

/** Relative to the source; the paths of static files begin with a slash. */
const pathOf = (file: Item | StaticFile): string => file.relativePath.replace(/^\//, '');

function roleOf(file: Item | StaticFile): string {
  if (file.kind === 'page') return 'as a page';
  return file.kind === 'document' ? `in the collection ${file.collection.label}` : 'as a static file';
}

/** Whether jekyll-redirect-from made the page, as opposed to turning a page of the site into a redirect. */
function isRedirect(item: Item | StaticFile): boolean {
  return item.kind === 'page' && item.filePath === null && item.data.get('redirect') instanceof Map;
}
