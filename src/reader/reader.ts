import { UttersonError } from '../errors.ts';
import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import { sortDocuments } from '../site/sort-documents.ts';
import { StaticFile } from '../site/static-file.ts';
import { isWithin, joinPaths } from '../util/files/paths.ts';
import type { TreeEntry } from '../util/files/tree.ts';
import { compareTexts } from '../util/values/compare-texts.ts';
import { inspect } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { mergeSort } from '../util/values/merge-sort.ts';
import { readCollections } from './collection-reader.ts';
import { readData } from './data-reader.ts';
import { EntryFilter } from './entry-filter.ts';
import { readLayouts } from './layout-reader.ts';
import { readPage } from './page-reader.ts';
import { readPosts } from './post-reader.ts';
import { hasFrontMatter } from './source-text.ts';
import { readThemeAssets } from './theme-reader.ts';

/** Fills a site from its source folder. */
export function readSite(site: Site): void {
  const filter = new EntryFilter(site);
  const layouts = readLayouts(site, filter);
  internalsOf(site).layoutsOfFiles = layouts;
  site.layouts = new Map(layouts);
  readDirectory({ site, filter, around: new Set() }, '');
  readIncludedFiles(site);
  sortFiles(site);
  readCollections(site, filter);
  readThemeAssets(site);
  site.data = readData(site, filter);
  limitPosts(site);
}

interface Reading {
  readonly site: Site;
  readonly filter: EntryFilter;
  /** Real paths of the linked folders around the current one: a link back to one of them would never end. */
  readonly around: ReadonlySet<string>;
}

/** @param directory relative to the source, with a leading slash; empty for the source itself */
function readDirectory(reading: Reading, directory: string): void {
  const { site, filter } = reading;
  const base = site.inSource(directory);
  // Jekyll reads folders in the file system's own order, which shows in the order of pages with the same name.
  const entries = filter.filter(directory, site.tree.listUnsorted(base));
  site.posts.docs.push(...readPosts(site, filter, directory));
  for (const entry of entries) {
    if (entry.kind === 'directory') readSubdirectory(reading, joinPaths(directory, entry.name), entry);
  }
  const files = entries.filter(({ kind }) => kind === 'file');
  const withFrontMatter = files.map(({ name }) => hasFrontMatter(site, joinPaths(base, name)));
  files.forEach(({ name }, index) => {
    if (withFrontMatter[index] === true) addPage(site, directory, name);
    else site.staticFiles.push(new StaticFile(site, { base: site.source, directory, name }));
  });
}

function readSubdirectory(reading: Reading, directory: string, entry: TreeEntry): void {
  const { site } = reading;
  const path = site.inSource(directory);
  if (path === site.destination) return;
  if (!entry.isLink) {
    readDirectory(reading, directory.startsWith('/') ? directory : `/${directory}`);
    return;
  }
  const real = site.tree.realPath(path) ?? path;
  if (reading.around.has(real) || isWithin(site.tree.realPath(site.source) ?? site.source, real)) return;
  readDirectory({ ...reading, around: new Set([...reading.around, real]) }, directory);
}

function addPage(site: Site, directory: string, name: string): void {
  const page = readPage(site, { base: site.source, directory, name });
  if (internalsOf(site).publisher.publishes(page)) site.pages.push(page);
}

/** Reads the files that `include` names by their paths, even in folders that are not read. */
function readIncludedFiles(site: Site): void {
  requireNames(site.config.get('include'));
  for (const name of site.include) {
    const path = site.inSource(name);
    if (site.tree.status(path)?.kind !== 'file') continue;
    const relative = path.slice(site.source.length);
    const slash = relative.lastIndexOf('/');
    const place = { directory: relative.slice(0, slash), name: relative.slice(slash + 1) };
    if (hasFrontMatter(site, path)) {
      if (!site.pages.some((page) => site.inSource(page.relativePath) === path))
        addPage(site, place.directory, place.name);
    } else if (!site.staticFiles.some((file) => site.inSource(file.relativePath) === path)) {
      site.staticFiles.push(new StaticFile(site, { base: site.source, ...place }));
    }
  }
}

/** Jekyll makes a path of each entry of `include`, and stops at what is no name; nil is passed over. */
function requireNames(included: unknown): void {
  const odd = (Array.isArray(included) ? included : []).find((name) => !isNil(name) && typeof name !== 'string');
  if (odd === undefined) return;
  throw new UttersonError('InvalidConfiguration', `'include' should be a list of names, but has ${inspect(odd)}.`, {
    hint: 'Put the name in quotes.',
  });
}

function sortFiles(site: Site): void {
  for (const collection of site.collections.values()) {
    collection.docs = sortDocuments(collection.docs, 1);
  }
  site.pages = mergeSort(site.pages, (a, b) => compareTexts(a.name, b.name));
  site.staticFiles = mergeSort(site.staticFiles, (a, b) => compareTexts(a.relativePath, b.relativePath));
}

/** Keeps only the newest posts if `limit_posts` is set. */
function limitPosts(site: Site): void {
  const limit = Number(site.config.get('limit_posts') ?? 0);
  if (limit > 0) site.posts.docs = site.posts.docs.slice(-limit);
}
