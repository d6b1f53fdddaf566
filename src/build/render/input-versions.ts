import { hash } from 'node:crypto';
import { answerOfGit } from '../../builtin/shared/git.ts';
import { possibleLoadPaths } from '../../converters/sass/sass-load-paths.ts';
import type { Version } from '../../regenerator/staleness.ts';
import type { Document } from '../../site/document.ts';
import type { Hash } from '../../site/hash.ts';
import { includesPaths } from '../../site/includes-paths.ts';
import type { Item } from '../../site/item.ts';
import { itemName } from '../../site/item-name.ts';
import type { Site } from '../../site/site.ts';
import { digest } from '../../util/digest.ts';
import { fingerprintOf } from '../../util/record/fingerprint.ts';
import type { Clock } from '../../util/time/ruby-date-parse.ts';
import { inspect } from '../../util/values/inspect.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';

/** How to find the present version of each kind of input. Except for rendered texts, every kind is in this table. */
const KINDS: Readonly<Record<string, (versions: InputVersions, subject: string) => Version>> = {
  /** An item's front matter and what is derived from it, without its text. */
  meta: (versions, name) => versions.ofItem(name, (item) => versions.unread(`meta:${name}`, item) ?? metaVersion(item)),
  /** An item's front matter and source text. */
  source: (versions, name) =>
    versions.ofItem(
      name,
      (item) =>
        versions.unread(`source:${name}`, item) ?? `${versions.of(`meta:${name}`)} ${digest(item.content ?? '')}`,
    ),
  /** The text of an item before its turn to be rendered. */
  unrendered: (versions, name) => versions.of(`source:${name}`),
  neighbours: (versions, name) => versions.ofItem(name, neighbours),
  collection: ({ site }, label) => digest(collectionText(site, label)),
  collections: ({ site }) =>
    digest([...site.collections.keys()].map((label) => collectionText(site, label)).join('\n')),
  pages: ({ site }) => digest(pagesText(site)),
  'static-files': ({ site }) => digest(staticFilesText(site)),
  categories: (versions) => versions.ofPosts('categories') ?? digest(groupsText(versions.site.categories)),
  tags: (versions) => versions.ofPosts('tags') ?? digest(groupsText(versions.site.tags)),
  data: ({ site }, key) => digest(fingerprintOf(dataUnder(site.siteData, key))),
  include: ({ site }, name) => digest(includedText(site, name)),
  folder: ({ site }, path) => digest(folderText(site, path)),
  config: ({ site }, key) => digest(fingerprintOf(site.config.get(key))),
  'load-paths': ({ site }) => digest(possibleLoadPaths(site).join('\n')),
  file: ({ site }, path) => fileVersion(site, path),
  layout: ({ site }, name) => layoutVersion(site, name),
  links: ({ site }) => digest([...site.files()].map((item) => `${item.relativePath} ${item.url}`).join('\n')),
  time: ({ site }, part) => timePart(site.time, part),
  clock: ({ clock }, part) => timePart(clock.now(), part),
  /** The environment variables, all in one. */
  environment: ({ site }) => digest(inspect(new Map(Object.entries(site.variables)))),
  git: ({ site }, question) => answerOfGit(site.source, question) ?? '',
};

/** Finds the present versions of a site's inputs. Each one is determined once, before anything is rendered. */
export class InputVersions {
  readonly site: Site;
  readonly clock: Clock;
  readonly #items = new Map<string, Item>();
  readonly #known = new Map<string, Version>();
  readonly #recorded: (name: string) => Version | undefined;
  #hasSamePosts: boolean | undefined;

  /** @param recorded returns an input's version in the previous build, or undefined if that is not known */
  constructor(site: Site, clock: Clock, recorded: (name: string) => Version | undefined) {
    this.site = site;
    this.clock = clock;
    this.#recorded = recorded;
    for (const item of renderOrder(site)) this.#items.set(itemName(item), item);
  }

  /** @returns null for an input that does not exist, and for a kind whose version cannot be found by looking at the site */
  of(name: string): Version {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const kind = colon === -1 ? name : name.slice(0, colon);
    const version = KINDS[kind]?.(this, colon === -1 ? '' : name.slice(colon + 1)) ?? null;
    this.#known.set(name, version);
    return version;
  }

  /** Whether the item existed before anything was rendered. */
  has(item: Item): boolean {
    return this.#items.get(itemName(item)) === item;
  }

  /** The item with this name, if it existed before anything was rendered. */
  item(name: string): Item | undefined {
    return this.#items.get(name);
  }

  ofItem(name: string, version: (item: Item) => Version): Version {
    const item = this.#items.get(name);
    return item === undefined ? null : version(item);
  }

  /** The recorded version of an unread document's input: the document is known to be unchanged without being read. */
  unread(input: string, item: Item): Version | undefined {
    return isUnread(item) ? this.#recorded(input) : undefined;
  }

  /** The recorded version of an input that depends only on the list of posts and their front matter, if these are unchanged. */
  ofPosts(input: string): Version | undefined {
    this.#hasSamePosts ??=
      this.#isAsRecorded('collection:posts') &&
      this.site.posts.docs.every((post) => isUnread(post) || this.#isAsRecorded(`meta:${itemName(post)}`));
    return this.#hasSamePosts ? this.#recorded(input) : undefined;
  }

  #isAsRecorded(input: string): boolean {
    const recorded = this.#recorded(input);
    return recorded !== undefined && recorded === this.of(input);
  }
}

function isUnread(item: Item): boolean {
  return item.kind === 'document' && item.isUnread;
}

/**
 * The list of pages, without those that converters make. Some builds have these from the start and others only once their style sheet has
 * had its turn; which there are follows from the other pages and the configuration.
 */
function pagesText(site: Site): string {
  const listed = site.pages.filter((page) => !page.isPlain);
  return listed.map((page) => `${itemName(page)} ${page.url}`).join('\n');
}

/** Everything that is rendered, in Jekyll's order. */
export function* renderOrder(site: Site): Generator<Item> {
  for (const { docs } of site.collections.values()) yield* docs;
  // Converters may append pages meanwhile, such as the source map of a style sheet, and these are included.
  yield* site.pages;
}

/** The version of an item's front matter and of what is derived from it. */
export function metaVersion(item: Item): string {
  const own = new Map(item.data);
  if (item.kind === 'document') settleDate(item, own);
  if (typeof own.get('excerpt') === 'object') own.delete('excerpt');
  const pager = item.kind === 'page' && item.pager !== null ? fingerprintOf(item.pager) : '';
  return digest(`${urlIfPossible(item)}\n${fingerprintOf(own)}\n${item.defaults.text}\n${pager}`);
}

/** Makes the data of a document the same before and after somebody has asked for a date that it does not have itself. */
function settleDate(document: Document, data: Hash): void {
  if (document.isDatedByBuild) data.delete('date');
  if (!document.mayTakeFileTime || isTruthy(document.value('date'))) return;
  if (!isTruthy(data.get('draft'))) data.set('draft', document.isDraft);
  data.set('date', document.site.modifiedTime(document.path));
}

/** The URL of an item that is not written may be impossible to make. That should fail only if a page shows it, not here. */
function urlIfPossible(item: Item): string {
  try {
    return item.url;
  } catch (error) {
    if (item.isWritten) throw error;
    return '';
  }
}

function neighbours(item: Item): Version {
  return item.kind === 'document' ? `${item.previous?.relativePath}\n${item.next?.relativePath}` : null;
}

function collectionText(site: Site, label: string): string {
  const collection = site.collections.get(label);
  if (collection === undefined) return '';
  // The slash tells files from documents: a file that loses its front matter stays in the collection, but not as a document.
  const docs = collection.docs.map(({ relativePath }) => relativePath);
  const files = collection.files.map(({ relativePath }) => `/${relativePath}`);
  return [...docs, ...files].join('\n');
}

function groupsText(groups: ReadonlyMap<string, readonly Document[]>): string {
  return [...groups].map(([name, posts]) => `${inspect(name)}: ${posts.map(itemName).join(' ')}`).join('\n');
}

function staticFilesText(site: Site): string {
  return site.staticFiles.map((file) => `${file.relativePath} ${inspect(file.modifiedTime)}`).join('\n');
}

function dataUnder(data: unknown, key: string): unknown {
  if (key === '') return data;
  return data instanceof Map ? data.get(key) : undefined;
}

function includedText(site: Site, name: string): string {
  const generated = site.generatedIncludes.get(name);
  if (generated !== undefined) return generated;
  for (const folder of includesPaths(site)) {
    const path = `${folder}/${name}`;
    const version = fileVersion(site, path);
    if (version !== null) return `${path} ${version}`;
  }
  return '';
}

function fileVersion(site: Site, path: string): Version {
  const status = site.tree.status(path);
  return status?.kind === 'file' ? hash('sha1', site.tree.read(path), 'base64') : null;
}

/** The names of everything below a folder, by which a change of them is noticed. */
function folderText(site: Site, path: string): string {
  return site.tree
    .list(path)
    .map(({ name, kind }) => (kind === 'directory' ? `${name}/(${folderText(site, `${path}/${name}`)})` : name))
    .join(' ');
}

function layoutVersion(site: Site, name: string): Version {
  const layout = site.layouts.get(name);
  return layout === undefined ? null : digest(`${layout.path}\n${fingerprintOf(layout.data)}\n${layout.content}`);
}

function timePart(time: object, part: string): string {
  return String(Reflect.get(time, part));
}
