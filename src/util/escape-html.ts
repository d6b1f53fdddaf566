/** How the signs are written that have a meaning in HTML. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Escapes text for the content of an element, where quotation marks may stay as they are.
 *
 * @example
 * escapeMarkup('a < "b"') // 'a &lt; "b"'
 */
export const escapeMarkup = escaperOf(/[&<>]/);

/**
 * Escapes text for HTML, both in content and in double-quoted attributes.
 *
 * @example
 * escapeHtml('a < "b"') // 'a &lt; &quot;b&quot;'
 */
export const escapeHtml = escaperOf(/[&<>"]/);

/**
 * Ruby's `CGI.escapeHTML`.
 *
 * @example
 * escapeCgi(`<a href='x'>`) // '&lt;a href=&#39;x&#39;&gt;'
 */
export const escapeCgi = escaperOf(/[&<>"']/, '&#39;');

/** Escapes text for XML, with its name for the apostrophe. */
export const escapeXml = escaperOf(/[&<>"']/, '&apos;');

/** Most texts need no escaping, and testing for that is faster than a replacement that finds nothing. */
function escaperOf(signs: RegExp, apostrophe = "'"): (text: string) => string {
  const all = new RegExp(signs, 'g');
  const entityOf = (sign: string): string => ENTITIES[sign] ?? apostrophe;
  return (text) => (signs.test(text) ? text.replace(all, entityOf) : text);
}
