import { readData } from '../../reader/data-reader.ts';
import { readDocument } from '../../reader/document-reader.ts';
import { EntryFilter } from '../../reader/entry-filter.ts';
import { cutExcerpt } from '../../reader/excerpt-text.ts';
import { readLayouts } from '../../reader/layout-reader.ts';
import { hasFrontMatter, readSourceText, type SourceText } from '../../reader/source-text.ts';
import type { Version } from '../../regenerator/staleness.ts';
import type { Document } from '../../site/document.ts';
import type { Item } from '../../site/item.ts';
import { itemName } from '../../site/item-name.ts';
import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import type { StaticFile } from '../../site/static-file.ts';
import { addToGroup } from '../../util/add-to-group.ts';
import { withSlashes } from '../../util/files/paths.ts';
import { fingerprintOf } from '../../util/record/fingerprint.ts';
import { toText } from '../../util/values/inspect.ts';
import type { Change } from '../build-result.ts';
import { metaVersion, renderOrder } from '../render/input-versions.ts';

/** Returns the version of an input in the previous build, or undefined if none is recorded. */
type Recorded = (input: string) => Version | undefined;

/** What is known about a site from before some of its files changed. */
export interface Before {
  readonly recorded: Recorded;
  /**
   * Whether a path of the destination had been written. Set if the site was read after the changes: then only the record
   * can tell what it was before.
   */
  readonly hadWritten?: (destination: string) => boolean;
}

/** Changes that do not affect a site's list of files, its front matter or its configuration. */
export interface TextChanges {
  /** Items whose source text may have changed, with their new text. */
  readonly bodies: ReadonlyMap<Item, SourceText>;
  readonly staticFiles: ReadonlySet<StaticFile>;
  readonly hasLayouts: boolean;
  readonly hasData: boolean;
}

/** Finds out what changed files mean to a site. */
export class SiteFiles {
  readonly #site: Site;
  readonly #folders: Readonly<Record<'layouts' | 'data' | 'includes' | 'sass', string>>;

  constructor(site: Site) {
    this.#site = site;
    const folder = (configured: unknown, usual: string) => `${site.inSource(toText(configured ?? usual))}/`;
    const sass = site.config.get('sass');
    this.#folders = {
      layouts: folder(site.config.get('layouts_dir'), '_layouts'),
      data: folder(site.config.get('data_dir'), '_data'),
      includes: folder(site.config.get('includes_dir'), '_includes'),
      sass: folder(sass instanceof Map ? sass.get('sass_dir') : undefined, '_sass'),
    };
  }

  /**
   * Classifies changes.
   *
   * @returns undefined if they may affect more than texts
   */
  classify(changes: readonly Change[], before: Before): TextChanges | undefined {
    const bodies = new Map<Item, SourceText>();
    const staticFiles = new Set<StaticFile>();
    const paths = changes.map(({ path }) => withSlashes(path));
    const { items, files } = this.#find(new Set(paths));
    for (const [index, path] of paths.entries()) {
      const isPrivate = this.#isInPrivateFolder(path);
      // Which layouts exist may decide what plugins add, so a layout must still be there.
      if (isPrivate && !path.startsWith(this.#folders.layouts)) continue;
      if (changes[index]?.kind !== 'changed' || this.#site.tree.status(path)?.kind !== 'file') return undefined;
      if (isPrivate) continue;
      const file = files.get(path);
      if (file !== undefined) {
        // Otherwise it may be new: before, it may have been a document or a page that was not published.
        const wasWritten = before.hadWritten?.(file.destination) ?? true;
        if (!wasWritten || hasFrontMatter(this.#site, path)) return undefined;
        staticFiles.add(file);
      } else if (!this.#readBodies(path, { items: items.get(path) ?? [], bodies, before })) return undefined;
    }
    const isIn = (folder: string) => paths.some((path) => path.startsWith(folder));
    return { bodies, staticFiles, hasLayouts: isIn(this.#folders.layouts), hasData: isIn(this.#folders.data) };
  }

  /** The items and static files of some paths, found in one pass over the site. Several pages may be made from one file. */
  #find(paths: ReadonlySet<string>): Found {
    const items = new Map<string, Item[]>();
    for (const item of renderOrder(this.#site)) {
      const path = pathOf(item);
      if (path !== null && paths.has(path)) addToGroup(items, path, item);
    }
    const files = this.#site.staticFiles.filter(({ path }) => paths.has(path));
    return { items, files: new Map(files.map((file) => [file.path, file])) };
  }

  /** Whether a file is only ever read by its name. The record then shows which pages read it, or looked for it in vain. */
  #isInPrivateFolder(path: string): boolean {
    const folder = Object.values(this.#folders).find((name) => path.startsWith(name));
    if (folder === undefined || !folder.slice(this.#site.source.length).startsWith('/_')) return false;
    for (const item of renderOrder(this.#site)) if (pathOf(item)?.startsWith(folder) === true) return false;
    return !this.#site.staticFiles.some(({ path: known }) => known.startsWith(folder));
  }

  /** Reads the changed text of a file into `bodies`; false if no item has this file, or if its front matter has changed too. */
  #readBodies(path: string, { items, bodies, before }: Reading): boolean {
    const { recorded, hadWritten } = before;
    if (items.length === 0) return false;
    if (items.some(needsFrontMatter) && !hasFrontMatter(this.#site, path)) return false;
    const source = readSourceText(this.#site, path);
    if (source.problem !== null || !source.isValidEncoding) return false;
    for (const item of items) {
      if (item.kind === 'document' && !item.isRead && !readKnown(item, recorded)) return false;
      if (hadWritten !== undefined && metaVersion(item) !== recordedMeta(itemName(item), recorded)) return false;
      if (fingerprintOf(source.data) !== fingerprintOf(item.frontMatter) || isDatedByFile(item)) return false;
      bodies.set(item, source);
    }
    return true;
  }
}

interface Found {
  readonly items: ReadonlyMap<string, readonly Item[]>;
  readonly files: ReadonlyMap<string, StaticFile>;
}

interface Reading {
  readonly items: readonly Item[];
  readonly bodies: Map<Item, SourceText>;
  readonly before: Before;
}

/** The recorded version of an item's front matter. The version of its source begins with the same text. */
function recordedMeta(name: string, recorded: Recorded): Version | undefined {
  return recorded(`meta:${name}`) ?? recorded(`source:${name}`)?.split(' ', 1)[0];
}

/**
 * Reads a document that has not been read so far, and whose file has changed.
 *
 * @returns whether its front matter is unchanged
 */
function readKnown(document: Document, recorded: Recorded): boolean {
  const { document: present, isValid } = readDocument(document.site, document.collection, document.path);
  if (!isValid || present.isReadAnew || metaVersion(present) !== recordedMeta(itemName(document), recorded))
    return false;
  document.adopt(present);
  return true;
}

/** Applies changed texts to the site. */
export function applyTextChanges(site: Site, changes: TextChanges): void {
  const filter = new EntryFilter(site);
  if (changes.hasLayouts) readLayoutsAgain(site, filter);
  if (changes.hasData) site.data = readData(site, filter);
  for (const file of changes.staticFiles) internalsOf(site).modifiedTimes.delete(file.path);
  for (const [item, source] of changes.bodies) {
    item.restart(() => source.content);
    if (item.excerpt === null || item.data.get('excerpt') !== item.excerpt) continue;
    item.excerpt = cutExcerpt(item);
    item.data.set('excerpt', item.excerpt);
  }
}

/** Reads the layouts again, and keeps those that plugins have added. */
function readLayoutsAgain(site: Site, filter: EntryFilter): void {
  const internals = internalsOf(site);
  const before = internals.layoutsOfFiles;
  const added = [...site.layouts].filter(([name, layout]) => before.get(name) !== layout);
  internals.layoutsOfFiles = readLayouts(site, filter);
  site.layouts = new Map([...internals.layoutsOfFiles, ...added]);
}

/** The absolute path of an item's file, or null for a page that a plugin made. */
export function pathOf(item: Item): string | null {
  return item.kind === 'page' ? item.filePath : item.path;
}

/** Whether the item's file would become a static file if it lost its front matter. Posts need none. */
function needsFrontMatter(item: Item): boolean {
  return item.kind === 'page' || item.collection !== item.site.posts;
}

/** Whether the item is a draft without a date, which gets its file's modification time. */
function isDatedByFile(item: Item): boolean {
  return item.kind === 'document' && item.mayTakeFileTime;
}
