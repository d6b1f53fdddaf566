import { Collection } from '../site/collection.ts';
import { Document } from '../site/document.ts';
import type { ReadonlyHash } from '../site/hash.ts';
import { Layout } from '../site/layout.ts';
import { Page } from '../site/page.ts';
import { Site } from '../site/site.ts';
import { StaticFile } from '../site/static-file.ts';
import { isOfWindows, withSlashes } from '../util/files/paths.ts';
import { toText } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { fromRubyPath, toRubyPath } from './ruby-path.ts';

const KINDS = [
  [Site, 'site'],
  [Page, 'page'],
  [Document, 'document'],
  [StaticFile, 'file'],
  [Layout, 'layout'],
  [Collection, 'collection'],
] as const;

/** The name that Ruby code's side of the line has for a noun's class; undefined for other objects. */
export function kindOf(value: object): string | undefined {
  return KINDS.find(([type]) => value instanceof type)?.[1];
}

type Readers<T> = Readonly<Record<string, (noun: T) => unknown>>;

const ITEM: Readers<Page | Document> = {
  content: (item) => item.content,
  output: (item) => item.output,
  url: (item) => item.url,
  relative_path: (item) => item.relativePath,
  extname: (item) => item.extension,
  output_ext: (item) => item.outputExtension,
  type: (item) => item.type,
  permalink: (item) => item.permalink,
  destination: (item) => toRubyPath(item.destination),
  'write?': (item) => item.isWritten,
  'published?': (item) => item.value('published') !== false,
  'asset_file?': (item) => item.isAsset,
};

const PAGE: Readers<Page> = {
  ...ITEM,
  data: (page) => page.data,
  defaults: (page) => new Map(page.defaults.all()),
  path: (page) => page.path,
  name: (page) => page.name,
  basename: (page) => page.baseName,
  dir: (page) => page.directory,
  source_directory: (page) => page.sourceDirectory,
  template: (page) => page.urlTemplate,
};

const DOCUMENT: Readers<Document> = {
  ...ITEM,
  // Jekyll merges the defaults into a document's data.
  data: (document) => new Map([...document.defaults.all(), ...document.data]),
  path: (document) => toRubyPath(document.path),
  date: (document) => document.date,
  id: (document) => document.id,
  collection: (document) => document.collection,
  cleaned_relative_path: (document) => document.cleanedRelativePath,
  next_doc: (document) => document.next,
  previous_doc: (document) => document.previous,
  'draft?': (document) => document.isDraft,
};

const FILE: Readers<StaticFile> = {
  name: (file) => file.name,
  path: (file) => toRubyPath(file.path),
  relative_path: (file) => file.relativePath,
  extname: (file) => file.extension,
  basename: (file) => file.baseName,
  cleaned_relative_path: (file) => file.cleanedRelativePath,
  type: (file) => file.type,
  url: (file) => file.url,
  destination_rel_dir: (file) => file.destinationDirectory,
  destination: (file) => toRubyPath(file.destination),
  modified_time: (file) => file.modifiedTime,
  data: (file) => file.data,
  'write?': (file) => file.isWritten,
};

const LAYOUT: Readers<Layout> = {
  name: (layout) => layout.name,
  path: (layout) => toRubyPath(layout.path),
  relative_path: (layout) => layout.relativePath,
  data: (layout) => layout.data,
  content: (layout) => layout.content,
};

const COLLECTION: Readers<Collection> = {
  label: (collection) => collection.label,
  docs: (collection) => collection.docs,
  files: (collection) => collection.files,
  metadata: (collection) => collection.metadata,
  relative_directory: (collection) => collection.relativeDirectory,
  directory: (collection) => toRubyPath(collection.directory),
  'write?': (collection) => collection.isWritten,
};

/** The configuration with the paths of its folders as Ruby code sees them. */
function configOf({ config, source }: Site): ReadonlyHash {
  if (!isOfWindows(source)) return config;
  const folders = ['source', 'destination'].map((key) => [key, withSlashes(toText(config.get(key)))] as const);
  const named = folders.filter(([, path]) => isOfWindows(path));
  return new Map([...config, ...named.map(([key, path]) => [key, toRubyPath(path)] as const)]);
}

const SITE: Readers<Site> = {
  config: configOf,
  data: (site) => site.data,
  pages: (site) => site.pages,
  static_files: (site) => site.staticFiles,
  collections: (site) => site.collections,
  layouts: (site) => site.layouts,
  tags: (site) => site.tags,
  categories: (site) => site.categories,
  source: (site) => toRubyPath(site.source),
  dest: (site) => toRubyPath(site.destination),
  time: (site) => site.time,
};

/** A property of a noun by Jekyll's name; undefined if there is none. */
export function readProperty(noun: object, name: string): unknown {
  const reader = readersFor(noun)[name];
  return reader?.(noun as never);
}

function readersFor(noun: object): Readonly<Record<string, (noun: never) => unknown>> {
  if (noun instanceof Page) return PAGE;
  if (noun instanceof Document) return DOCUMENT;
  if (noun instanceof StaticFile) return FILE;
  if (noun instanceof Layout) return LAYOUT;
  return noun instanceof Site ? SITE : COLLECTION;
}

/** Changes a property as a whole: a text, a list, or a hash. */
export function writeProperty(noun: object, name: string, value: unknown): void {
  const before = readProperty(noun, name);
  if (before instanceof Map && value instanceof Map) {
    const removed = [...before.keys()].filter((key) => !value.has(key));
    changeHash(noun, name, { changed: [...value], removed });
  } else if (!writeWhole(noun, name, value)) throw new TypeError(`${name} of a ${kindOf(noun)} cannot be changed.`);
}

function writeWhole(noun: object, name: string, value: unknown): boolean {
  if (noun instanceof Page || noun instanceof Document) {
    if (name !== 'content' && name !== 'output') return false;
    noun[name] = isNil(value) ? null : toText(value);
    return true;
  }
  if (!Array.isArray(value)) return false;
  if (noun instanceof Site && name === 'pages') noun.pages = value;
  else if (noun instanceof Site && name === 'static_files') noun.staticFiles = value;
  else if (noun instanceof Collection && name === 'docs') noun.docs = value;
  else return false;
  return true;
}

/** What Ruby code has changed in a hash. */
interface HashChange {
  readonly changed: readonly (readonly [key: unknown, value: unknown])[];
  readonly removed: readonly unknown[];
}

/** Changes keys of a hash that is a property of a noun. */
export function changeHash(noun: object, name: string, { changed, removed }: HashChange): void {
  if (noun instanceof Site && name === 'config') {
    for (const [key, value] of changed) noun.setConfig(toText(key), value);
    if (removed.length > 0) throw new TypeError('Keys of the configuration cannot be removed.');
    return;
  }
  const hash = noun instanceof Site || noun instanceof Page || noun instanceof Document || noun instanceof Layout;
  if (!hash || name !== 'data') throw new TypeError(`${name} of a ${kindOf(noun)} cannot be changed.`);
  for (const [key, value] of changed) noun.data.set(key, value);
  for (const key of removed) noun.data.delete(key);
  if (noun instanceof Page || noun instanceof Document) noun.forgetUrl();
}

/** A static file that Ruby code has made; its class may say where it goes. */
class RubyStaticFile extends StaticFile {
  ownDestination: string | undefined;

  override get destination(): string {
    return this.ownDestination ?? super.destination;
  }
}

/** What Ruby code knows about a static file that it has made. */
export interface StaticFileFacts {
  readonly base: string;
  readonly dir: string;
  readonly name: string;
  readonly collection: Collection | null;
  /** Where it goes, if its class says so. */
  readonly destination: string | null;
  /** Whether its class writes it. */
  readonly writes: boolean;
}

export function makeStaticFile(site: Site, facts: StaticFileFacts): StaticFile {
  const { base, dir, name, collection, destination } = facts;
  const file = new RubyStaticFile(site, {
    base: fromRubyPath(base),
    directory: dir,
    name,
    ...(collection === null ? {} : { collection }),
  });
  if (destination !== null) file.ownDestination = fromRubyPath(destination);
  return file;
}
