import { decodePath } from '../../util/decode-path.ts';

/** The query parameter that makes a browser fetch a file again instead of taking it from memory. */
const FRESH = 'utterson';
const MARK = new RegExp(`(?:\\?|&amp;)${FRESH}=\\d+`);

/** Sheets that stay until the one that replaces them has loaded, so that the page is never without. */
const leaving = new Map<Element, HTMLLinkElement>();

/** Fetches style sheets again and replaces the old ones. Returns the paths among these that the page uses as such. */
export function swapStyles(paths: ReadonlySet<string>): ReadonlySet<string> {
  const swapped = new Set<string>();
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"][href]')) {
    const path = pathOf(link.href);
    if (path === undefined || !paths.has(path)) continue;
    swapped.add(path);
    if (isLeaving(link)) continue;
    const fresh = link.cloneNode() as HTMLLinkElement;
    fresh.href = freshen(link.href);
    replaceWhenLoaded(link, fresh);
    link.after(fresh);
  }
  return swapped;
}

/** Removes an old style sheet, and those it was itself to replace, once the new one has loaded. */
export function replaceWhenLoaded(old: Element, fresh: HTMLLinkElement): void {
  for (const [older, replacement] of leaving) if (replacement === old) leaving.set(older, fresh);
  leaving.set(old, fresh);
  const removeOld = (): void => {
    for (const [older, replacement] of leaving) {
      if (replacement !== fresh) continue;
      older.remove();
      leaving.delete(older);
    }
  };
  fresh.addEventListener('load', removeOld, { once: true });
  fresh.addEventListener('error', removeOld, { once: true });
}

/** Whether an element of the page is still there only because its replacement is loading. */
export function isLeaving(element: Element): boolean {
  return leaving.has(element);
}

/** Whether an element of the page is that of a source, its file perhaps fetched again since. */
export function isVersionOf(shown: Element, source: Element): boolean {
  return shown.outerHTML.replace(MARK, '') === source.outerHTML;
}

/** Fetches images again everywhere in the page. Returns the paths among these that the page shows. */
export function swapImages(paths: ReadonlySet<string>): ReadonlySet<string> {
  const swapped = new Set<string>();
  const swap = (element: Element, name: string): void => {
    const value = element.getAttribute(name) ?? '';
    const fresh = value.replace(/[^\s,]+/g, (url) => {
      const path = pathOf(url);
      if (path === undefined || !paths.has(path)) return url;
      swapped.add(path);
      return freshen(url);
    });
    if (fresh !== value) element.setAttribute(name, fresh);
  };
  for (const element of document.querySelectorAll('img[src], video[poster], link[rel~="icon"][href], image[href]')) {
    for (const name of ['src', 'poster', 'href']) if (element.hasAttribute(name)) swap(element, name);
  }
  for (const element of document.querySelectorAll('[srcset]')) swap(element, 'srcset');
  return swapped;
}

/** Whether the page has loaded any of these files in any way: a script, a module it imports, data it fetched, a font, a frame. */
export function usesAny(paths: ReadonlySet<string>): boolean {
  return performance.getEntriesByType('resource').some(({ name }) => paths.has(pathOf(name) ?? ''));
}

/** The path that a URL leads to on this server, with its escapes resolved; undefined if it leads elsewhere. */
function pathOf(url: string): string | undefined {
  if (!URL.canParse(url, document.baseURI)) return undefined;
  const { origin, pathname } = new URL(url, document.baseURI);
  return origin === location.origin ? decodePath(pathname) : undefined;
}

/** Adds the parameter to a URL, which is otherwise kept as written: a relative one stays relative. */
function freshen(url: string): string {
  const [address = '', hash] = url.split('#', 2);
  const [path, query = ''] = address.split('?', 2);
  const parameters = query.split('&').filter((parameter) => parameter !== '' && !parameter.startsWith(`${FRESH}=`));
  const fresh = `${path}?${[...parameters, `${FRESH}=${Date.now()}`].join('&')}`;
  return hash === undefined ? fresh : `${fresh}#${hash}`;
}

// Browsers remember only 250 loaded files by default, fewer than a page with many pictures has.
performance.setResourceTimingBufferSize(10_000);
