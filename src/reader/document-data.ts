import { UttersonError } from '../errors.ts';
import type { Document } from '../site/document.ts';
import { asHash, type Hash, type ReadonlyHash } from '../site/hash.ts';
import { internalsOf } from '../site/site-internals.ts';
import { withoutTrailingDots } from '../util/files/paths.ts';
import { titleizeSlug } from '../util/slugify.ts';
import { parseDate } from '../util/time/ruby-date-parse.ts';
import { Time } from '../util/time/time.ts';
import { conversionFailure } from '../util/values/class-name.ts';
import { deepMerge } from '../util/values/deep-merge.ts';
import { toText } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { splitWords } from '../util/values/ruby-text.ts';
import { cutExcerpt } from './excerpt-text.ts';

/** Where a value comes from, in the words of Jekyll's messages about dates. */
type DataSource = 'front matter defaults' | 'YAML front matter' | 'filename' | 'file path';

/** Merges values into a document's data. Categories accumulate, and a date becomes a time in the site's zone. */
export function mergeData(document: Document, values: ReadonlyHash, source: DataSource): void {
  document.data = deepMerge(document.data, withJoinedCategories(document.data, values));
  if (document.data.has('date')) document.data.set('date', readDate(document, source));
}

function withJoinedCategories(data: Hash, values: ReadonlyHash): ReadonlyHash {
  const given = values.get('categories');
  if (isNil(given)) return values;
  const added: unknown = typeof given === 'string' ? splitWords(given) : given;
  const known = data.get('categories');
  if (!Array.isArray(known)) return new Map(values).set('categories', added);
  if (!Array.isArray(added)) {
    throw new UttersonError('InvalidCategories', conversionFailure(added, 'Array'));
  }
  return new Map(values).set('categories', [...new Set<unknown>([...known, ...added])]);
}

function readDate(document: Document, source: DataSource): Time {
  const value = document.data.get('date');
  const { clock } = document.site;
  if (value instanceof Time) return clock.zone.at(reprint(value));
  const reason = `Document '${document.relativePath}' does not have a valid date in the ${source}.`;
  return parseDate(toText(value), clock, reason);
}

/**
 * The time in seconds after Jekyll has printed it and parsed it again, as it does whenever it merges values. That loses
 * what the text does not show: fractions, and the seconds of offsets from before time zones were introduced.
 */
function reprint({ seconds, offset }: Time): number {
  return seconds + (offset % 60);
}

/** Sets the values that Jekyll starts from: whether it is a draft, and the folders above `_posts` as categories. */
export function startData(document: Document): void {
  document.data.set('draft', document.isDraft);
  const special = document.isDraft ? '_drafts' : document.collection.relativeDirectory;
  mergeData(document, new Map([['categories', categoriesOfPath(document, special)]]), 'file path');
}

function categoriesOfPath(document: Document, special: string): string[] {
  const path = document.relativePath;
  if (path.startsWith(special)) return [];
  const at = path.indexOf(special);
  const above = at === -1 ? path : path.slice(0, at);
  const hidden = ['', special, document.name, ...internalsOf(document.site).edition.postsFolder.split('/')];
  return above.split('/').filter((name) => !hidden.includes(name));
}

/** Adds what is derived from the file's name and the front matter: title, slug, date, categories, tags, excerpt. */
export function completeData(document: Document): void {
  setTitle(document);
  setCategories(document);
  mergeData(document, new Map([['tags', pluralized(document, 'tag', 'tags')]]), 'YAML front matter');
  if (document.excerptSeparator === '' || isTruthy(document.value('excerpt'))) return;
  document.excerpt = cutExcerpt(document);
  document.data.set('excerpt', document.excerpt);
}

function setTitle(document: Document): void {
  const parts = internalsOf(document.site).postNames.parts(document.relativePath);
  if (parts !== null && parts.date !== null) setDate(document, parts.date);
  const slug = withoutTrailingDots(parts?.slug ?? document.nameWithoutExtension);
  const { data } = document;
  if (!isTruthy(document.value('title'))) data.set('title', titleizeSlug(slug));
  if (!isTruthy(document.value('slug'))) data.set('slug', slug);
  if (!isTruthy(document.value('ext'))) data.set('ext', parts?.extension ?? null);
}

/** Takes the date from the file's name unless the front matter has one. As in Jekyll, one that equals the build's time counts as none. */
function setDate(document: Document, date: string): void {
  const known = document.value('date');
  const isBuildTime = known instanceof Time && internalsOf(document.site).buildTime.isDate(known);
  document.isReadAnew ||= isBuildTime;
  if (!isTruthy(known) || isBuildTime) mergeData(document, new Map([['date', date]]), 'filename');
}

function setCategories(document: Document): void {
  hideCategories(document);
  const known = document.value('categories');
  const own = Array.isArray(known) ? known : isTruthy(known) ? [known] : [];
  const all = [...own, ...pluralized(document, 'category', 'categories')];
  const names = new Set(all.map((name) => toText(name)));
  mergeData(document, new Map([['categories', [...names]]]), 'YAML front matter');
}

function hideCategories({ data, site }: Document): void {
  const { hiddenCategories } = internalsOf(site).edition;
  const known = data.get('categories');
  if (hiddenCategories.length === 0 || !Array.isArray(known)) return;
  data.set(
    'categories',
    known.filter((name) => !hiddenCategories.includes(name)),
  );
}

/** The names under a singular key (one name or a list), or else those under the plural key (a list, or names separated by spaces). */
function pluralized(document: Document, singular: string, plural: string): unknown[] {
  const one = document.value(singular);
  if (isTruthy(one)) return flatten([one]);
  const many = document.value(plural);
  if (typeof many === 'string') return splitWords(many);
  return Array.isArray(many) ? flatten(many) : [];
}

function flatten(values: readonly unknown[]): unknown[] {
  return values.flat(Number.POSITIVE_INFINITY).filter((value) => !isNil(value));
}

/**
 * The front matter as a hash. Like Jekyll it stops at front matter that is a list or a string.
 *
 * @throws {UttersonError} `InvalidYAMLFrontMatter`
 */
export function frontMatterHash(data: unknown, path: string): ReadonlyHash {
  if (!isTruthy(data) || data instanceof Map) return asHash(data);
  throw new UttersonError('InvalidYAMLFrontMatter', `Invalid YAML front matter in ${path}`, {
    file: path,
    hint: 'Front matter is a list of `key: value` lines, with a space after each colon.',
  });
}
