import {
  definePlugin,
  dig,
  type Item,
  inspect,
  isNil,
  Page,
  type PluginTools,
  type Site,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { REDIRECT_LAYOUT } from './layout.ts';

/** The redirects for `redirects.json`: targets by old path. */
type Redirects = Map<unknown, unknown>;

/** The value of `redirect_to`, or the first one of a list. */
function wantedTarget(item: Item): unknown {
  const wanted = item.value('redirect_to');
  return Array.isArray(wanted) ? wanted.find(isGiven) : wanted;
}

function oldAddresses(item: Item): readonly unknown[] {
  const old = item.value('redirect_from');
  return (Array.isArray(old) ? old : [old]).filter(isGiven);
}

function isGiven(value: unknown): boolean {
  return !isNil(value);
}

/** The front matter of a page that redirects from one URL to another. */
function redirectData(from: string, to: string, tools: PluginTools): Map<unknown, unknown> {
  const address = from === '' || from.startsWith('/') ? from : `/${from}`;
  const target = /^https?:\/\//m.test(to) ? to : tools.filter('absolute_url', to);
  return new Map<unknown, unknown>([
    ['sitemap', false],
    ['layout', 'redirect'],
    ['permalink', address],
    [
      'redirect',
      new Map([
        ['from', address],
        ['to', target],
      ]),
    ],
  ]);
}

/** A URL from front matter. The gem fails as well if it is not text. */
function readAddress(item: Item, key: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new UttersonError('InvalidFrontMatter', `${key} must be a URL or a list of URLs, but is ${inspect(value)}.`, {
    file: item.relativePath,
    hint: `Write ${key}: /old/address/.`,
  });
}

function addRedirectsTo(item: Item, tools: PluginTools, redirects: Redirects): void {
  for (const old of oldAddresses(item)) {
    const data = redirectData(readAddress(item, 'redirect_from', old), item.url, tools);
    item.site.pages.push(new Page(item.site, { directory: '', name: 'redirect.html', content: '', data }));
    redirects.set(dig(data, 'redirect', 'from'), dig(data, 'redirect', 'to'));
  }
}

/** Turns an item itself into a redirect: it keeps its URL and loses its content. */
function redirectAway(item: Item, tools: PluginTools, redirects: Redirects): void {
  const target = wantedTarget(item);
  if (!isGiven(target) || target === false) return;
  const data = redirectData(item.url, readAddress(item, 'redirect_to', target), tools);
  for (const [key, value] of data) item.data.set(key, value);
  item.content = '';
  redirects.set(dig(data, 'redirect', 'from'), dig(data, 'redirect', 'to'));
}

function generateRedirects(site: Site, tools: PluginTools): void {
  if (!site.layouts.has('redirect')) site.layouts = new Map([...site.layouts, ['redirect', REDIRECT_LAYOUT]]);
  const redirects: Redirects = new Map();
  const documents = site.documents.filter((item) => item.kind === 'document');
  for (const item of [...documents.filter((document) => document.isWritten), ...site.pages]) {
    addRedirectsTo(item, tools, redirects);
    redirectAway(item, tools, redirects);
  }
  const isWanted = dig(site.config, 'redirect_from', 'json') !== false;
  if (!isWanted || site.tree.status(site.inSource('redirects.json')) !== undefined) return;
  const content = toText(tools.filter('jsonify', redirects));
  const data = new Map([['layout', null]]);
  site.pages.push(new Page(site, { directory: '', name: 'redirects.json', content, data }));
}

/** jekyll-redirect-from: adds a redirect at each URL in `redirect_from`, and turns pages with `redirect_to` into redirects. */
export default definePlugin({
  name: 'jekyll-redirect-from',
  isSafe: true,
  followsFrontMatter: true,
  generators: [{ name: 'redirect-from', generate: generateRedirects }],
});
