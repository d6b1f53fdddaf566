import { UttersonError } from '../errors.ts';
import { decodeUriOctets, encodeUri } from '../util/uri.ts';

/** The values for the placeholders of a permalink template, as `:title`; `null` and `undefined` for what is not there. */
export type Placeholders = ReadonlyMap<string, string | null | undefined>;

/** One line of plain characters is enough for Jekyll to leave a path as it is. */
const PLAIN_PATH = /(?:^|\n)[a-zA-Z0-9./-]+(?:\n|$)/;

/**
 * Escapes a path for a URL: `URL.escape_path`. Only the first `#` is escaped, as in Jekyll.
 *
 * @example
 * escapePath('/a b') // '/a%20b'
 */
export function escapePath(path: string): string {
  if (path === '' || PLAIN_PATH.test(path)) return path;
  return encodeUri(path).replace('#', '%23');
}

/** The path that a URL's path stands for: `URL.unescape_path`. */
export function unescapePath(path: string): string {
  return decodeUriOctets(path);
}

/**
 * Makes a URL's path safe: it begins with one slash, and no `..` is left in it.
 *
 * @example
 * sanitizeUrl('../../a//b') // '/a/b'
 */
export function sanitizeUrl(url: string): string {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}

/**
 * Fills a template from placeholders that are known one by one, as those of pages are: what is not known stays, and one
 * without a value goes together with the slash before it.
 *
 * @example
 * fillTemplate('/:path/:basename', new Map([['path', null], ['basename', 'a']])) // '/a'
 */
export function fillTemplate(template: string, placeholders: Placeholders): string {
  let url = template;
  for (const [name, value] of placeholders) {
    if (!url.includes(':')) return url;
    if (value === null || value === undefined) url = url.replaceAll(`/:${name}`, '');
    else url = url.replaceAll(`:${name}`, () => escapePath(value));
  }
  return url;
}

/**
 * Fills a template from all the placeholders a document has: a word that is none of them is an error. An underscore at
 * the end may belong to the name or stand between two names, as in `:month_:day`.
 *
 * @param lookUp answers `undefined` for a name that is no placeholder, `null` for one without a value
 * @throws UttersonError NoSuchPlaceholder
 */
export function fillDocumentTemplate(template: string, lookUp: (name: string) => string | null | undefined): string {
  return template.replace(/:([a-z_]+)/g, (_, name: string) => {
    const names = name.endsWith('_') ? [name, name.slice(0, -1)] : [name];
    for (const candidate of names) {
      const value = lookUp(candidate);
      if (value !== undefined) return escapePath(value ?? '') + name.slice(candidate.length);
    }
    throw new UttersonError(
      'NoSuchPlaceholder',
      `The URL template doesn't have ${names.join(' or ')} keys. Check your permalink template!`,
    );
  });
}

/** The styles of `permalink:` that have a name. */
export type PermalinkStyle = 'pretty' | 'date' | 'ordinal' | 'weekdate' | 'none';

/**
 * Ends a template for pages or collections as the site's permalink style ends: in a slash, in the extension, or in neither.
 *
 * @param style a named style, or a template of the user's
 */
export function addPermalinkSuffix(template: string, style: { named: PermalinkStyle } | { template: string }): string {
  if ('named' in style) {
    if (style.named === 'pretty') return `${template}/`;
    return style.named === 'weekdate' ? template : `${template}:output_ext`;
  }
  if (style.template.endsWith('/')) return `${template}/`;
  return style.template.endsWith(':output_ext') ? `${template}:output_ext` : template;
}
