import type { Document, Site } from '../../plugin/plugin.ts';

/** The documents of all collections with output. */
export function writtenDocuments(site: Site): Document[] {
  const documents: Document[] = [];
  for (const item of site.documents) if (item.kind === 'document' && item.isWritten) documents.push(item);
  return documents;
}
