/**
 * The path of a request: decoded, without query, repeated slashes, `.` and `..`. `undefined` if it cannot be a path inside a
 * folder: malformed escapes, a NUL byte, a backslash, or `..` beyond the top, however it is encoded.
 *
 * @example
 * requestPath('/a//b/../c%20d?x=1') // '/a/c d'
 * requestPath('/..%2f_config.yml')  // undefined
 */
export function requestPath(url: string): string | undefined {
  const raw = url.split(/[?#]/, 1)[0] ?? '';
  const path = decode(raw);
  if (path === undefined || /[\0\\]/.test(path) || !path.startsWith('/')) return undefined;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  const isFolder = /\/\.{0,2}$/.test(path);
  return segments.length === 0 ? '/' : `/${segments.join('/')}${isFolder ? '/' : ''}`;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/**
 * A path encoded for a URL: every character with a meaning there is escaped.
 *
 * @example
 * encodePath('/tags/c#/50%') // '/tags/c%23/50%25'
 */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The part of a path below the baseurl, or `undefined` if the path is not below it.
 *
 * @example
 * belowBaseurl('/blog/about/', '/blog') // '/about/'
 * belowBaseurl('/blogroll', '/blog')    // undefined
 */
export function belowBaseurl(path: string, baseurl: string): string | undefined {
  const base = trimBaseurl(baseurl);
  if (base === '') return path;
  if (path === base) return '';
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

/** A baseurl with a leading slash and no trailing one; empty for the top. */
export function trimBaseurl(baseurl: string): string {
  const inner = baseurl.replace(/^\/+/, '').replace(/\/+$/, '');
  return inner === '' ? '' : `/${inner}`;
}
