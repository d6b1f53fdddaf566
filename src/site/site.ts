import type { Environment } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import { addToGroup } from '../util/add-to-group.ts';
import { extensionOf, sanitizedPath, withoutTrailingSlash } from '../util/files/paths.ts';
import type { ReadTree } from '../util/files/tree.ts';
import type { Log } from '../util/program/log.ts';
import type { Clock } from '../util/time/ruby-date-parse.ts';
import type { Time } from '../util/time/time.ts';
import type { TimeZone } from '../util/time/time-zone.ts';
import { DefaultHash } from '../util/values/default-hash.ts';
import { inspect } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { Collection } from './collection.ts';
import type { Document } from './document.ts';
import type { FrontMatterDefaults } from './front-matter-defaults.ts';
import type { Hash, ReadonlyHash } from './hash.ts';
import type { Hooks } from './hooks.ts';
import type { Item } from './item.ts';
import type { Layout } from './layout.ts';
import type { Page } from './page.ts';
import { readPermalinkStyle } from './permalink-style.ts';
import { JEKYLL_POST_NAMES, type PostNames } from './post-names.ts';
import { Publisher } from './publisher.ts';
import { type PluginInput, UNTRACKED } from './read-notes.ts';
import { recordedTime } from './recorded-time.ts';
import type { Services } from './services.ts';
import { sortDocuments } from './sort-documents.ts';
import type { StaticFile } from './static-file.ts';
import type { Theme } from './theme.ts';

export interface SiteOptions {
  readonly config: Hash;
  /** Absolute. */
  readonly source: string;
  /** Absolute. */
  readonly destination: string;
  readonly environment: string;
  readonly variables: Environment;
  readonly time: Time;
  readonly clock: Clock;
  readonly tree: ReadTree;
  readonly log: Log;
  readonly hooks: Hooks;
  readonly theme: Theme | null;
  readonly defaults: FrontMatterDefaults;
  readonly services: Services;
  readonly postsFolder: string;
  readonly hiddenCategories: readonly string[];
  readonly permalinkKey: string | null;
}

/** A site: it holds everything that was read and generated, and answers questions about it. `build` does the work. */
export class Site {
  readonly config: ReadonlyHash;
  readonly source: string;
  readonly destination: string;
  /** `JEKYLL_ENV`: `development` unless it is set. */
  readonly environment: string;
  /** The environment variables. */
  readonly variables: Environment;
  /** `site.time`: when the build began, or the configuration's `time`. */
  time: Time;
  /** The present time, and the zone in which dates without one are read and shown. */
  readonly clock: Clock;
  readonly tree: ReadTree;
  readonly log: Log;
  readonly hooks: Hooks;
  readonly theme: Theme | null;
  readonly defaults: FrontMatterDefaults;
  readonly publisher: Publisher;
  readonly services: Services;
  readonly collections: ReadonlyMap<string, Collection>;
  /** Whose `_posts` are the site's, relative to the source; empty for the source itself. */
  readonly postsFolder: string;
  /** Categories that no document has, unless under `category`. */
  readonly hiddenCategories: readonly string[];
  readonly #permalinkKey: string | null;

  pages: Page[] = [];
  staticFiles: StaticFile[] = [];
  layouts: ReadonlyMap<string, Layout> = new Map();
  /** The layouts that were read from files. Plugins may add others to `layouts`. */
  layoutsOfFiles: ReadonlyMap<string, Layout> = new Map();
  /** The contents of the data files. */
  data: Hash = new Map();
  /** Patterns of paths in the source that are read in any case, and of those that are not. Plugins may add to them. */
  include: readonly string[];
  exclude: readonly string[];
  /** Names in the destination that the cleaner leaves alone. Plugins may add to them. */
  keepFiles: readonly string[];
  /** Variables that plugins add to every template. They take precedence over Jekyll's own. */
  readonly globals = new Map<string, unknown>();

  /** Includes that generators make, by name. They come before those in the folders. */
  readonly generatedIncludes = new Map<string, string>();

  /** The absolute paths in the destination that plugins have written to or removed themselves, each with whether it has changed. */
  touchedByPlugins: ReadonlyMap<string, boolean> = new Map();
  /** Is told each file that has been written, if a plugin wants to know. */
  noteWritten: ((destination: string) => void) | null = null;

  /** Whether the file at an absolute path counts as one with front matter even if it has none. A plugin may replace it before files are read. */
  mayLackFrontMatter: (path: string) => boolean = () => false;

  /** How the names of posts are read. */
  postNames: PostNames = JEKYLL_POST_NAMES;

  /** What `site.related_posts` is for a document, if a plugin says so. What it reads besides the list of posts, it has to note. */
  relatedPosts: ((document: Document) => readonly Document[]) | null = null;

  readonly #config: Hash;
  readonly #modifiedTimes = new Map<string, Time>();
  /** The path that `collections_dir` was last resolved to. */
  #collectionsFolder: { readonly directory: string; readonly path: string } | undefined;
  #foldsCase: boolean | undefined;
  #dateByBuild: Time | undefined;
  #hasUrlsByBuild = false;
  #hasDateOfBuild = false;
  readonly #postGroups = new Map<string, ReadonlyMap<string, readonly Document[]>>();

  constructor(options: SiteOptions) {
    this.config = options.config;
    this.#config = options.config;
    this.source = options.source;
    this.destination = options.destination;
    this.environment = options.environment;
    this.variables = options.variables;
    this.time = options.time;
    this.clock = options.clock;
    this.tree = options.tree;
    this.log = options.log;
    this.hooks = options.hooks;
    this.theme = options.theme;
    this.defaults = options.defaults;
    this.services = options.services;
    this.postsFolder = options.postsFolder;
    this.hiddenCategories = options.hiddenCategories;
    this.#permalinkKey = options.permalinkKey;
    this.publisher = new Publisher(options.time, {
      future: isTruthy(options.config.get('future')),
      unpublished: isTruthy(options.config.get('unpublished')),
    });
    this.include = textList(options.config.get('include'));
    this.exclude = textsIn(options.config.get('exclude'));
    this.keepFiles = textList(options.config.get('keep_files'));
    this.collections = this.#makeCollections();
  }

  get zone(): TimeZone {
    return this.clock.zone;
  }

  /** Changes a setting for the rest of the build, for plugins that know a better value than the configuration. */
  setConfig(key: string, value: unknown): void {
    this.#config.set(key, value);
  }

  /**
   * Notes that the page being rendered shows something that a plugin has read by itself: the page is rendered again when that
   * changes. Needed by plugins that declare `readsAreRecorded`.
   *
   * @param input what was read: `file:` or `folder:` (the list of its names) and an absolute path; `untracked` for what nobody can
   *   compare, because of which the page is rendered in each build
   * @example
   * site.noteRead(`file:${site.inSource('LICENSE')}`);
   */
  noteRead(input: PluginInput): void {
    this.services.reads.note(input);
  }

  get isSafe(): boolean {
    return isTruthy(this.config.get('safe'));
  }

  /** The encoding of the source's texts. */
  get encoding(): string {
    return String(this.config.get('encoding') ?? 'utf-8');
  }

  get posts(): Collection {
    const posts = this.collections.get('posts');
    if (posts === undefined) throw new UttersonError('InvalidConfiguration', 'The collection `posts` is missing');
    return posts;
  }

  /** The configuration's `permalink:`, which is the name of a style or a template. */
  get permalinkStyle(): ReturnType<typeof readPermalinkStyle> {
    return readPermalinkStyle(this.config.get('permalink'));
  }

  /** An item's permalink from its front matter. If its edition has a key for permalinks of its own, that one takes precedence. */
  permalinkOf(item: Item): unknown {
    const permalink = item.value('permalink');
    if (this.#permalinkKey === null || isNil(permalink)) return permalink;
    const own = item.value(this.#permalinkKey);
    return isTruthy(own) ? own : permalink;
  }

  /** The configuration's `collections_dir`; empty if it is the source itself. */
  get collectionsDirectory(): string {
    const configured = this.config.get('collections_dir');
    // Jekyll calls `empty?`, which lists and hashes have too. An empty list is '' as a string already.
    const isEmpty = configured instanceof Map && configured.size === 0;
    return isEmpty ? '' : String(configured ?? '');
  }

  /** The absolute path of the folder that contains the collections' folders. */
  get collectionsPath(): string {
    const directory = this.collectionsDirectory;
    // Every document asks for it, so it is resolved only once.
    if (this.#collectionsFolder?.directory !== directory) {
      this.#collectionsFolder = { directory, path: this.inSource(directory) };
    }
    return this.#collectionsFolder.path;
  }

  /** The folders in which includes are looked up, in this order. */
  get includesPaths(): readonly string[] {
    const own = this.inSource(String(this.config.get('includes_dir') ?? '_includes'));
    const themes = this.theme?.folder('_includes');
    return isNil(themes) ? [own] : [own, themes];
  }

  /** What templates see as `site.data`: the configuration's `data:` if there is one, otherwise the data files. */
  get siteData(): unknown {
    const configured = this.config.get('data');
    return isTruthy(configured) ? configured : this.data;
  }

  /** All documents, and the static files of collections, each once. */
  get documents(): readonly (Document | StaticFile)[] {
    const all = new Set<Document | StaticFile>();
    for (const { docs, files } of this.collections.values()) {
      for (const document of docs) all.add(document);
      for (const file of files) all.add(file);
    }
    return [...all];
  }

  /** Everything that gets written, in the order of writing. */
  *files(): Generator<Page | StaticFile | Document> {
    yield* this.pages;
    for (const file of this.staticFiles) if (file.isWritten) yield file;
    for (const { docs } of this.collections.values())
      for (const document of docs) if (document.isWritten) yield document;
  }

  /** Posts by tag, newest first; the tags in the order in which the posts mention them. Computed once. */
  get tags(): ReadonlyMap<string, readonly Document[]> {
    return this.#groupPosts('tags');
  }

  get categories(): ReadonlyMap<string, readonly Document[]> {
    return this.#groupPosts('categories');
  }

  /** The extension of an item's output: that of its permalink if it has one, otherwise the one the converters give. */
  outputExtension(permalink: unknown, extension: string): string {
    if (typeof permalink === 'string' && !permalink.endsWith('/')) {
      const own = extensionOf(permalink);
      if (own !== '') return own;
    }
    return this.services.outputExtension(extension);
  }

  inSource(...paths: readonly string[]): string {
    return withoutTrailingSlash(paths.reduce(sanitizedPath, this.source));
  }

  inDestination(...paths: readonly string[]): string {
    return withoutTrailingSlash(paths.reduce(sanitizedPath, this.destination));
  }

  /**
   * A key for a place in the destination: the same for two paths that are one file on the destination's disk, which may
   * take capitals for small letters.
   */
  placeOf(destination: string): string {
    return this.foldsCase ? destination.normalize('NFC').toLowerCase() : destination;
  }

  /** Whether the destination's disk takes names that differ only by case for one. */
  get foldsCase(): boolean {
    this.#foldsCase ??= this.tree.foldsCase?.(this.destination) ?? false;
    return this.#foldsCase;
  }

  /** When a file was last modified, in the site's time zone. */
  modifiedTime(path: string): Time {
    const known = this.#modifiedTimes.get(path);
    if (known !== undefined) return known;
    const nanoseconds = this.tree.status(path)?.modified;
    if (nanoseconds === undefined) throw new UttersonError('FileMissing', `There is no file ${path}`, { file: path });
    const time = this.zone.at(Number(nanoseconds / 1_000_000_000n), Number(nanoseconds % 1_000_000_000n));
    this.#modifiedTimes.set(path, time);
    return time;
  }

  /** The date of documents without one: the build's time. It notes which of its parts are read. */
  get dateByBuild(): Time {
    this.#dateByBuild ??= recordedTime(() => this.time, 'time', this.services.reads);
    return this.#dateByBuild;
  }

  /** Makes the URL of a document without a date, and notices if it contains parts of the build's time. */
  urlByBuild(makeUrl: () => string): string {
    const { result, read } = this.services.reads.record(makeUrl);
    this.#hasUrlsByBuild ||= read.length > 0;
    return result;
  }

  /** Whether a date is that of the build, to the second; notices that, because it will not be that of the next build. */
  isDateOfBuild({ seconds }: Time): boolean {
    const isSame = seconds === this.time.seconds;
    this.#hasDateOfBuild ||= isSame;
    return isSame;
  }

  /** Whether the site would look different by `time`: a hidden post's date has come, or URLs or dates follow the build's time. */
  changesBy(time: Time): boolean {
    if (time.seconds === this.time.seconds) return false;
    return this.#hasUrlsByBuild || this.#hasDateOfBuild || this.publisher.showsMoreBy(time);
  }

  /** Whether the site could ever look different without any change to its files, just because time passes. */
  get mayChangeWithTime(): boolean {
    return this.#hasUrlsByBuild || this.#hasDateOfBuild || this.publisher.hasHidden;
  }

  /** Forgets a file's modification time, after the file has changed. */
  forgetModifiedTime(path: string): void {
    this.#modifiedTimes.delete(path);
  }

  #makeCollections(): ReadonlyMap<string, Collection> {
    const configured = this.config.get('collections');
    const names = configured instanceof Map ? [...configured.keys()].map(String) : textList(configured);
    const collections = new Map(names.map((name) => [name, new Collection(this, name)]));
    if (!collections.has('posts')) collections.set('posts', new Collection(this, 'posts'));
    return collections;
  }

  #groupPosts(key: 'tags' | 'categories'): ReadonlyMap<string, readonly Document[]> {
    const known = this.#postGroups.get(key);
    if (known !== undefined) return known;
    const groups = new Map<string, Document[]>();
    for (const post of this.posts.docs) {
      for (const name of groupNames(post, key)) addToGroup(groups, name, post);
    }
    for (const [name, posts] of groups) groups.set(name, sortDocuments(posts, 1).reverse());
    const hash = new DefaultHash<string, readonly Document[]>(groups, () => {
      // In Ruby looking up a missing name adds it to the hash, so a page that did has to be rendered again in each build.
      this.services.reads.note(UNTRACKED);
      return [];
    });
    this.#postGroups.set(key, hash);
    return hash;
  }
}

/** The value is a list in every post that was read without an error. A post that was not keeps the defaults' value as it is. */
function groupNames(post: Document, key: 'tags' | 'categories'): readonly string[] {
  const names = post.value(key);
  if (isNil(names)) return [];
  if (Array.isArray(names)) return names;
  throw new UttersonError('InvalidGroups', `The ${key} of ${post.relativePath} are not a list: ${inspect(names)}.`, {
    file: post.path,
    hint: `Fix its front matter, or write \`${key}: [a, b]\` in the defaults.`,
  });
}

/** Without what is no text, which in Jekyll matches nothing. */
function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((pattern) => typeof pattern === 'string') : [];
}

function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
