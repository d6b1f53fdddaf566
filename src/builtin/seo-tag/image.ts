import { dig, firstTrue, type PluginTools, type ReadonlyHash, toText } from '../../plugin/plugin.ts';
import { isAbsoluteUrl } from './address.ts';

/** The page's image as described in its front matter, with an absolute, escaped URL as `path`. */
export type SeoImage = ReadonlyHash;

interface ImageOptions {
  readonly tools: PluginTools;
  /** Whether a path without a slash before it starts from the page's folder, as from version 2.9 on, or from the site. */
  readonly isRelativeToPage: boolean;
}

/** The page's image, or `undefined` if it has none. */
export function findImage(page: unknown, { tools, isRelativeToPage }: ImageOptions): SeoImage | undefined {
  const image = dig(page, 'image');
  const hash: ReadonlyHash =
    image instanceof Map ? image : new Map([['path', typeof image === 'string' ? image : null]]);
  const path = firstTrue(hash.get('path'), hash.get('facebook'), hash.get('twitter'));
  if (path === undefined) return undefined;
  const isRelative = typeof path === 'string' && isAbsoluteUrl(path) === false;
  const place = isRelative && isRelativeToPage && !path.startsWith('/') ? `${folderOf(page)}/${path}` : path;
  const address = tools.filter('uri_escape', isRelative ? tools.filter('absolute_url', place) : path);
  return new Map<unknown, unknown>([['path', address], ...[...hash].filter(([key]) => key !== 'path')]);
}

/** The folder of a page's URL, without a slash at the end. */
function folderOf(page: unknown): string {
  const url = toText(dig(page, 'url'));
  return url.slice(0, url.lastIndexOf('/'));
}
