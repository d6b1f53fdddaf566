import { compareTexts } from '../util/compare-texts.ts';
import { toText } from '../util/inspect.ts';
import { isTruthy } from '../util/is-truthy.ts';
import { baseName, directoryName, extensionOf, joinPaths, sanitizedPath, withoutTrailingDots } from '../util/paths.ts';
import type { Time } from '../util/time.ts';
import type { Collection } from './collection.ts';
import type { Excerpt } from './excerpt.ts';
import type { ApplicableDefaults } from './front-matter-defaults.ts';
import type { Hash } from './hash.ts';
import { hasLiquid, isAsset, isYaml } from './item-kinds.ts';
import { documentUrl } from './item-url.ts';
import { RenderedItem } from './rendered-item.ts';
import type { Site } from './site.ts';
import { unescapePath } from './url.ts';

/** What an earlier build knows of a document that it wrote, and whose file is as it was then. */
export interface KnownDocument {
  readonly url: string;
  /** Absolute. */
  readonly destination: string;
  /** Its own date; null for one that has none. */
  readonly date: Pick<Time, 'seconds' | 'nanoseconds'> | null;
  /** Whether it has been given the build's time for a date. */
  readonly isDatedByBuild: boolean;
}

/** What stood in a document's front matter, with all that follows from it, as it was read in an earlier build. */
export interface KnownData {
  readonly data: Hash;
  readonly excerpt: Excerpt | null;
}

/** A document that is read when somebody asks for what stands in its file. */
interface Unread {
  readonly known: KnownDocument;
  /** Tells of its front matter without reading the file, where it can. */
  readonly recall: (document: Document, known: KnownDocument) => KnownData | undefined;
  readonly read: (document: Document, known: KnownDocument) => void;
}

/** Stands for the data of all that were not read: nobody sees it. */
const NOT_READ: Hash = new Map();

/** A file of a collection with front matter: a post, a draft, or what else a collection holds. */
export class Document extends RenderedItem {
  readonly kind = 'document';
  readonly site: Site;
  readonly collection: Collection;
  /** Absolute. */
  readonly path: string;
  /** From the folder that holds the collections: `_posts/2024-01-01-hello.md`. */
  readonly relativePath: string;
  readonly extension: string;
  readonly isDraft: boolean;
  /** Whether its file is read in every build: there was something to say of it, or it was read otherwise at another time. */
  isReadAnew = false;

  #data: Hash;
  #excerpt: Excerpt | null = null;
  #frontMatter: unknown;
  #unread: Unread | null;
  /** Whether its data is here though its file is not read. */
  #isRecalled = false;
  #url: string | undefined;
  #outputExtension: string | undefined;
  #destination: string | undefined;
  #defaults: ApplicableDefaults | undefined;
  #isWritten: boolean | undefined;

  /** @param unread for a document whose file will be read later, if at all */
  constructor(site: Site, collection: Collection, path: string, unread: Unread | null = null) {
    super(null, unread !== null);
    this.#unread = unread;
    this.#data = unread === null ? new Map() : NOT_READ;
    this.#url = unread?.known.url;
    this.#destination = unread?.known.destination;
    this.#isWritten = unread === null ? undefined : true;
    this.site = site;
    this.collection = collection;
    this.path = path;
    const base = `${site.collectionsPath}/`;
    this.relativePath = path.startsWith(base) ? path.slice(base.length) : path;
    this.extension = extensionOf(path);
    this.isDraft = collection.label === 'posts' && !this.relativePath.includes(collection.relativeDirectory);
  }

  get data(): Hash {
    this.#takeData();
    return this.#data;
  }

  set data(data: Hash) {
    this.#takeData();
    this.#data = data;
  }

  get excerpt(): Excerpt | null {
    this.#takeData();
    return this.#excerpt;
  }

  set excerpt(excerpt: Excerpt | null) {
    this.#takeData();
    this.#excerpt = excerpt;
  }

  /** What stands in the file's front matter: `data` is more, and may have been changed since. */
  get frontMatter(): unknown {
    this.readSource();
    return this.#frontMatter;
  }

  set frontMatter(frontMatter: unknown) {
    this.#frontMatter = frontMatter;
  }

  /** Whether nobody has asked yet for more than is known of it from an earlier build. */
  get isUnread(): boolean {
    return this.#unread !== null && !this.#isRecalled;
  }

  /** Whether its file was read. */
  get isRead(): boolean {
    return this.#unread === null;
  }

  get name(): string {
    return baseName(this.path);
  }

  get nameWithoutExtension(): string {
    const name = this.name;
    return this.extension === '' ? name : name.slice(0, -this.extension.length);
  }

  /** The collection's label, which is also the owner of its hooks and the type of its defaults. */
  get type(): string {
    return this.collection.label;
  }

  /** A key of the front matter, or else of the front matter defaults. */
  value(key: string): unknown {
    if (this.data.has(key)) return this.data.get(key);
    return this.isYaml ? undefined : this.defaults.find(key);
  }

  get defaults(): ApplicableDefaults {
    this.#defaults ??= this.site.defaults.for(this.relativePath, this.type);
    return this.#defaults;
  }

  /** The date, which is put into the data when it is asked for: a draft's is that of its file, others get the build's. */
  get date(): Time {
    const known = this.value('date');
    if (isTruthy(known)) return known as Time;
    const date = this.isDraft ? this.site.modifiedTime(this.path) : this.site.dateByBuild;
    this.data.set('date', date);
    return date;
  }

  /** Whether its date is no more than the build's time. */
  get isDatedByBuild(): boolean {
    return this.data.get('date') === this.site.dateByBuild;
  }

  /** Whether the front matter, its defaults or the file name give a date. */
  get hasDate(): boolean {
    const date = this.value('date');
    return isTruthy(date);
  }

  /** Whether it has a date by which it is sorted, as long as nobody has asked for another. */
  get isDated(): boolean {
    return typeof this.#moment?.seconds === 'number';
  }

  get isYaml(): boolean {
    return isYaml(this.extension);
  }

  get isAsset(): boolean {
    return isAsset(this.extension);
  }

  get permalink(): unknown {
    return this.site.permalinkOf(this);
  }

  get url(): string {
    this.#url ??=
      this.hasDate && !this.isDatedByBuild ? documentUrl(this) : this.site.urlByBuild(() => documentUrl(this));
    return this.#url;
  }

  get id(): string {
    return joinPaths(directoryName(this.url), String(this.value('slug') ?? this.nameWithoutExtension));
  }

  get outputExtension(): string {
    this.#outputExtension ??= this.site.outputExtension(this.permalink, this.extension);
    return this.#outputExtension;
  }

  /** Where the output goes, as an absolute path. */
  get destination(): string {
    this.#destination ??= this.#findDestination();
    return this.#destination;
  }

  /** The path inside the collection without the extension: the placeholder `:path`. */
  get cleanedRelativePath(): string {
    const path = this.relativePath.slice(0, this.relativePath.length - this.extension.length);
    return withoutTrailingDots(path.replace(this.collection.relativeDirectory, ''));
  }

  /** Whether the output is written: its collection says so, and it is published. */
  get isWritten(): boolean {
    this.#isWritten ??= this.collection.isWritten && this.site.publisher.publishes(this);
    return this.#isWritten;
  }

  get rendersWithLiquid(): boolean {
    if (this.value('render_with_liquid') === false) return false;
    return this.extension !== '.coffee' && !this.isYaml && hasLiquid(this.content);
  }

  get placesInLayout(): boolean {
    return !this.isAsset && !this.isYaml && this.value('layout') !== 'none';
  }

  get excerptSeparator(): string {
    const own = this.value('excerpt_separator');
    const chosen = isTruthy(own) ? own : this.site.config.get('excerpt_separator');
    return toText(chosen);
  }

  get next(): Document | null {
    return this.collection.neighbour(this, 1);
  }

  get previous(): Document | null {
    return this.collection.neighbour(this, -1);
  }

  /** By date, then by path; documents of which only one has a date are ordered by path. */
  compareTo(other: Document): number {
    const byDate = compareTimes(this.#moment, other.#moment);
    return byDate === 0 ? compareTexts(this.path, other.path) : byDate;
  }

  /** What a template sees: Jekyll's `to_liquid`. */
  toLiquid(): unknown {
    return this.site.services.toLiquid(this);
  }

  /** What an array that holds the document prints. */
  override toString(): string {
    return this.output ?? this.content ?? 'NO CONTENT';
  }

  inspect(): string {
    return `#<Jekyll::Document ${this.relativePath} collection=${this.collection.label}>`;
  }

  /** Forgets what was derived from the front matter: for plugins that change a permalink after reading. */
  forgetUrl(): void {
    this.#url = undefined;
    this.#outputExtension = undefined;
    this.#destination = undefined;
    this.#isWritten = undefined;
  }

  protected override readSource(): void {
    const unread = this.#unread;
    if (unread === null) return;
    this.#unread = null;
    const recalled = this.#isRecalled ? { data: this.#data, excerpt: this.#excerpt } : null;
    this.#data = new Map();
    this.leavingBody(() => unread.read(this, unread.known));
    // It may have been changed since it was recalled.
    if (recalled !== null) ({ data: this.#data, excerpt: this.#excerpt } = recalled);
  }

  /** Has the data ready: recalled from an earlier build, or read. */
  #takeData(): void {
    const unread = this.#unread;
    if (unread === null || this.#isRecalled) return;
    const known = unread.recall(this, unread.known);
    if (known === undefined) {
      this.readSource();
      return;
    }
    this.#isRecalled = true;
    this.#data = known.data;
    this.#excerpt = known.excerpt;
  }

  /** Takes over what was read of the file anew, in place of what was known of it. */
  adopt({ data, frontMatter, excerpt }: Document): void {
    this.#unread = null;
    this.#data = data;
    this.#frontMatter = frontMatter;
    this.#excerpt = excerpt;
  }

  get #moment(): Moment {
    return this.#unread === null || this.#isRecalled ? (this.value('date') as Moment) : this.#unread.known.date;
  }

  #findDestination(): string {
    const path = sanitizedPath(this.site.destination, unescapePath(this.url));
    if (this.url.endsWith('/')) return joinPaths(path, 'index.html');
    return path.endsWith(this.outputExtension) ? path : path + this.outputExtension;
  }
}

type Moment = KnownDocument['date'] | undefined;

function compareTimes(left: Moment, right: Moment): number {
  if (!left || !right) return 0;
  return left.seconds - right.seconds || left.nanoseconds - right.nanoseconds;
}
