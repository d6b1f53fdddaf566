import { type Document, dig, type Site, toText } from '../../plugin/plugin.ts';

/** Whether a file with this extension (including the dot) is Markdown, according to `markdown_ext`. */
export function isMarkdown(site: Site, extension: string): boolean {
  const extensions = toText(dig(site.config, 'markdown_ext')).split(',');
  return extensions.some((known) => `.${known.toLowerCase()}` === extension.toLowerCase());
}

/** The documents of all collections with output. */
export function writtenDocuments(site: Site): Document[] {
  const documents: Document[] = [];
  for (const item of site.documents) if (item.kind === 'document' && item.isWritten) documents.push(item);
  return documents;
}
