/**
 * Ruby's `File.join` of two parts: one slash between them, however many there were.
 *
 * @example
 * joinPath('/site/', '/a') // '/site/a'
 */
export function joinPath(base: string, item: string): string {
  if (item.startsWith('/')) return base.endsWith('/') ? base + item.replace(/^\/+/, '') : base + item;
  return base.endsWith('/') ? base + item : `${base}/${item}`;
}

/** Ruby's `File.expand_path(path, '/')`: absolute, without `.`, `..` and repeated slashes. */
export function expandFromRoot(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/**
 * Places a path that content names inside a folder, so that no `..` leads out of it: Jekyll's `sanitized_path`.
 *
 * @example
 * sanitizedPath('/site', '../../etc/passwd') // '/site/etc/passwd'
 * sanitizedPath('/site', '/site/a')          // '/site/a'
 */
export function sanitizedPath(base: string, path: string): string {
  if (path === base) return base;
  const clean = expandFromRoot(path);
  if (clean === base || clean.startsWith(`${base}/`)) return clean;
  return joinPath(base, clean);
}
