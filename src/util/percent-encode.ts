/**
 * Percent-encodes each byte of a text in UTF-8, whatever it means in a URL.
 *
 * @example
 * percentEncode('é/') // '%C3%A9%2F'
 */
export function percentEncode(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text)) encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return encoded;
}
