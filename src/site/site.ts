import type { Environment } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import { addToGroup } from '../util/add-to-group.ts';
import { sanitizedPath, withoutTrailingSlash } from '../util/files/paths.ts';
import type { ReadTree } from '../util/files/tree.ts';
import type { Log } from '../util/program/log.ts';
import type { Clock } from '../util/time/ruby-date-parse.ts';
import type { Time } from '../util/time/time.ts';
import type { TimeZone } from '../util/time/time-zone.ts';
import { DefaultHash } from '../util/values/default-hash.ts';
import { inspect } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { BuildTime } from './build-time.ts';
import { Collection } from './collection.ts';
import { CollectionsFolder } from './collections-folder.ts';
import { DestinationPlaces } from './destination-places.ts';
import type { Document } from './document.ts';
import type { FrontMatterDefaults } from './front-matter-defaults.ts';
import type { Hash, ReadonlyHash } from './hash.ts';
import type { Hooks } from './hooks.ts';
import type { Layout } from './layout.ts';
import type { Page } from './page.ts';
import { JEKYLL_POST_NAMES } from './post-names.ts';
import { Publisher } from './publisher.ts';
import { type PluginInput, UNTRACKED } from './read-notes.ts';
import type { Services } from './services.ts';
import { type EditionSettings, openSitesWith, type SiteInternals } from './site-internals.ts';
import { sortDocuments } from './sort-documents.ts';
import type { StaticFile } from './static-file.ts';
import type { Theme } from './theme.ts';

/** What a site is made of, before anything of it is read. */
export interface SiteOptions {
  readonly config: Hash;
  /** Absolute. */
  readonly source: string;
  /** Absolute. */
  readonly destination: string;
  /** `JEKYLL_ENV`. */
  readonly environment: string;
  /** The environment variables. */
  readonly variables: Environment;
  /** When the build began, or the configuration's `time`. */
  readonly time: Time;
  readonly clock: Clock;
  readonly tree: ReadTree;
  readonly log: Log;
  readonly hooks: Hooks;
  readonly theme: Theme | null;
  readonly defaults: FrontMatterDefaults;
  readonly services: Services;
  readonly edition: EditionSettings;
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
  /** The present time, and the zone in which dates without one are read and shown. */
  readonly clock: Clock;
  readonly tree: ReadTree;
  readonly log: Log;
  readonly theme: Theme | null;
  readonly defaults: FrontMatterDefaults;
  /** By label; `posts` is always among them. */
  readonly collections: ReadonlyMap<string, Collection>;
  readonly posts: Collection;

  pages: Page[] = [];
  staticFiles: StaticFile[] = [];
  layouts: ReadonlyMap<string, Layout> = new Map();
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

  /** Whether the file at an absolute path counts as one with front matter even if it has none. A plugin may replace it before files are read. */
  mayLackFrontMatter: (path: string) => boolean = () => false;

  /** What `site.related_posts` is for a document, if a plugin says so. What it reads besides the list of posts, it has to note. */
  relatedPosts: ((document: Document) => readonly Document[]) | null = null;

  readonly #config: Hash;
  readonly #internals: SiteInternals;
  readonly #postGroups = new Map<string, ReadonlyMap<string, readonly Document[]>>();

  static {
    openSitesWith((site) => site.#internals);
  }

  constructor(options: SiteOptions) {
    this.config = options.config;
    this.#config = options.config;
    this.source = options.source;
    this.destination = options.destination;
    this.environment = options.environment;
    this.variables = options.variables;
    this.clock = options.clock;
    this.tree = options.tree;
    this.log = options.log;
    this.theme = options.theme;
    this.defaults = options.defaults;
    this.#internals = makeInternals(options, (directory) => this.inSource(directory));
    this.include = textsIn(options.config.get('include'));
    this.exclude = textsIn(options.config.get('exclude'));
    this.keepFiles = textsIn(options.config.get('keep_files'));
    const collections = this.#makeCollections();
    this.posts = collections.get('posts') ?? new Collection(this, 'posts');
    this.collections = collections.set('posts', this.posts);
  }

  /** `site.time`: when the build began, or the configuration's `time`. */
  get time(): Time {
    return this.#internals.buildTime.now;
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
    this.#internals.services.reads.note(input);
  }

  /**
   * Returns a function that makes something when it is first called, and keeps it. Every page that calls it counts as having read
   * what was read while it was made.
   *
   * @example
   * const words = site.makeOnce(() => readWords(site));
   */
  makeOnce<T>(make: () => T): () => T {
    const { reads } = this.#internals.services;
    let made: { readonly result: T; readonly read: Int32Array } | undefined;
    return () => {
      made ??= reads.record(make);
      reads.replay(made.read);
      return made.result;
    };
  }

  get isSafe(): boolean {
    return isTruthy(this.config.get('safe'));
  }

  /** The encoding of the source's texts. */
  get encoding(): string {
    return String(this.config.get('encoding') ?? 'utf-8');
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

  inSource(...paths: readonly string[]): string {
    return withoutTrailingSlash(paths.reduce(sanitizedPath, this.source));
  }

  inDestination(...paths: readonly string[]): string {
    return withoutTrailingSlash(paths.reduce(sanitizedPath, this.destination));
  }

  /** When a file was last modified, in the site's time zone. */
  modifiedTime(path: string): Time {
    const { modifiedTimes } = this.#internals;
    const known = modifiedTimes.get(path);
    if (known !== undefined) return known;
    const nanoseconds = this.tree.status(path)?.modified;
    if (nanoseconds === undefined) throw new UttersonError('FileMissing', `There is no file ${path}`, { file: path });
    const time = this.zone.at(Number(nanoseconds / 1_000_000_000n), Number(nanoseconds % 1_000_000_000n));
    modifiedTimes.set(path, time);
    return time;
  }

  /** The collections of the configuration, among which `posts` need not be. */
  #makeCollections(): Map<string, Collection> {
    const configured = this.config.get('collections');
    const listed: readonly unknown[] = Array.isArray(configured) ? configured : [];
    const names = (configured instanceof Map ? [...configured.keys()] : listed).map(String);
    return new Map(names.map((name) => [name, new Collection(this, name)]));
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
      this.#internals.services.reads.note(UNTRACKED);
      return [];
    });
    this.#postGroups.set(key, hash);
    return hash;
  }
}

function makeInternals(
  { config, destination, edition, hooks, services, time, tree }: SiteOptions,
  inSource: (directory: string) => string,
): SiteInternals {
  const publisher = new Publisher(time, {
    future: isTruthy(config.get('future')),
    unpublished: isTruthy(config.get('unpublished')),
  });
  return {
    services,
    hooks,
    publisher,
    buildTime: new BuildTime(time, { reads: services.reads, publisher }),
    places: new DestinationPlaces(tree, destination),
    collectionsFolder: new CollectionsFolder(config, inSource),
    edition,
    modifiedTimes: new Map(),
    layoutsOfFiles: new Map(),
    postNames: JEKYLL_POST_NAMES,
    touchedPaths: new Map(),
    onWritten: null,
  };
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
