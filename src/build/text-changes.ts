import { readData } from '../reader/data-reader.ts';
import { readDocument } from '../reader/document-reader.ts';
import { EntryFilter } from '../reader/entry-filter.ts';
import { cutExcerpt } from '../reader/excerpt-text.ts';
import { readLayouts } from '../reader/layout-reader.ts';
import { hasFrontMatter, readSourceText, type SourceText } from '../reader/source-text.ts';
import type { Version } from '../regenerator/staleness.ts';
import type { Document } from '../site/document.ts';
import { itemName } from '../site/item-name.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { StaticFile } from '../site/static-file.ts';
import { inspect, toText } from '../util/inspect.ts';
import { withSlashes } from '../util/paths.ts';
import type { Change } from './build-result.ts';
import { metaVersion, renderOrder } from './input-versions.ts';

type Item = Page | Document;

/** The version of an input in the build before, undefined where none is recorded. */
export type Recorded = (input: string) => Version | undefined;

/** Changes that leave a site's list of files, its front matter and its configuration as they are. */
export interface TextChanges {
  /** Items whose body is another. */
  readonly bodies: ReadonlyMap<Item, SourceText>;
  readonly staticFiles: ReadonlySet<StaticFile>;
  readonly hasLayouts: boolean;
  readonly hasData: boolean;
}

/** Finds what a change is about without walking the site for each. */
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
   * What the changes come to, or undefined where they may change more than texts.
   *
   * @param isRead whether the site was read with them: then only the record tells what it was before
   */
  sort(changes: readonly Change[], recorded: Recorded, isRead = false): TextChanges | undefined {
    const bodies = new Map<Item, SourceText>();
    const staticFiles = new Set<StaticFile>();
    const paths = changes.map(({ path }) => withSlashes(path));
    const { items, files } = this.#find(new Set(paths));
    for (const [index, path] of paths.entries()) {
      const isPrivate = this.#isInPrivateFolder(path);
      // Plugins add pages and layouts by which layouts there are.
      if (isPrivate && !path.startsWith(this.#folders.layouts)) continue;
      if (changes[index]?.kind !== 'changed' || this.#site.tree.status(path)?.kind !== 'file') return undefined;
      if (isPrivate) continue;
      const file = files.get(path);
      if (file !== undefined) {
        if (hasFrontMatter(this.#site, path)) return undefined;
        staticFiles.add(file);
      } else if (!this.#readBodies(path, { items: items.get(path) ?? [], bodies, recorded, isRead })) return undefined;
    }
    const isIn = (folder: string) => paths.some((path) => path.startsWith(folder));
    return { bodies, staticFiles, hasLayouts: isIn(this.#folders.layouts), hasData: isIn(this.#folders.data) };
  }

  /** What belongs to files, of which there are few: more than one page may be made of one. */
  #find(paths: ReadonlySet<string>): Found {
    const items = new Map<string, Item[]>();
    for (const item of renderOrder(this.#site)) {
      const path = pathOf(item);
      if (path !== null && paths.has(path)) items.set(path, [...(items.get(path) ?? []), item]);
    }
    const files = this.#site.staticFiles.filter(({ path }) => paths.has(path));
    return { items, files: new Map(files.map((file) => [file.path, file])) };
  }

  /** Whether a file is read by name alone: then the record tells who read it, and who found that it was not there. */
  #isInPrivateFolder(path: string): boolean {
    const folder = Object.values(this.#folders).find((name) => path.startsWith(name));
    if (folder === undefined || !folder.slice(this.#site.source.length).startsWith('/_')) return false;
    for (const item of renderOrder(this.#site)) if (pathOf(item)?.startsWith(folder) === true) return false;
    return !this.#site.staticFiles.some(({ path: known }) => known.startsWith(folder));
  }

  /** Whether a file is that of items whose front matter is as it was. */
  #readBodies(path: string, { items, bodies, recorded, isRead }: Reading): boolean {
    if (items.length === 0) return false;
    if (items.some(needsFrontMatter) && !hasFrontMatter(this.#site, path)) return false;
    const source = readSourceText(this.#site, path);
    if (source.problem !== null || !source.isValidEncoding) return false;
    for (const item of items) {
      if (item.kind === 'document' && !item.isRead && !readKnown(item, recorded)) return false;
      if (isRead && metaVersion(item) !== recordedMeta(itemName(item), recorded)) return false;
      if (inspect(source.data) !== inspect(item.frontMatter) || isDatedByFile(item)) return false;
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
  readonly recorded: Recorded;
  readonly isRead: boolean;
}

/** The recorded version of an item's front matter, which stands in front of that of its source too. */
function recordedMeta(name: string, recorded: Recorded): Version | undefined {
  return recorded(`meta:${name}`) ?? recorded(`source:${name}`)?.split(' ', 1)[0];
}

/**
 * Reads a document that was only known until now, and whose file has changed.
 *
 * @returns whether its front matter is as it was
 */
function readKnown(document: Document, recorded: Recorded): boolean {
  const { document: present, isValid } = readDocument(document.site, document.collection, document.path);
  if (!isValid || present.isReadAnew || metaVersion(present) !== recordedMeta(itemName(document), recorded))
    return false;
  document.adopt(present);
  return true;
}

/** Takes changed texts over into the site. */
export function applyTextChanges(site: Site, changes: TextChanges): void {
  const filter = new EntryFilter(site);
  if (changes.hasLayouts) takeLayouts(site, filter);
  if (changes.hasData) site.data = readData(site, filter);
  for (const file of changes.staticFiles) site.forgetModifiedTime(file.path);
  for (const [item, source] of changes.bodies) {
    item.restart(() => source.content);
    if (item.excerpt === null || item.data.get('excerpt') !== item.excerpt) continue;
    item.excerpt = cutExcerpt(item);
    item.data.set('excerpt', item.excerpt);
  }
}

/** Reads the layouts again, and leaves those that plugins have put in. */
function takeLayouts(site: Site, filter: EntryFilter): void {
  const before = site.layoutsOfFiles;
  const added = [...site.layouts].filter(([name, layout]) => before.get(name) !== layout);
  site.layoutsOfFiles = readLayouts(site, filter);
  site.layouts = new Map([...site.layoutsOfFiles, ...added]);
}

/** The file of an item, or null for a page that a plugin made. */
export function pathOf(item: Item): string | null {
  return item.kind === 'page' ? item.filePath : item.path;
}

/** A file without front matter is a static one, unless it is a post. */
function needsFrontMatter(item: Item): boolean {
  return item.kind === 'page' || item.collection !== item.site.posts;
}

/** A draft without a date has that of its file. */
function isDatedByFile(item: Item): boolean {
  return item.kind === 'document' && item.isDraft && !(item.frontMatter instanceof Map && item.frontMatter.has('date'));
}
