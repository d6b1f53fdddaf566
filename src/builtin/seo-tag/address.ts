/**
 * Whether a text is a URL with a scheme; `undefined` if it is not a valid URL at all.
 *
 * @example
 * isAbsoluteUrl('https://example.com/a.png') // true
 */
export function isAbsoluteUrl(text: string): boolean | undefined {
  const scheme = /^([^:/?#]+):/.exec(text)?.[1];
  if (scheme === undefined) return false;
  return /^[a-z][a-z0-9.+-]*$/i.test(scheme) ? true : undefined;
}
