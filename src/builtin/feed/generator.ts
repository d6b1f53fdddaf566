import { dig, firstTrue, Page, type Site, toText } from '../../plugin/plugin.ts';
import { FEED_TEMPLATE } from './template.ts';

/** What one feed shows. */
interface FeedSubject {
  readonly collection?: string;
  readonly category?: unknown;
  readonly tag?: string;
}

interface CollectionFeeds {
  readonly path: unknown;
  readonly categories: readonly unknown[];
}

/** Feeds may be switched off for development. */
export function makesFeeds(site: Site): boolean {
  const isOff = firstTrue(dig(site.config, 'feed', 'disable_in_development')) !== undefined;
  return !isOff || site.environment !== 'development';
}

/** Adds a page for each feed that the configuration asks for. */
export function generateFeeds(site: Site): void {
  const config = dig(site.config, 'feed');
  if (!makesFeeds(site)) {
    site.log.info('Jekyll Feed:', 'Skipping feed generation in development');
    return;
  }
  for (const [collection, feeds] of collectionFeeds(config)) {
    site.log.info('Jekyll Feed:', `Generating feed for ${collection}`);
    for (const category of [...feeds.categories, null]) {
      addFeed(site, feedPath(collection, category, feeds.path), { collection, category });
    }
  }
  if (firstTrue(dig(config, 'tags')) !== undefined && site.tags.size > 0) addTagFeeds(site, dig(config, 'tags'));
}

/** The feeds by collection. The posts' can be set at the top level, and are there without being asked for. */
function collectionFeeds(config: unknown): Map<string, CollectionFeeds> {
  const configured = dig(config, 'collections');
  const entries: [unknown, unknown][] = Array.isArray(configured)
    ? configured.map((name) => [name, undefined])
    : configured instanceof Map
      ? [...configured]
      : [];
  const feeds = new Map<string, CollectionFeeds>();
  for (const [name, meta] of entries)
    feeds.set(toText(name), readFeeds(meta, toText(name) === 'posts' ? config : null));
  if (!feeds.has('posts')) feeds.set('posts', readFeeds(undefined, config));
  return feeds;
}

function readFeeds(meta: unknown, fallback: unknown): CollectionFeeds {
  const categories = firstTrue(dig(meta, 'categories'), dig(fallback, 'categories'));
  return {
    path: firstTrue(dig(meta, 'path'), dig(fallback, 'path')),
    categories: Array.isArray(categories) ? [...new Set<unknown>(categories)] : [],
  };
}

function feedPath(collection: string, category: unknown, configured: unknown): string {
  const prefix = collection === 'posts' ? '/feed' : `/feed/${collection}`;
  if (category !== null) return `${prefix}/${toText(category)}.xml`;
  return configured === undefined ? `${prefix}.xml` : toText(configured);
}

/** Only tags of plain letters, digits and underscores get a feed: their name is the feed's address. */
function addTagFeeds(site: Site, config: unknown): void {
  const only = firstTrue(dig(config, 'only'));
  const except = firstTrue(dig(config, 'except'));
  const path = toText(firstTrue(dig(config, 'path'), '/feed/by_tag/'));
  const excluded = new Set<unknown>(Array.isArray(except) ? except : []);
  for (const name of Array.isArray(only) ? only : site.tags.keys()) {
    const tag = toText(name);
    if (excluded.has(name) || /[^a-zA-Z0-9_]/.test(tag)) continue;
    site.log.info('Jekyll Feed:', `Generating feed for posts tagged ${tag}`);
    addFeed(site, `${path}${tag}.xml`, { tag });
  }
}

/** A file of the site's own takes the feed's place. */
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
