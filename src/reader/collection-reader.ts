import type { Collection } from '../site/collection.ts';
import type { Document } from '../site/document.ts';
import type { Site } from '../site/site.ts';
import { sortDocuments } from '../site/sort-documents.ts';
import { StaticFile } from '../site/static-file.ts';
import { baseName, directoryName, joinPaths, sanitizedPath } from '../util/files/paths.ts';
import { compare } from '../util/values/compare.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { mergeSort } from '../util/values/merge-sort.ts';
import { readDocument } from './document-reader.ts';
import type { EntryFilter } from './entry-filter.ts';
import { hasFrontMatter } from './source-text.ts';
import { walk } from './walk.ts';

/** The labels of what has a reader of its own. */
const SPECIAL: ReadonlySet<string> = new Set(['posts', 'data']);

/** Reads every collection but the posts. */
export function readCollections(site: Site, filter: EntryFilter): void {
  for (const collection of site.collections.values()) {
    if (!SPECIAL.has(collection.label)) readCollection(site, filter, collection);
  }
}

function readCollection(site: Site, filter: EntryFilter, collection: Collection): void {
  const entries = walk(site.tree, collection.directory, { withDots: true });
  for (const entry of filter.filter(collection.relativeDirectory, entries)) {
    if (entry.kind !== 'file') continue;
    const path = joinPaths(collection.directory, entry.name);
    if (!hasFrontMatter(site, path)) collection.files.push(makeStaticFile(site, collection, entry.name));
    else {
      const { document } = readDocument(site, collection, path);
      if (document.isUnread || isTruthy(site.config.get('unpublished')) || document.data.get('published') !== false)
        collection.docs.push(document);
    }
  }
  site.staticFiles.push(...collection.files);
  collection.docs = orderDocuments(collection);
}

function makeStaticFile(site: Site, collection: Collection, name: string): StaticFile {
  const directory = sanitizedPath(collection.relativeDirectory, `/${directoryName(name)}`);
  return new StaticFile(site, { base: site.source, directory, name: baseName(name), collection });
}

function orderDocuments(collection: Collection): Document[] {
  const order = collection.metadata.get('order');
  if (Array.isArray(order)) return sortByList(collection, order.map(String));
  const key = collection.metadata.get('sort_by');
  if (typeof key === 'string') return sortByKey(collection, key);
  return sortDocuments(collection.docs, 1);
}

/** The documents that `order` names come first, then the others in the usual order. */
function sortByList(collection: Collection, order: readonly string[]): Document[] {
  const sorted = sortDocuments(collection.docs, 1);
  const byPath = new Map(sorted.map((document) => [document.relativePath, document]));
  const first = order.flatMap((name) => byPath.get(joinPaths(collection.relativeDirectory, name)) ?? []);
  return [...new Set([...first, ...sorted])];
}

/** Sorts by a key of the front matter. Documents without it come last, with a warning. */
function sortByKey(collection: Collection, key: string): Document[] {
  return mergeSort(collection.docs, (a, b) => compareByKey(a, b, key) || a.compareAsRead(b));
}

function compareByKey(a: Document, b: Document, key: string): number {
  const left = valueAsRead(a, key);
  const right = valueAsRead(b, key);
  if (left === null && right !== null) return warnOfMissing(a, key, 1);
  if (left !== null && right === null) return warnOfMissing(b, key, -1);
  return compare(left, right) ?? 0;
}

/** The value of a key. A document that an earlier build has dated by its time has no date yet. */
function valueAsRead(document: Document, key: string): unknown {
  const value = document.value(key) ?? null;
  return key === 'date' && document.isDatedByBuild ? null : value;
}

function warnOfMissing(document: Document, key: string, order: number): number {
  document.site.log.warn('Sort warning:', `'${key}' not defined in ${document.relativePath}`);
  return order;
}
