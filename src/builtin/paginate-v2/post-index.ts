import { type Document, type ReadonlyHash, strip, toText } from '../../plugin/plugin.ts';

/** Ruby's split: empty texts at the end are left out, and an empty text has no parts. */
function split(text: string, separator: RegExp): string[] {
  const parts = text.split(separator);
  while (parts.at(-1) === '') parts.pop();
  return parts;
}

/** The words of a tag list: a list, or a text of words. Each may hold several, with commas between them. */
export function subjectsOf(document: Document, key: string): string[] {
  const value = document.value(key);
  const words: unknown = typeof value === 'string' ? split(value, /[;,\s]/) : value;
  if (!Array.isArray(words)) return [];
  return words.flatMap((word) => split(strip(toText(word)), /[;,]/));
}

/** Whether documents have all the words that a page's settings ask for under a key. */
export function filterBySubject(
  documents: readonly Document[],
  settings: ReadonlyHash,
  filter: SubjectFilter,
): Document[] {
  const wanted = settings.get(filter.setting);
  const words = typeof wanted === 'string' ? split(wanted, /[;,]/) : wanted;
  if (!Array.isArray(words)) return [...documents];
  const cleaned = words.map((word) => strip(toText(word).toLowerCase()));
  return documents.filter((document) => {
    const subjects = new Set(subjectsOf(document, filter.key).map((subject) => strip(subject.toLowerCase())));
    // A category that no document need have: every document is among the posts.
    if (filter.key === 'categories') subjects.add('posts');
    return cleaned.every((word) => subjects.has(word));
  });
}

/** The setting that filters, and the key of the documents that it looks at. */
export interface SubjectFilter {
  readonly setting: string;
  readonly key: string;
}

export const SUBJECT_FILTERS: readonly SubjectFilter[] = [
  { setting: 'category', key: 'categories' },
  { setting: 'tag', key: 'tags' },
  { setting: 'locale', key: 'locale' },
];
