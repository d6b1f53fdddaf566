import { baseName, directoryName, extensionOf, joinPaths, withoutTrailingDots } from '../util/files/paths.ts';
import type { Time } from '../util/time/time.ts';
import { compareTexts } from '../util/values/compare-texts.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import type { Collection } from './collection.ts';
import type { Excerpt } from './excerpt.ts';
import type { ApplicableDefaults } from './front-matter-defaults.ts';
import type { Hash } from './hash.ts';
import { hasLiquid, isAsset, isYaml } from './item-kinds.ts';
import { outputExtensionOf, permalinkOf } from './item-permalink.ts';
import { documentUrl } from './item-url.ts';
import { pathOfUrl } from './path-of-url.ts';
import { RenderedItem } from './rendered-item.ts';
import type { Site } from './site.ts';
import { internalsOf } from './site-internals.ts';

/** What an earlier build recorded about a document that it wrote and whose file has not changed since. */
export interface KnownDocument {
  readonly url: string;
  /** Absolute. */
  readonly destination: string;
  /** Its own date, or null if it has none. */
  readonly date: Pick<Time, 'seconds' | 'nanoseconds'> | null;
  /** Whether it has no date of its own, so that the build's time serves as one. */
  readonly isDatedByBuild: boolean;
}

/** A document's data (front matter and everything derived from it) and excerpt, as an earlier build read them. */
export interface KnownData {
  readonly data: Hash;
  readonly excerpt: Excerpt | null;
}

/** How to get the contents of a document whose file is read only if somebody asks for them. */
interface Unread {
  readonly known: KnownDocument;
  /** Recalls the data without reading the file; undefined if that is not possible. */
  readonly recall: (document: Document, known: KnownDocument) => KnownData | undefined;
  /** Reads the file into the document. */
  readonly read: (document: Document, known: KnownDocument) => void;
}

/** A placeholder for the data of unread documents, which saves a map for each. Nobody ever sees it. */
const NOT_READ: Hash = new Map();

/** A file with front matter in a collection: a post, a draft, or a document of a collection of the site's own. */
export class Document extends RenderedItem {
  readonly kind = 'document';
  readonly site: Site;
  readonly collection: Collection;
  /** Absolute. */
  readonly path: string;
  /** Relative to the folder that holds the collections: `_posts/2024-01-01-hello.md`. */
  readonly relativePath: string;
  readonly extension: string;
  /** Whether it is one of `_drafts`. */
  readonly isDraft: boolean;
  /** Whether every build must read its file, because reading it logs a warning or depends on the time. */
  isReadAnew = false;

  #data: Hash;
  #excerpt: Excerpt | null = null;
  #frontMatter: unknown;
  #unread: Unread | null;
  /** Whether its data was recalled from an earlier build although its file has not been read. */
  #isRecalled = false;
  /** Whether it is to have a date in any case. */
  #isSettled = false;
  #url: string | undefined;
  /** What an earlier build knew; undefined after a plugin has changed the permalink. */
  #known: KnownDocument | undefined;
  #outputExtension: string | undefined;
  #destination: string | undefined;
  #defaults: ApplicableDefaults | undefined;
  #isWritten: boolean | undefined;

  /** @param unread given for a document whose file is to be read later, if at all */
  constructor(site: Site, collection: Collection, path: string, unread: Unread | null = null) {
    super(null, unread !== null);
    this.#unread = unread;
    this.#data = unread === null ? new Map() : NOT_READ;
    this.#known = unread?.known;
    this.#destination = unread?.known.destination;
    this.#isWritten = unread === null ? undefined : true;
    this.site = site;
    this.collection = collection;
    this.path = path;
    const base = `${internalsOf(site).collectionsFolder.path}/`;
    this.relativePath = path.startsWith(base) ? path.slice(base.length) : path;
    this.extension = extensionOf(path);
    this.isDraft = collection.label === 'posts' && !this.relativePath.includes(collection.relativeDirectory);
  }

  get data(): Hash {
    this.#loadData();
    return this.#data;
  }

  set data(data: Hash) {
    this.#loadData();
    this.#data = data;
  }

  get excerpt(): Excerpt | null {
    this.#loadData();
    return this.#excerpt;
  }

  set excerpt(excerpt: Excerpt | null) {
    this.#loadData();
    this.#excerpt = excerpt;
  }

  /** The front matter as parsed from the file. `data` has more keys, and plugins may have changed it. */
  get frontMatter(): unknown {
    this.readSource();
    return this.#frontMatter;
  }

  set frontMatter(frontMatter: unknown) {
    this.#frontMatter = frontMatter;
  }

  /** Whether neither its file nor its recorded data has been needed so far. */
  get isUnread(): boolean {
    return this.#unread !== null && !this.#isRecalled;
  }

  /** Whether its file has been read. */
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

  value(key: string): unknown {
    if (this.data.has(key)) return this.data.get(key);
    return this.isYaml ? undefined : this.defaults.find(key);
  }

  get defaults(): ApplicableDefaults {
    this.#defaults ??= this.site.defaults.for(this.relativePath, this.type);
    return this.#defaults;
  }

  /**
   * The date. Without one of its own a draft gets its file's time and any other document the build's. As in Jekyll, asking
   * stores it in the data, and with it whether the document is a draft.
   */
  get date(): Time {
    const known = this.value('date');
    if (isTruthy(known)) return known as Time;
    if (!isTruthy(this.data.get('draft'))) this.data.set('draft', this.isDraft);
    const date = this.#isCalledDraft ? this.site.modifiedTime(this.path) : internalsOf(this.site).buildTime.asDate;
    this.data.set('date', date);
    return date;
  }

  /**
   * Gives the document a date to be sorted by, as if somebody had asked for it. Otherwise its place among the posts would depend on which
   * pages have shown its date, and so on which pages are rendered again.
   */
  settleDate(): void {
    this.#isSettled = true;
    if (!this.isUnread && !this.hasDate) void this.date;
  }

  /** Whether its date may be its file's time. */
  get mayTakeFileTime(): boolean {
    return this.#isCalledDraft && !(this.frontMatter instanceof Map && this.frontMatter.has('date'));
  }

  /** For its date, a document is also a draft if its front matter or a default says so. Such a one is always read. */
  get #isCalledDraft(): boolean {
    return this.isDraft || isTruthy(this.#data.get('draft'));
  }

  /** Whether the build's time has been stored as its date. */
  get isDatedByBuild(): boolean {
    return this.data.get('date') === internalsOf(this.site).buildTime.asDate;
  }

  /** Whether the front matter, its defaults or the file name give a date. */
  get hasDate(): boolean {
    return isTruthy(this.value('date'));
  }

  /** Whether it has a date to be sorted by. */
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
    return permalinkOf(this);
  }

  get url(): string {
    this.#url ??= this.#known?.url ?? this.#findUrl();
    return this.#url;
  }

  get id(): string {
    return joinPaths(directoryName(this.url), String(this.value('slug') ?? this.nameWithoutExtension));
  }

  get outputExtension(): string {
    this.#outputExtension ??= outputExtensionOf(this);
    return this.#outputExtension;
  }

  /** Where the output goes, as an absolute path. */
  get destination(): string {
    this.#destination ??= this.#findDestination();
    return this.#destination;
  }

  /** The path inside the collection without the extension: the value of the placeholder `:path`. */
  get cleanedRelativePath(): string {
    const path = this.relativePath.slice(0, this.relativePath.length - this.extension.length);
    return withoutTrailingDots(path.replace(this.collection.relativeDirectory, ''));
  }

  /** Whether the output is written: its collection says so, and it is published. */
  get isWritten(): boolean {
    this.#isWritten ??= this.collection.isWritten && internalsOf(this.site).publisher.publishes(this);
    return this.#isWritten;
  }

  get rendersWithLiquid(): boolean {
    if (this.value('render_with_liquid') === false) return false;
    return this.extension !== '.coffee' && !this.isYaml && hasLiquid(this.content);
  }

  get placesInLayout(): boolean {
    return !this.isAsset && !this.isYaml && this.value('layout') !== 'none';
  }

  get next(): Document | null {
    return this.collection.neighbour(this, 1);
  }

  get previous(): Document | null {
    return this.collection.neighbour(this, -1);
  }

  /** Compares by date, then by path. If only one of the two has a date, the path alone decides, as in Jekyll. */
  compareTo(other: Document): number {
    const byDate = compareTimes(this.#moment, other.#moment);
    return byDate === 0 ? compareTexts(this.path, other.path) : byDate;
  }

  /** The same while documents are being read, when none has the build's time as its date yet, not even if its data is recalled. */
  compareAsRead(other: Document): number {
    const byDate = compareTimes(this.#momentAsRead, other.#momentAsRead);
    return byDate === 0 ? compareTexts(this.path, other.path) : byDate;
  }

  /** What a template sees: Jekyll's `to_liquid`. */
  toLiquid(): unknown {
    return internalsOf(this.site).services.toLiquid(this);
  }

  /** What Ruby prints for the document as an element of an array. */
  override toString(): string {
    return this.output ?? this.content ?? 'NO CONTENT';
  }

  inspect(): string {
    return `#<Jekyll::Document ${this.relativePath} collection=${this.collection.label}>`;
  }

  /** Forgets everything derived from the permalink, for plugins that change it after reading. */
  forgetUrl(): void {
    this.#known = undefined;
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
    this.keepingBody(() => unread.read(this, unread.known));
    // The recalled data wins over what was just read: a plugin may have changed it.
    if (recalled !== null) ({ data: this.#data, excerpt: this.#excerpt } = recalled);
  }

  /** Makes the data available: recalls it from an earlier build if possible, or else reads the file. */
  #loadData(): void {
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

  /** Replaces what was known of the file by what another instance has just read from it. */
  adopt({ data, frontMatter, excerpt }: Document): void {
    this.#unread = null;
    this.#data = data;
    this.#frontMatter = frontMatter;
    this.#excerpt = excerpt;
    if (this.#isSettled) this.settleDate();
  }

  /** What the document is sorted by: its date, which for an unread one is known without reading it. */
  get #moment(): Moment {
    if (this.#unread === null || this.#isRecalled) return this.value('date') as Moment;
    const { date, isDatedByBuild } = this.#unread.known;
    return this.#isSettled && isDatedByBuild ? internalsOf(this.site).buildTime.asDate : date;
  }

  get #momentAsRead(): Moment {
    return this.#unread === null ? (this.value('date') as Moment) : this.#unread.known.date;
  }

  #findUrl(): string {
    if (this.hasDate && !this.isDatedByBuild) return documentUrl(this);
    return internalsOf(this.site).buildTime.makeUrl(() => documentUrl(this));
  }

  #findDestination(): string {
    const path = pathOfUrl(this);
    if (this.url.endsWith('/')) return joinPaths(path, 'index.html');
    return path.endsWith(this.outputExtension) ? path : path + this.outputExtension;
  }
}

type Moment = KnownDocument['date'] | undefined;

function compareTimes(left: Moment, right: Moment): number {
  if (!left || !right) return 0;
  return left.seconds - right.seconds || left.nanoseconds - right.nanoseconds;
}
