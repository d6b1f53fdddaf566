/** A path as Ruby code sees it: it begins with a slash on Windows too. */
export function toRubyPath(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** The path that Ruby code has named. */
export function fromRubyPath(path: string): string {
  return /^\/[a-z]:\//i.test(path) ? path.slice(1) : path;
}
