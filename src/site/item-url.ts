import { UttersonError } from '../errors.ts';
import { slugify } from '../util/slugify.ts';
import { strftime } from '../util/time/strftime.ts';
import { inspect, toText } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { downcase } from '../util/values/ruby-case.ts';
import type { Document } from './document.ts';
import type { Item } from './item.ts';
import type { Page } from './page.ts';
import type { StaticFile } from './static-file.ts';
import { fillDocumentTemplate, fillTemplate, sanitizeUrl } from './url.ts';

/** The placeholders for parts of the document's date, with their formats. */
const DATE_FORMATS: ReadonlyMap<string, string> = new Map([
  ['year', '%Y'],
  ['short_year', '%y'],
  ['month', '%m'],
  ['i_month', '%-m'],
  ['short_month', '%b'],
  ['long_month', '%B'],
  ['day', '%d'],
  ['i_day', '%-d'],
  ['y_day', '%j'],
  ['w_year', '%G'],
  ['week', '%V'],
  ['w_day', '%u'],
  ['short_day', '%a'],
  ['long_day', '%A'],
  ['hour', '%H'],
  ['minute', '%M'],
  ['second', '%S'],
]);

/** The other placeholders, with their values for a document. */
const PLACEHOLDERS = new Map<string, (document: Document) => string>([
  ['output_ext', (document) => document.outputExtension],
  ['path', (document) => document.cleanedRelativePath],
  ['collection', (document) => document.collection.label],
  ['name', (document) => slug(document, document.nameWithoutExtension)],
  ['title', (document) => slug(document, ownSlug(document), 'pretty', true)],
  ['slug', (document) => slug(document, ownSlug(document))],
  ['categories', (document) => [...new Set(categories(document).map(downcase))].join('/')],
  [
    'slugified_categories',
    (document) => [...new Set(categories(document).map((name) => slug(document, name)))].join('/'),
  ],
]);

const NAMES: readonly string[] = [...PLACEHOLDERS.keys(), ...DATE_FORMATS.keys()];

/**
 * The URL of a document, from its permalink or from its collection's template.
 *
 * @throws {UttersonError} `InvalidPermalink`, `NoSuchPlaceholder`
 */
export function documentUrl(document: Document): string {
  const { permalink } = document;
  const template = isTruthy(permalink) ? textOf(permalink, 'permalink', document) : document.collection.urlTemplate;
  return locateIn(document, () =>
    sanitizeUrl(fillDocumentTemplate(template, { names: NAMES, lookUp: (name) => lookUp(document, name) })),
  );
}

/** Lets errors in a template's placeholders name the file that the values are from. */
function locateIn({ relativePath }: Item, fill: () => string): string {
  try {
    return fill();
  } catch (error) {
    if (error instanceof UttersonError) error.locateWithin({ file: relativePath });
    throw error;
  }
}

function lookUp(document: Document, name: string): string | undefined {
  const format = DATE_FORMATS.get(name);
  return format === undefined ? PLACEHOLDERS.get(name)?.(document) : strftime(document.date, format);
}

function ownSlug(document: Document): string {
  const own = document.value('slug');
  return isNil(own) ? document.nameWithoutExtension : textOf(own, 'slug', document);
}

/** A value that must be a string. Jekyll calls String methods on it and fails with a NoMethodError for any other. */
function textOf(value: unknown, key: string, { relativePath }: Item): string {
  if (typeof value === 'string') return value;
  const message = `The ${key} of ${relativePath} should be text, but was: ${inspect(value)}.`;
  const hint = Array.isArray(value) || value instanceof Map ? 'Give it one text.' : 'Put it in quotes.';
  throw new UttersonError('InvalidPermalink', message, { file: relativePath, hint });
}

function slug(document: Document, text: string, mode?: string, isCased?: boolean): string {
  const made = slugify(text, mode, isCased);
  if (made === '') document.site.log.warn('Warning:', `Empty \`slug\` generated for '${text}'.`);
  return made;
}

function categories(document: Document): string[] {
  const value = document.value('categories');
  if (Array.isArray(value)) return value.map((name) => toText(name));
  return isTruthy(value) ? [toText(value)] : [];
}

/** The URL of a page, from its permalink or from the template for its kind. */
export function pageUrl(page: Page): string {
  const placeholders = new Map([
    ['path', page.sourceDirectory],
    ['basename', page.baseName],
    ['output_ext', page.outputExtension],
  ]);
  const { permalink } = page;
  const template = isTruthy(permalink) ? textOf(permalink, 'permalink', page) : page.urlTemplate;
  return locateIn(page, () => sanitizeUrl(fillTemplate(template, placeholders)));
}

/** The URL of a static file: its path, or in a collection what the collection's template makes of it. */
export function staticFileUrl(file: StaticFile): string {
  const { collection } = file;
  if (collection === null) return withoutSlash(file.cleanedRelativePath) + file.extension;
  const placeholders = new Map([
    ['collection', collection.label],
    ['path', file.cleanedRelativePath],
    ['output_ext', ''],
    ['name', file.baseName],
    ['title', ''],
  ]);
  return withoutSlash(sanitizeUrl(fillTemplate(collection.urlTemplate, placeholders))) + file.extension;
}

function withoutSlash(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url;
}
