import { UttersonError } from '../../plugin/plugin.ts';

const ESCAPED = '%[0-9A-Fa-f]{2}';
const HOST = `\\[[0-9A-Fa-f:.]+\\]|(?:${ESCAPED}|[A-Za-z0-9\\-._~!$&'()*+,;=])*`;
const AUTHORITY = `//(?:(?:${ESCAPED}|[A-Za-z0-9\\-._~!$&'()*+,;=:])*@)?(${HOST})(?::[0-9]*)?(?=[/?#]|$)`;
const PART = `(?:${ESCAPED}|[A-Za-z0-9\\-._~!$&'()*+,;=:@/])*`;
const QUERY = `(?:${ESCAPED}|[A-Za-z0-9\\-._~!$&'()*+,;=:@/?])*`;
const ADDRESS = new RegExp(`^(?:[A-Za-z][A-Za-z0-9+\\-.]*:)?(?:${AUTHORITY})?${PART}(?:\\?${QUERY})?(?:#${QUERY})?$`);

/**
 * The host of an address, as Ruby's `URI.parse` finds it; undefined if it has none.
 *
 * @throws {UttersonError} if a character of the address had to be escaped, where Ruby fails too
 * @example
 * hostOf('https://example.org/a') // 'example.org'
 */
export function hostOf(address: string): string | undefined {
  const match = ADDRESS.exec(address);
  if (match === null) {
    throw new UttersonError('InvalidURIError', `bad URI (is not URI?): ${address}`, {
      hint: 'In an address only letters, digits and some signs of ASCII may stand as they are; write all others as in %C3%A9.',
    });
  }
  return match[1] || undefined;
}
