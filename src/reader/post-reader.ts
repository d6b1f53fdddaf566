import type { Document } from '../site/document.ts';
import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import { joinPaths } from '../util/files/paths.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { readDocument } from './document-reader.ts';
import type { EntryFilter } from './entry-filter.ts';
import { walk } from './walk.ts';

/** Reads the posts in a folder's `_posts`, and with `show_drafts` the drafts in its `_drafts`. */
export function readPosts(site: Site, filter: EntryFilter, directory: string): Document[] {
  if (!holdsCollections(site, directory)) return [];
  const { edition, postNames } = internalsOf(site);
  const above = directory === '' && edition.postsFolder !== '' ? `/${edition.postsFolder}` : directory;
  const posts = readPublished(site, filter, joinPaths(above, '_posts'), (path) => postNames.isPost(path));
  const drafts = site.config.get('show_drafts');
  if (!isTruthy(drafts)) return posts;
  return [...posts, ...readPublished(site, filter, joinPaths(directory, '_drafts'), (path) => postNames.isDraft(path))];
}

/** With a `collections_dir`, only folders inside it can contain posts. */
function holdsCollections(site: Site, directory: string): boolean {
  const { directory: collectionsDirectory } = internalsOf(site).collectionsFolder;
  return collectionsDirectory === '' || directory.startsWith(`/${collectionsDirectory}`);
}

/** @param isOne whether a file in the folder is a post, or a draft, by its path there */
function readPublished(
  site: Site,
  filter: EntryFilter,
  directory: string,
  isOne: (path: string) => boolean,
): Document[] {
  const base = site.inSource(directory);
  const entries = walk(site.tree, base, { withDots: false }).filter(({ kind, name }) => kind === 'file' && isOne(name));
  const found: Document[] = [];
  for (const { name } of filter.filter(directory, entries)) {
    const { document, isValid } = readDocument(site, site.posts, joinPaths(base, name));
    if (isValid) found.push(document);
  }
  return found.filter((document) => isPublished(site, document));
}

/** An unread document was published in an earlier build, and is only left unread if its date is not in the future. */
function isPublished(site: Site, document: Document): boolean {
  if (document.isUnread) return true;
  if (document.content === null) return false;
  if (internalsOf(site).publisher.publishes(document)) return true;
  if (internalsOf(site).publisher.hidesFuture(document)) {
    site.log.warn('Skipping:', `${document.relativePath} has a future date`);
  }
  return false;
}
