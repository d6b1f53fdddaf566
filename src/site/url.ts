import { UttersonError } from '../errors.ts';
import { decodeUriOctets, encodeUri } from '../util/uri.ts';
import { isNil } from '../util/values/is-nil.ts';

/** The values for a permalink template's placeholders by their names without the colon; `null` or `undefined` for no value. */
type Placeholders = ReadonlyMap<string, string | null | undefined>;

/** Jekyll leaves a path unescaped as soon as one of its lines consists of plain characters only. */
const PLAIN_PATH = /(?:^|\n)[a-zA-Z0-9./-]+(?:\n|$)/;

/**
 * Escapes a path for use in a URL, like Jekyll's `URL.escape_path`: only the first `#` is escaped.
 *
 * @example
 * escapePath('/a b') // '/a%20b'
 */
export function escapePath(path: string): string {
  if (path === '' || PLAIN_PATH.test(path)) return path;
  return encodeUri(path).replace('#', '%23');
}

/** The opposite of `escapePath`: Jekyll's `URL.unescape_path`. */
export function unescapePath(path: string): string {
  return decodeUriOctets(path);
}

/**
 * Makes a URL's path safe: it begins with exactly one slash and contains no `..`.
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
 * Fills a template from a fixed set of placeholders, as those of pages are. Unknown placeholders stay as they are; one
 * without a value is removed together with the slash before it.
 *
 * @throws {UttersonError} where Addressable cannot read a value as a URL
 * @example
 * fillTemplate('/:path/:basename', new Map([['path', null], ['basename', 'a']])) // '/a'
 */
export function fillTemplate(template: string, placeholders: Placeholders): string {
  let url = template;
  for (const [name, value] of placeholders) {
    if (!url.includes(':')) return url;
    // Jekyll escapes a value before it looks for its name, so one that is no part of a URL is an error in any case.
    const escaped = isNil(value) ? undefined : escapePath(value);
    if (escaped === undefined) url = url.replaceAll(`/:${name}`, '');
    else url = url.replaceAll(`:${name}`, () => escaped);
  }
  return url;
}

/** The placeholders of a document. */
interface DocumentPlaceholders {
  readonly names: readonly string[];
  /** Returns `undefined` for an unknown name. */
  readonly lookUp: (name: string) => string | undefined;
}

/**
 * Fills a template from the placeholders of a document, where an unknown name is an error. An underscore at the end may
 * belong to the name or separate two names, as in `:month_:day`.
 *
 * @throws {UttersonError} `NoSuchPlaceholder`
 */
export function fillDocumentTemplate(template: string, { names: known, lookUp }: DocumentPlaceholders): string {
  return template.replace(/:([a-z_]+)/g, (_, name: string) => {
    const names = name.endsWith('_') ? [name, name.slice(0, -1)] : [name];
    for (const candidate of names) {
      const value = lookUp(candidate);
      if (value !== undefined) return escapePath(value) + name.slice(candidate.length);
    }
    const message = `The URL template doesn't have ${names.join(' or ')} keys. Check your permalink template!`;
    const hint = `It may have ${known.map((each) => `:${each}`).join(', ')}.`;
    throw new UttersonError('NoSuchPlaceholder', message, { hint });
  });
}

/** The named styles of `permalink:`. */
export type PermalinkStyle = 'pretty' | 'date' | 'ordinal' | 'weekdate' | 'none';

/** What the configuration's `permalink:` is: one of the named styles, or a template. */
export type PermalinkSetting = { readonly named: PermalinkStyle } | { readonly template: string };

/**
 * Gives a template for pages or collections the ending of the site's permalink style: a slash, the extension, or neither.
 *
 * @example
 * addPermalinkSuffix('/:path/:basename', { named: 'pretty' }) // '/:path/:basename/'
 */
export function addPermalinkSuffix(template: string, style: PermalinkSetting): string {
  if ('named' in style) {
    if (style.named === 'pretty') return `${template}/`;
    return style.named === 'weekdate' ? template : `${template}:output_ext`;
  }
  if (style.template.endsWith('/')) return `${template}/`;
  return style.template.endsWith(':output_ext') ? `${template}:output_ext` : template;
}
