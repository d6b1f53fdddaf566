import type { Converter, PluginTools, Site } from '../../plugin/plugin.ts';
import { Bibliography } from './bibtex/bibliography.ts';
import { citeItem } from './citeproc-item.ts';
import { CslRenderer } from './csl/renderer.ts';
import { findFilters } from './filters.ts';
import { parsePlaced } from './library.ts';
import { Settings } from './settings.ts';
import { loadLocale, loadStyle } from './styles.ts';

const tools = new WeakMap<Site, PluginTools>();

/** Keeps the tools with which the converter turns its output, which is Markdown, into HTML. */
export function keepTools(site: Site, ofSite: PluginTools): void {
  tools.set(site, ofSite);
}

/** Pages that are files of BibTeX: their entries become references, and the texts between them Markdown. */
export const bibtexConverter: Converter = {
  name: 'BibTeX',
  priority: 'highest',
  matches: (extension) => /bib(?:tex)?$/i.test(extension),
  outputExtension: () => '.html',
  convert(content, { site, item }) {
    const settings = Settings.ofSite(site);
    const filters = findFilters(settings.list('bibtex_filters'), 'bibtex_filters');
    const renderer = new CslRenderer(loadLocale(site, settings.text('locale')));
    const style = loadStyle(site, settings.text('style'));
    const place = { file: item?.path ?? 'BibTeX', source: content };
    const { objects } = parsePlaced(place, { isStrict: true, strips: true, allowsMissingKeys: false });
    // The entries get their keys and names here.
    new Bibliography(objects, { parsesNames: true, parsesMonths: true });
    const pieces = objects.map((object) => {
      if (object.kind === 'meta') return object.text;
      if (object.kind !== 'entry') return '';
      const cited = citeItem(object.entry.filtered(filters), { number: undefined, suppressesAuthor: false });
      return renderer.renderBibliography(cited, style);
    });
    return tools.get(site)?.convert('.md', pieces.join('\n')) ?? '';
  },
};
