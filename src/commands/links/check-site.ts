import { type Link, type PageLinks, readLinks } from './html-links.ts';

/** A built site, as far as its links need it. */
export interface BuiltSite {
  /** The paths of all files, relative to the site, with slashes. */
  readonly files: ReadonlySet<string>;
  readonly read: (path: string) => string;
  /** The configuration's `url`, empty where it has none: links with it in front are links within the site. */
  readonly url: string;
  /** The configuration's `baseurl`: `/blog`, or empty. */
  readonly baseurl: string;
  /** Whether a link is left out, by its URL as the page has it. */
  readonly isIgnored: (url: string) => boolean;
}

/** A link that leads nowhere, and why. */
export interface BrokenLink extends Link {
  /** The page that has it, by its path in the site. */
  readonly page: string;
  readonly reason: string;
}

export interface LinkCheck {
  readonly broken: readonly BrokenLink[];
  readonly pages: number;
  /** How many links within the site were checked. */
  readonly links: number;
  /** How many lead elsewhere, which were not. */
  readonly external: number;
}

/** Stands for the host of a site whose configuration names none. */
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

/** Where a link leads: out of the site, or to a path of it; `undefined` for what is no URL. */
type Target = 'elsewhere' | undefined | { readonly pathname: string; readonly fragment: string };

function findTarget(
  url: string,
  site: BuiltSite,
  { page, base }: { readonly page: string; readonly base: string | undefined },
): Target {
  const host = originOf(site.url) ?? NO_HOST;
  const place = `${host}${site.baseurl}/${page.split('/').map(encodeURIComponent).join('/')}`;
  const start = base === undefined || !URL.canParse(base, place) ? place : new URL(base, place).href;
  if (!URL.canParse(url, start)) return undefined;
  const { origin, pathname, hash } = new URL(url, start);
  // A link to another site of the same host has the whole URL, as a rule; one without a host has forgotten the baseurl.
  const isWhole = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url);
  if (origin !== host || (isWhole && !isBelow(pathname, site.baseurl))) return 'elsewhere';
  return { pathname, fragment: hash.slice(1) };
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

const isBelow = (pathname: string, baseurl: string): boolean =>
  pathname === baseurl || pathname.startsWith(`${baseurl}/`);

/** Why a link within the site leads nowhere; undefined where it does not. */
function whyBroken(
  target: Exclude<Target, 'elsewhere'>,
  { files, baseurl }: BuiltSite,
  pages: ReadonlyMap<string, PageLinks>,
): string | undefined {
  if (target === undefined) return 'it is no URL';
  const { pathname, fragment } = target;
  if (!isBelow(pathname, baseurl)) return `it is not below the baseurl ${baseurl}`;
  const path = decode(pathname.slice(baseurl.length + 1));
  const file = placesOf(path).find((place) => files.has(place));
  if (file === undefined) return 'there is no such file';
  const ids = pages.get(file)?.ids;
  return ids === undefined || hasFragment(ids, fragment) ? undefined : `${file} has no element with this id`;
}

/** The files that a host looks for, in its order. */
function placesOf(path: string): readonly string[] {
  if (path === '' || path.endsWith('/')) return [`${path}index.html`, `${path}index.htm`];
  return [path, `${path}.html`, `${path}/index.html`];
}

/** The top of a page needs no element, nor does a text to be searched for in it. */
function hasFragment(ids: ReadonlySet<string>, fragment: string): boolean {
  const [id = ''] = fragment.split(':~:', 1);
  return id === '' || id.toLowerCase() === 'top' || ids.has(id) || ids.has(decode(id));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
