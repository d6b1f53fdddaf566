import { definePlugin, type Site, UttersonError } from '../../plugin/plugin.ts';
import { bibtexConverter, keepTools } from './bibtex-converter.ts';
import { cites } from './cites.ts';
import { addDetailsPages } from './details-page.ts';
import { fetchStyleCommand } from './fetch-style.ts';
import { MISSING_STYLE } from './styles.ts';
import { parseBibliography, parseBibliographyCount } from './tags/bibliography.ts';
import { parseCite, parseNocite, parseQuote } from './tags/cite.ts';
import { parseBibtexBlock, parseCiteDetails, parseDetailsLink, parseReference } from './tags/reference.ts';

/** Errors about styles that are missing. They are raised when the site is rendered, so that `fetch-style` can read it. */
const postponed = new WeakMap<Site, UttersonError>();

function postponeMissingStyle(site: Site, action: () => void): void {
  postponed.delete(site);
  try {
    action();
  } catch (error) {
    if (!(error instanceof UttersonError) || error.code !== MISSING_STYLE) throw error;
    postponed.set(site, error);
  }
}

function beginRendering(site: Site): void {
  const error = postponed.get(site);
  if (error !== undefined) throw error;
  cites.forget(site);
}

/** jekyll-scholar: bibliographies and citations from files of BibTeX, in the styles of CSL. */
export default definePlugin({
  name: 'jekyll-scholar',
  // The gem csl, which jekyll-scholar loads, defines it so.
  definesBlank: 'nil-or-empty',
  isSafe: true,
  tags: {
    bibliography: { parse: parseBibliography },
    bibliography_count: { parse: parseBibliographyCount },
    bibtex: { parse: parseBibtexBlock, isBlock: true },
    cite: { parse: parseCite },
    cite_details: { parse: parseCiteDetails },
    details_link: { parse: parseDetailsLink },
    nocite: { parse: parseNocite },
    quote: { parse: parseQuote, isBlock: true },
    reference: { parse: parseReference },
  },
  commands: [fetchStyleCommand],
  converters: [bibtexConverter],
  generators: [
    {
      name: 'details',
      priority: 'high',
      generate(site, tools) {
        keepTools(site, tools);
        postponeMissingStyle(site, () => addDetailsPages(site, tools));
      },
    },
  ],
  hooks: [{ owner: 'site', event: 'pre_render', run: beginRendering }],
});
