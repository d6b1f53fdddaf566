import type { Environment } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import { DefaultHash } from '../util/default-hash.ts';
import { inspect } from '../util/inspect.ts';
import { isTruthy } from '../util/is-truthy.ts';
import type { Log } from '../util/log.ts';
import { extensionOf, sanitizedPath, withoutTrailingSlash } from '../util/paths.ts';
import type { Clock } from '../util/ruby-date-parse.ts';
import type { Time } from '../util/time.ts';
import type { TimeZone } from '../util/time-zone.ts';
import type { ReadTree } from '../util/tree.ts';
import { Collection } from './collection.ts';
import type { Document } from './document.ts';
import type { FrontMatterDefaults } from './front-matter-defaults.ts';
import type { Hash, ReadonlyHash } from './hash.ts';
import type { Hooks } from './hooks.ts';
import type { Layout } from './layout.ts';
import type { Page } from './page.ts';
import { readPermalinkStyle } from './permalink-style.ts';
import { Publisher } from './publisher.ts';
import { recordedTime } from './recorded-time.ts';
import type { Services } from './services.ts';
import { sortDocuments } from './sort-documents.ts';
import type { StaticFile } from './static-file.ts';
import type { Theme } from './theme.ts';

/** What a site is made from. */
export interface SiteOptions {
  readonly config: Hash;
  /** Absolute paths. */
  readonly source: string;
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
  readonly permalinkKey: string | null;
}

/** A site: it holds what was read and generated, and answers questions about it. `build` does the work. */
export class Site {
  readonly config: ReadonlyHash;
  readonly source: string;
  readonly destination: string;
  /** `JEKYLL_ENV`: `development` unless it is set. */
  readonly environment: string;
  /** The variables of the process's environment. */
  readonly variables: Environment;
  /** When the build began, or what the configuration says instead. */
  time: Time;
  /** The present, and the zone in which dates without one are read and shown. */
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
  readonly #permalinkKey: string | null;

  pages: Page[] = [];
  staticFiles: StaticFile[] = [];
  layouts: ReadonlyMap<string, Layout> = new Map();
  /** Those that were read: plugins may add layouts that have no file. */
  layoutsOfFiles: ReadonlyMap<string, Layout> = new Map();
  /** What the data files hold. */
  data: Hash = new Map();
  /** Names below the destination that the cleaner leaves alone. Plugins may add to them. */
  keepFiles: readonly string[];
  /** What plugins show to every template, before what Jekyll has under the same name. */
  readonly globals = new Map<string, unknown>();

  readonly #config: Hash;
  readonly #modifiedTimes = new Map<string, Time>();
  #collections: { readonly directory: string; readonly path: string } | undefined;
  #dateByBuild: Time | undefined;
  #hasUrlsByBuild = false;
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
    this.#permalinkKey = options.permalinkKey;
    this.publisher = new Publisher(options.time, {
      future: isTruthy(options.config.get('future')),
      unpublished: isTruthy(options.config.get('unpublished')),
    });
    this.keepFiles = textList(options.config.get('keep_files'));
    this.collections = this.#makeCollections();
  }

  get zone(): TimeZone {
    return this.clock.zone;
  }

  /** Changes a setting, for what is built from now on: plugins that know a better value than the configuration. */
  setConfig(key: string, value: unknown): void {
    this.#config.set(key, value);
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

  /** `permalink:` of the configuration: a style's name or a template. */
  get permalinkStyle(): ReturnType<typeof readPermalinkStyle> {
    return readPermalinkStyle(this.config.get('permalink'));
  }

  /** The permalink of an item's front matter: that of its edition, where it has one. */
  permalinkOf(item: Page | Document): unknown {
    const permalink = item.value('permalink');
    if (this.#permalinkKey === null || permalink === null || permalink === undefined) return permalink;
    const own = item.value(this.#permalinkKey);
    return isTruthy(own) ? own : permalink;
  }

  /** `collections_dir`, empty where it is the source itself. */
  get collectionsDirectory(): string {
    const configured = this.config.get('collections_dir');
    // Ruby asks whether it is empty, which lists and mappings can be too.
    const isEmpty = configured instanceof Map && configured.size === 0;
    return isEmpty ? '' : String(configured ?? '');
  }

  /** The folder that holds the collections' folders, absolute. */
  get collectionsPath(): string {
    const directory = this.collectionsDirectory;
    // Each document asks for it.
    if (this.#collections?.directory !== directory) {
      this.#collections = { directory, path: this.inSource(directory) };
    }
    return this.#collections.path;
  }

  /** The folders that includes are looked for in, in this order. */
  get includesPaths(): readonly string[] {
    const own = this.inSource(String(this.config.get('includes_dir') ?? '_includes'));
    const themes = this.theme?.folder('_includes');
    return themes === null || themes === undefined ? [own] : [own, themes];
  }

  /** What templates see as `site.data`: the data files, or `data:` of the configuration in their place. */
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

  /** Everything that is written, in the order in which it is written. */
  *files(): Generator<Page | StaticFile | Document> {
    yield* this.pages;
    for (const file of this.staticFiles) if (file.isWritten) yield file;
    for (const { docs } of this.collections.values())
      for (const document of docs) if (document.isWritten) yield document;
  }

  /** Posts by tag, newest first, tags in the order in which they are met. Computed once. */
  get tags(): ReadonlyMap<string, readonly Document[]> {
    return this.#groupPosts('tags');
  }

  get categories(): ReadonlyMap<string, readonly Document[]> {
    return this.#groupPosts('categories');
  }

  /** The extension of an item's output: its permalink's, where that has one, or what the converters make. */
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

  /** When a file was changed last, in the site's time zone. */
  modifiedTime(path: string): Time {
    const known = this.#modifiedTimes.get(path);
    if (known !== undefined) return known;
    const nanoseconds = this.tree.status(path)?.modified;
    if (nanoseconds === undefined) throw new UttersonError('FileMissing', `There is no file ${path}`, { file: path });
    const time = this.zone.at(Number(nanoseconds / 1_000_000_000n), Number(nanoseconds % 1_000_000_000n));
    this.#modifiedTimes.set(path, time);
    return time;
  }

  /** The date of documents that have none: the build's time, of which every part that is read is noted. */
  get dateByBuild(): Time {
    this.#dateByBuild ??= recordedTime(() => this.time, 'time', this.services.reads);
    return this.#dateByBuild;
  }

  /** The URL of a document without a date, which may hold parts of the build's time. */
  urlByBuild(makeUrl: () => string): string {
    const { result, read } = this.services.reads.record(makeUrl);
    this.#hasUrlsByBuild ||= read.length > 0;
    return result;
  }

  /** Whether the site would be another one at a later time: a hidden post's day has come, or URLs follow the build's time. */
  changesBy(time: Time): boolean {
    return time.seconds !== this.time.seconds && (this.#hasUrlsByBuild || this.publisher.showsMoreBy(time));
  }

  /** Whether there is a time at which the site would be another one though its files stay as they are. */
  get mayChangeWithTime(): boolean {
    return this.#hasUrlsByBuild || this.publisher.hasHidden;
  }

  /** Forgets when a file was changed last. */
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
      for (const name of groupNames(post, key)) appendTo(groups, name, post);
    }
    for (const [name, posts] of groups) groups.set(name, sortDocuments(posts, 1).reverse());
    const hash = new DefaultHash<string, readonly Document[]>(groups, () => {
      // Whoever made the hash longer has to do it again in each build.
      this.services.reads.note('untracked');
      return [];
    });
    this.#postGroups.set(key, hash);
    return hash;
  }
}

/** A post that could not be read to its end keeps what its defaults say, which need not be a list. */
function groupNames(post: Document, key: 'tags' | 'categories'): readonly string[] {
  const names = post.value(key);
  if (names === null || names === undefined) return [];
  if (Array.isArray(names)) return names;
  throw new UttersonError('InvalidGroups', `The ${key} of ${post.relativePath} are not a list: ${inspect(names)}.`, {
    file: post.path,
    hint: `Fix its front matter, or write \`${key}: [a, b]\` in the defaults.`,
  });
}

function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function appendTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
