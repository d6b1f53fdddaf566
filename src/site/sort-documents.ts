import { mergeSort } from '../util/values/merge-sort.ts';
import type { Document } from './document.ts';

/**
 * Sorts documents by date and path, like `mergeSort`. If all of them have dates, the comparison is consistent and the
 * built-in sort gives the same result: it needs only one pass over a list that is already sorted or exactly reversed, as
 * these usually are.
 *
 * @param direction 1 for the oldest first, -1 for the newest
 */
export function sortDocuments(documents: readonly Document[], direction: 1 | -1): Document[] {
  const compare = (a: Document, b: Document): number => (direction === 1 ? a.compareTo(b) : b.compareTo(a));
  return documents.every(({ isDated }) => isDated) ? [...documents].sort(compare) : mergeSort(documents, compare);
}
