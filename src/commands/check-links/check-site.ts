import { encodePath } from '../../server/request-path.ts';
import { decodePath } from '../../util/decode-path.ts';
import { type Link, type PageLinks, readLinks } from './html-links.ts';

/** What the check needs to know about a built site. */
export interface BuiltSite {
  /** The paths of all files, relative to the site, with slashes. */
  readonly files: ReadonlySet<string>;
  readonly read: (path: string) => string;
  /** The configuration's `url`, or empty. Links that start with it are links within the site. */
  readonly url: string;
  /** The configuration's `baseurl`: `/blog`, or empty. */
  readonly baseurl: string;
  /** Whether a link is not to be checked, by its URL as written in the page. */
  readonly isIgnored: (url: string) => boolean;
}

/** A link that leads nowhere, and why. */
export interface BrokenLink extends Link {
  /** The path, within the site, of the page it is on. */
  readonly page: string;
  readonly reason: string;
}

/** The result of following the links of a site. */
export interface LinkCheck {
  readonly broken: readonly BrokenLink[];
  /** How many pages were read. */
  readonly pages: number;
  /** How many links within the site were checked. */
  readonly links: number;
  /** How many links to other sites there are, which are not checked. */
  readonly external: number;
}

/** Stands in for the host of a site that is not configured with one. */
const NO_HOST = 'http://site.invalid';
const PAGE = /\.x?html?$/i;

/**
 * Follows every link within a site, as a host of static files would, to its file and to the element that its fragment names.
 *
 * @example
 * checkSite({ files: new Set(['index.html']), read: () => '<a href="/b">', url: '', baseurl: '', isIgnored: () => false })
 *   .broken[0].reason // 'there is no such file'
 */
export function checkSite(site: BuiltSite): LinkCheck {
  const paths = [...site.files].filter((path) => PAGE.test(path)).sort();
  const pages = new Map(paths.map((path) => [path, readLinks(site.read(path))]));
  const broken: BrokenLink[] = [];
  let [links, external] = [0, 0];
  for (const [page, { links: found, base }] of pages) {
    for (const link of found) {
      if (site.isIgnored(link.url)) continue;
      const target = findTarget(link.url, site, { page, base });
      if (target === 'elsewhere') external++;
      else links++;
      const reason = target === 'elsewhere' ? undefined : whyBroken(target, site, pages);
      if (reason !== undefined) broken.push({ ...link, page, reason });
    }
  }
  return { broken, pages: pages.size, links, external };
}

/** Where a link leads: to another site, or to a path within this one; `undefined` if it is not a URL. */
type Target = 'elsewhere' | undefined | { readonly pathname: string; readonly fragment: string };

function findTarget(
  url: string,
  site: BuiltSite,
  { page, base }: { readonly page: string; readonly base: string | undefined },
): Target {
  const host = originOf(site.url) ?? NO_HOST;
  const place = `${host}${site.baseurl}/${encodePath(page)}`;
  const start = base === undefined || !URL.canParse(base, place) ? place : new URL(base, place).href;
  if (!URL.canParse(url, start)) return undefined;
  const { origin, pathname, hash } = new URL(url, start);
  // A full URL outside the baseurl leads to another site on the same host; a link without a host has forgotten the baseurl.
  const isWhole = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url);
  if (origin !== host || (isWhole && !isBelow(pathname, site.baseurl))) return 'elsewhere';
  return { pathname, fragment: hash.slice(1) };
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

const isBelow = (pathname: string, baseurl: string): boolean =>
  pathname === baseurl || pathname.startsWith(`${baseurl}/`);

/** Says why a link within the site is broken; `undefined` if it is not. */
function whyBroken(
  target: Exclude<Target, 'elsewhere'>,
  { files, baseurl }: BuiltSite,
  pages: ReadonlyMap<string, PageLinks>,
): string | undefined {
  if (target === undefined) return 'it is not a URL';
  const { pathname, fragment } = target;
  if (!isBelow(pathname, baseurl)) return `it is not below the baseurl ${baseurl}`;
  const file = fileFor(pathname.slice(baseurl.length + 1), files);
  if (file === undefined) return 'there is no such file';
  const ids = pages.get(file)?.ids;
  return ids === undefined || hasFragment(ids, fragment) ? undefined : `${file} has no element with this id`;
}

/**
 * The file that a host of static files answers a path with; `undefined` if it has none.
 *
 * @param path of a URL, percent-encoded, relative to the site
 *
 * @example
 * fileFor('about%20us', new Set(['about us/index.html'])) // 'about us/index.html'
 */
export function fileFor(path: string, files: ReadonlySet<string>): string | undefined {
  return candidatesFor(decodePath(path)).find((candidate) => files.has(candidate));
}

/** The files that such a host tries, in order. */
function candidatesFor(path: string): readonly string[] {
  if (path === '' || path.endsWith('/')) return [`${path}index.html`, `${path}index.htm`];
  return [path, `${path}.html`, `${path}/index.html`];
}

/** `#top` and text fragments (`#:~:text=…`) need no element with that id. */
function hasFragment(ids: ReadonlySet<string>, fragment: string): boolean {
  const [id = ''] = fragment.split(':~:', 1);
  return id === '' || id.toLowerCase() === 'top' || ids.has(id) || ids.has(decodePath(id));
}
