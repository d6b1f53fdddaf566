import { type Document, type ReadonlyHash, strip, toText } from '../../plugin/plugin.ts';
import { splitParts } from '../shared/split-parts.ts';

/** The tags or categories of a document: a list or a text, whose items may hold several, separated by commas. */
export function subjectsOf(document: Document, key: string): string[] {
  const value = document.value(key);
  const words: unknown = typeof value === 'string' ? splitParts(value, /[;,\s]/) : value;
  if (!Array.isArray(words)) return [];
  return words.flatMap((word) => splitParts(strip(toText(word)), /[;,]/));
}

/** The documents that have all the tags, categories or locales that a page's settings name. */
export function filterBySubject(
  documents: readonly Document[],
  settings: ReadonlyHash,
  filter: SubjectFilter,
): Document[] {
  const wanted = settings.get(filter.setting);
  const words = typeof wanted === 'string' ? splitParts(wanted, /[;,]/) : wanted;
  if (!Array.isArray(words)) return [...documents];
  const cleaned = words.map((word) => strip(toText(word).toLowerCase()));
  return documents.filter((document) => {
    const subjects = new Set(subjectsOf(document, filter.key).map((subject) => strip(subject.toLowerCase())));
    // In the gem, every document is also in the category `posts`.
    if (filter.key === 'categories') subjects.add('posts');
    return cleaned.every((word) => subjects.has(word));
  });
}

/** A setting by which documents are filtered, and the key in their front matter that it is compared with. */
interface SubjectFilter {
  readonly setting: string;
  readonly key: string;
}

export const SUBJECT_FILTERS: readonly SubjectFilter[] = [
  { setting: 'category', key: 'categories' },
  { setting: 'tag', key: 'tags' },
  { setting: 'locale', key: 'locale' },
];
