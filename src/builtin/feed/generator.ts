import { dig, firstTrue, inspect, Page, type Site, toText, UttersonError } from '../../plugin/plugin.ts';
import { FEED_TEMPLATE } from './template.ts';

/** What a feed is about. */
interface FeedSubject {
  readonly collection?: string;
  readonly category?: unknown;
  readonly tag?: string;
}

interface CollectionFeeds {
  readonly path: string | undefined;
  readonly categories: readonly unknown[];
}

/** The gem fails on these settings as well, though with a Ruby error. */
function invalid(key: string, kind: string, value: unknown): UttersonError {
  return new UttersonError('InvalidConfiguration', `${key} must be ${kind}, but is ${inspect(value)}.`, {
    hint: 'Write the settings as in feed: { path: /atom.xml, categories: [news], collections: { notes: { path: /notes.xml } } }.',
  });
}

function readList(value: unknown, key: string): readonly unknown[] {
  const list = firstTrue(value) ?? [];
  if (Array.isArray(list)) return list;
  throw invalid(key, 'a list', list);
}

/** Whether feeds are generated: they may be turned off in development. */
export function makesFeeds(site: Site): boolean {
  const config = firstTrue(dig(site.config, 'feed'));
  if (config !== undefined && !(config instanceof Map)) throw invalid('feed', 'a mapping', config);
  const isOff = firstTrue(dig(config, 'disable_in_development')) !== undefined;
  return !isOff || site.environment !== 'development';
}

/** Adds a page for each configured feed. */
export function generateFeeds(site: Site): void {
  const config = dig(site.config, 'feed');
  if (!makesFeeds(site)) {
    site.log.info('Jekyll Feed:', 'Skipping feed generation in development');
    return;
  }
  for (const [collection, feeds] of collectionFeeds(config)) {
    site.log.info('Jekyll Feed:', `Generating feed for ${collection}`);
    for (const category of new Set([...feeds.categories, null])) {
      addFeed(site, feedPath(collection, category, feeds.path), { collection, category });
    }
  }
  if (firstTrue(dig(config, 'tags')) !== undefined && site.tags.size > 0) addTagFeeds(site, dig(config, 'tags'));
}

/** The feeds by collection. Posts always have one, and their settings may be at the top level. */
function collectionFeeds(config: unknown): Map<string, CollectionFeeds> {
  const configured = dig(config, 'collections');
  const entries: [unknown, unknown][] = Array.isArray(configured)
    ? configured.map((name) => [name, new Map()])
    : configured instanceof Map
      ? [...configured]
      : [];
  const feeds = new Map<string, CollectionFeeds>();
  for (const [name, meta] of entries) {
    const collection = toText(name);
    const isPosts = collection === 'posts';
    const settings = isPosts ? (firstTrue(meta) ?? new Map()) : meta;
    if (!(settings instanceof Map)) throw invalid(`feed: collections: ${collection}`, 'a mapping', settings);
    feeds.set(collection, readFeeds(collection, settings, isPosts ? config : null));
  }
  if (!feeds.has('posts')) feeds.set('posts', readFeeds('posts', undefined, config));
  return feeds;
}

function readFeeds(collection: string, meta: unknown, fallback: unknown): CollectionFeeds {
  const path = firstTrue(dig(meta, 'path'), dig(fallback, 'path'));
  if (path !== undefined && typeof path !== 'string') throw invalid(`feed: path of ${collection}`, 'a text', path);
  const categories = firstTrue(dig(meta, 'categories'), dig(fallback, 'categories'));
  return { path, categories: readList(categories, `feed: categories of ${collection}`) };
}

function feedPath(collection: string, category: unknown, configured: string | undefined): string {
  const prefix = collection === 'posts' ? '/feed' : `/feed/${collection}`;
  if (category !== null) return `${prefix}/${toText(category)}.xml`;
  return configured ?? `${prefix}.xml`;
}

/** As in the gem, only tags of ASCII letters, digits and underscores get a feed, since the name becomes part of its path. */
function addTagFeeds(site: Site, config: unknown): void {
  const only = firstTrue(dig(config, 'only')) === undefined ? [...site.tags.keys()] : dig(config, 'only');
  const path = toText(firstTrue(dig(config, 'path'), '/feed/by_tag/'));
  const excluded = new Set<unknown>(readList(dig(config, 'except'), 'feed: tags: except'));
  for (const tag of readList(only, 'feed: tags: only')) {
    if (excluded.has(tag)) continue;
    if (typeof tag !== 'string') throw invalid('feed: tags: only', 'a list of texts', only);
    if (/[^a-zA-Z0-9_]/.test(tag)) continue;
    site.log.info('Jekyll Feed:', `Generating feed for posts tagged ${tag}`);
    addFeed(site, `${path}${tag}.xml`, { tag });
  }
}

/** Adds a feed, unless the site has a file of its own at that path. */
function addFeed(site: Site, path: string, { collection = 'posts', category = null, tag }: FeedSubject): void {
  if (site.tree.status(site.inSource(path)) !== undefined) return;
  const data = new Map<unknown, unknown>([
    ['layout', null],
    ['sitemap', false],
    ['xsl', site.tree.status(site.inSource('feed.xslt.xml')) !== undefined],
    ['collection', collection],
    ['category', category],
    ['tags', tag ?? null],
  ]);
  site.pages.push(new Page(site, { directory: '', name: path, content: FEED_TEMPLATE, data }));
}
