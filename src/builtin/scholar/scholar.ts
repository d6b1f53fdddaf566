import { definePlugin } from '../../plugin/plugin.ts';
import { bibtexConverter, keepTools } from './bibtex-converter.ts';
import { forgetCites } from './cites.ts';
import { addDetailsPages } from './details-page.ts';
import { parseBibliography, parseBibliographyCount } from './tags/bibliography.ts';
import { parseCite, parseNocite, parseQuote } from './tags/cite.ts';
import { parseBibtexBlock, parseCiteDetails, parseDetailsLink, parseReference } from './tags/reference.ts';

/** jekyll-scholar: bibliographies and citations from files of BibTeX, in the styles of CSL. */
export default definePlugin({
  name: 'jekyll-scholar',
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
  converters: [bibtexConverter],
  generators: [
    {
      name: 'details',
      priority: 'high',
      generate(site, tools) {
        keepTools(site, tools);
        addDetailsPages(site);
      },
    },
  ],
  hooks: [{ owner: 'site', event: 'pre_render', run: forgetCites }],
});
