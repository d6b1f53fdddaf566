import { mergeSort } from '../util/merge-sort.ts';
import type { Document } from './document.ts';

/**
 * Sorts documents by date and path as `mergeSort` does. Where all have dates the comparison never contradicts itself, and they are
 * as a rule in order already, or just the other way round: then one pass is enough.
 *
 * @param direction 1 for the oldest first, -1 for the newest
 */
export function sortDocuments(documents: readonly Document[], direction: 1 | -1): Document[] {
  const compare = (a: Document, b: Document): number => (direction === 1 ? a.compareTo(b) : b.compareTo(a));
  return documents.every(({ isDated }) => isDated) ? [...documents].sort(compare) : mergeSort(documents, compare);
}
