import {
  type Document,
  definePlugin,
  dig,
  inspect,
  Page,
  type PluginTools,
  type Site,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { REDIRECT_LAYOUT } from './layout.ts';

/** Redirects as they go into `redirects.json`. */
type Redirects = Map<unknown, unknown>;

/** The address itself, or the first of a list. */
function wantedTarget(item: Page | Document): unknown {
  const wanted = item.value('redirect_to');
  return Array.isArray(wanted) ? wanted.find(isGiven) : wanted;
}

function oldAddresses(item: Page | Document): readonly unknown[] {
  const old = item.value('redirect_from');
  return (Array.isArray(old) ? old : [old]).filter(isGiven);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** The front matter of a page that sends its visitors from one address to another. */
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

/** An address of front matter, which the original stops at as well where it is no text. */
function readAddress(item: Page | Document, key: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new UttersonError(
    'InvalidFrontMatter',
    `${key} must be an address or a list of them, but is ${inspect(value)}.`,
    {
      file: item.relativePath,
      hint: `Write ${key}: /old/address/.`,
    },
  );
}

function addRedirectsTo(item: Page | Document, tools: PluginTools, redirects: Redirects): void {
  for (const old of oldAddresses(item)) {
    const data = redirectData(readAddress(item, 'redirect_from', old), item.url, tools);
    item.site.pages.push(new Page(item.site, { directory: '', name: 'redirect.html', content: '', data }));
    redirects.set(dig(data, 'redirect', 'from'), dig(data, 'redirect', 'to'));
  }
}

/** Turns the item itself into a redirect: its URL stays, its text goes. */
function redirectAway(item: Page | Document, tools: PluginTools, redirects: Redirects): void {
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

/** jekyll-redirect-from: pages at the addresses of `redirect_from`, and pages that `redirect_to` another address. */
export default definePlugin({
  name: 'jekyll-redirect-from',
  isSafe: true,
  followsFrontMatter: true,
  generators: [{ name: 'redirect-from', generate: generateRedirects }],
});
