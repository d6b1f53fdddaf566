import type { Converter, PluginTools, Site } from '../../plugin/plugin.ts';
import { Bibliography } from './bibtex/bibliography.ts';
import { parsePlaced } from './library.ts';
import { ReferenceWriter } from './reference-writer.ts';
import { Settings } from './settings.ts';

/** The tools for plugins that each site was built with. */
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
    const writer = new ReferenceWriter(site, settings);
    const place = { file: item?.path ?? 'BibTeX', source: content };
    const { objects } = parsePlaced(place, { isStrict: true, strips: true, allowsMissingKeys: false });
    // The entries get their keys and names here.
    new Bibliography(objects, { parsesNames: true, parsesMonths: true });
    const pieces = objects.map((object) => {
      if (object.kind === 'meta') return object.text;
      return object.kind === 'entry' ? writer.write(object.entry) : '';
    });
    return tools.get(site)?.convert('.md', pieces.join('\n')) ?? '';
  },
};
