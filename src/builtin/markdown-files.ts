import { type Document, dig, type Site, toText } from '../plugin/plugin.ts';

/** Whether a file of this extension, with its dot, is Markdown: `markdown_ext` of the configuration. */
export function isMarkdown(site: Site, extension: string): boolean {
  const extensions = toText(dig(site.config, 'markdown_ext')).split(',');
  return extensions.some((known) => `.${known.toLowerCase()}` === extension.toLowerCase());
}

/** The documents of all collections that are written. */
export function writtenDocuments(site: Site): Document[] {
  const documents: Document[] = [];
  for (const item of site.documents) if (item.kind === 'document' && item.isWritten) documents.push(item);
  return documents;
}
