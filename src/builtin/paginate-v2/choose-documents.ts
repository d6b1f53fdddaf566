import {
  compare,
  type Document,
  firstTrue,
  isNil,
  mergeSort,
  type ReadonlyHash,
  type Site,
  strip,
  toText,
} from '../../plugin/plugin.ts';
import { filterBySubject, SUBJECT_FILTERS } from './post-index.ts';

/** The documents of a collection, without those that paginate a list themselves. As in the gem, `all` excludes posts. */
function documentsOf(site: Site, name: string): Document[] {
  const collections = name === 'all' ? [...site.collections.values()] : [site.collections.get(name)];
  return collections
    .filter((collection) => name !== 'all' || collection?.label !== 'posts')
    .flatMap((collection) => collection?.docs ?? [])
    .filter((document) => !document.data.has('pagination'));
}

function readSortValue(document: Document, field: string): unknown {
  let value: unknown = field === 'date' ? new Map([['date', document.date]]) : document.data;
  for (const key of field.split(':')) {
    if (!(value instanceof Map)) return undefined;
    value = value.get(strip(key.toLowerCase()));
  }
  return value instanceof Map ? undefined : value;
}

/** Missing values come first; texts are compared without regard to case. */
function compareSortValues(left: unknown, right: unknown): number {
  if (isNil(left) || isNil(right)) return Number(isNil(right)) - Number(isNil(left));
  const fold = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);
  return compare(fold(left), fold(right)) ?? 0;
}

/** The documents that a page lists, in order. */
export function chooseDocuments(site: Site, settings: ReadonlyHash): readonly Document[] {
  const names = settings.get('collection');
  const collections: readonly unknown[] = Array.isArray(names) ? names : toText(names).split(/[;,\s]/);
  const all = collections.flatMap((name) => documentsOf(site, strip(toText(name).toLowerCase())));
  const visible = all.filter((document) => firstTrue(document.value('hidden')) === undefined);
  const chosen = SUBJECT_FILTERS.reduce((list, filter) => filterBySubject(list, settings, filter), visible);
  const field = firstTrue(settings.get('sort_field'));
  return field === undefined ? chosen : sortDocuments(chosen, settings, toText(field));
}

/** As in the gem, the offset drops documents from the end of the ascending order, even if the list is then reversed. */
function sortDocuments(documents: readonly Document[], settings: ReadonlyHash, field: string): readonly Document[] {
  const sorted = mergeSort(documents, (a, b) => compareSortValues(readSortValue(a, field), readSortValue(b, field)));
  const offset = Math.max(0, Number(settings.get('offset') ?? 0));
  const kept = sorted.slice(0, Math.max(0, sorted.length - offset));
  return firstTrue(settings.get('sort_reverse')) === undefined ? kept : kept.reverse();
}
