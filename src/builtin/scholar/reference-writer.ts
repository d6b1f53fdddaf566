import type { Site } from '../../plugin/plugin.ts';
import type { Entry } from './bibtex/entry.ts';
import type { TextFilter } from './bibtex/value.ts';
import { citeItem } from './citeproc-item.ts';
import { CslRenderer } from './csl/renderer.ts';
import type { Style } from './csl/style.ts';
import { findFilters } from './filters.ts';
import type { Settings } from './settings.ts';
import { loadLocale, loadStyle } from './styles.ts';

/** Writes the entries of one list as the site's style prints them, where no tag says anything else. */
export class ReferenceWriter {
  readonly #filters: readonly TextFilter[];
  readonly #renderer: CslRenderer;
  readonly #style: Style;

  /** @throws {UttersonError} for a style, a locale or a filter that is not there */
  constructor(site: Site, settings: Settings) {
    this.#filters = findFilters(settings, 'bibtex_filters');
    this.#renderer = new CslRenderer(loadLocale(site, settings.text('locale')));
    this.#style = loadStyle(site, settings.text('style'));
  }

  write(entry: Entry): string {
    const item = citeItem(entry.filtered(this.#filters), { number: undefined, suppressesAuthor: false });
    return this.#renderer.renderBibliography(item, this.#style);
  }
}
