/**
 * Whether a text is an address with a scheme; undefined where it cannot be read as an address at all.
 *
 * @example
 * isAbsoluteUrl('https://example.com/a.png') // true
 */
export function isAbsoluteUrl(text: string): boolean | undefined {
  const scheme = /^([^:/?#]+):/.exec(text)?.[1];
  if (scheme === undefined) return false;
  return /^[a-z][a-z0-9.+-]*$/i.test(scheme) ? true : undefined;
}
