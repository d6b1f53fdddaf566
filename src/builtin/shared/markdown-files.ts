import { dig, type Site, toText } from '../../plugin/plugin.ts';

/** Whether a file with this extension (including the dot) is Markdown, according to `markdown_ext`. */
export function isMarkdown(site: Site, extension: string): boolean {
  const extensions = toText(dig(site.config, 'markdown_ext')).split(',');
  return extensions.some((known) => `.${known.toLowerCase()}` === extension.toLowerCase());
}
