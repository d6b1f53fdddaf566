import { dig, firstTrue, type PluginTools, type ReadonlyHash } from '../../plugin/plugin.ts';
import { isAbsoluteUrl } from './address.ts';

/** The page's image as described in its front matter, with an absolute, escaped URL as `path`. */
export type SeoImage = ReadonlyHash;

/** The page's image, or `undefined` if it has none. */
export function findImage(page: unknown, tools: PluginTools): SeoImage | undefined {
  const image = dig(page, 'image');
  const hash: ReadonlyHash =
    image instanceof Map ? image : new Map([['path', typeof image === 'string' ? image : null]]);
  const path = firstTrue(hash.get('path'), hash.get('facebook'), hash.get('twitter'));
  if (path === undefined) return undefined;
  const isRelative = typeof path === 'string' && isAbsoluteUrl(path) === false;
  const address = tools.filter('uri_escape', isRelative ? tools.filter('absolute_url', path) : path);
  return new Map<unknown, unknown>([['path', address], ...[...hash].filter(([key]) => key !== 'path')]);
}
