import { Drop } from '../../liquid/drop.ts';
import type { Document } from '../../site/document.ts';
import type { Page } from '../../site/page.ts';
import { recordedTime } from '../../site/recorded-time.ts';
import type { Site } from '../../site/site.ts';
import { readsOf } from '../../site/site-internals.ts';
import { sortDocuments } from '../../site/sort-documents.ts';
import type { Time } from '../../util/time/time.ts';
import { compareTexts } from '../../util/values/compare-texts.ts';
import { mergeSort } from '../../util/values/merge-sort.ts';
import { listKeys } from './drop-keys.ts';
import { isEnumerableKey, valueOrEnumerable } from './enumerable.ts';
import { RecordedMap } from './recorded-map.ts';

const GETTERS: ReadonlyMap<unknown, (drop: SiteDrop) => unknown> = new Map<string, (drop: SiteDrop) => unknown>([
  ['time', (drop) => drop.time],
  ['config', () => null],
  ['static_files', (drop) => drop.site.staticFiles],
  ['collections', (drop) => drop.collections],
  ['data', (drop) => drop.data],
  ['html_pages', (drop) => drop.htmlPages],
  ['pages', (drop) => drop.site.pages],
  ['categories', (drop) => drop.site.categories],
  ['posts', (drop) => drop.posts],
  ['documents', (drop) => drop.documents],
  ['related_posts', (drop) => drop.relatedPosts],
  ['tags', (drop) => drop.site.tags],
]);

/** The inputs behind keys. `config` has none: when the configuration changes, everything is rendered anew. */
const READS: ReadonlyMap<unknown, string> = new Map([
  ['static_files', 'static-files'],
  ['collections', 'collections'],
  ['html_pages', 'pages'],
  ['pages', 'pages'],
  ['categories', 'categories'],
  ['posts', 'collection:posts'],
  ['documents', 'collections'],
  ['related_posts', 'collection:posts'],
  ['tags', 'tags'],
]);

/** How many posts `site.related_posts` lists. */
const RELATED_POSTS = 10;

/** What a template sees as `site`: the collections, what Jekyll computes, and the configuration. */
export class SiteDrop extends Drop {
  readonly site: Site;
  /** The document being rendered, which `site.related_posts` leaves out. */
  current: Document | null = null;

  #posts: readonly Document[] | undefined;
  #htmlPages: readonly Page[] | undefined;
  #collections: readonly unknown[] | undefined;
  #documents: readonly unknown[] | undefined;
  #time: Time | undefined;
  #data: unknown;
  readonly #noteConfigKey: (key: unknown) => void;

  constructor(site: Site) {
    super();
    this.site = site;
    this.#noteConfigKey = readsOf(site).noteKeysOf('config');
  }

  override get rubyClass(): string {
    return 'Jekyll::Drops::SiteDrop';
  }

  get(key: unknown): unknown {
    const reads = readsOf(this.site);
    if (typeof key === 'string' && key !== 'posts') {
      const collection = this.site.collections.get(key);
      if (collection !== undefined) {
        reads.note(`collection:${collection.label}`);
        return collection.docs;
      }
    }
    const read = READS.get(key);
    if (read !== undefined) reads.note(read);
    else if (!GETTERS.has(key)) this.#noteConfigKey(key);
    const getter = GETTERS.get(key);
    return getter === undefined ? valueOrEnumerable(this, this.site.config, key) : getter(this);
  }

  override has(key: unknown): boolean {
    if (GETTERS.has(key) || this.site.config.has(key) || isEnumerableKey(key)) return true;
    return typeof key === 'string' && this.site.collections.has(key);
  }

  override keys(): readonly string[] {
    return listKeys(Array.from(GETTERS.keys(), String), this.site.config);
  }

  /** The posts, newest first. Sorted once. */
  get posts(): readonly Document[] {
    this.#posts ??= sortDocuments(this.site.posts.docs, -1);
    return this.#posts;
  }

  get time(): Time {
    this.#time ??= recordedTime(() => this.site.time, 'time', readsOf(this.site));
    return this.#time;
  }

  /** The data files, or the configuration's `data:` in their place. */
  get data(): unknown {
    this.#data ??= this.#recordData();
    return this.#data;
  }

  get htmlPages(): readonly Page[] {
    this.#htmlPages ??= this.site.pages.filter((page) => page.isHtml || page.url.endsWith('/'));
    return this.#htmlPages;
  }

  get collections(): readonly unknown[] {
    this.#collections ??= mergeSort([...this.site.collections.values()], (a, b) => compareTexts(a.label, b.label)).map(
      (collection) => collection.toLiquid(),
    );
    return this.#collections;
  }

  get documents(): readonly unknown[] {
    this.#documents ??= this.site.documents;
    return this.#documents;
  }

  /** The ten newest other posts, unless a plugin says otherwise. */
  get relatedPosts(): readonly Document[] | null {
    const { current } = this;
    if (current === null) return null;
    if (this.site.relatedPosts !== null) return this.site.relatedPosts(current);
    const { docs } = this.site.posts;
    if (docs.length < 2) return [];
    const newest = docs.slice(-RELATED_POSTS - 1).reverse();
    return newest.filter((post) => post !== current).slice(0, RELATED_POSTS);
  }

  #recordData(): unknown {
    const { siteData } = this.site;
    if (!(siteData instanceof Map)) return siteData;
    const reads = readsOf(this.site);
    const noteFile = reads.noteKeysOf('data');
    return new RecordedMap(siteData, (key) => (typeof key === 'string' ? noteFile(key) : reads.note('data')));
  }
}
