import { Page, type PluginTools, type ReadonlyHash, type Site } from '../../plugin/plugin.ts';
import type { Entry } from './bibtex/entry.ts';
import { selectEntries } from './bibtex/query.ts';
import { entryHash } from './entry-hash.ts';
import { detailsLayout, detailsPath, fileLinks, fileStem } from './entry-links.ts';
import { htmlTag } from './html-tag.ts';
import { bibtexPaths, loadBibliography } from './library.ts';
import { sortEntries } from './listing.ts';
import { ReferenceWriter } from './reference-writer.ts';
import { Settings } from './settings.ts';

interface DetailsOptions {
  readonly content: string;
  readonly data: ReadonlyHash;
  readonly settings: Settings;
}

/** The page of one entry, made from the layout that `details_layout` names. */
class DetailsPage extends Page {
  readonly #url: string;

  constructor(site: Site, entry: Entry, { content, data, settings }: DetailsOptions) {
    super(site, {
      directory: `/${settings.text('details_dir')}`,
      name: `${fileStem(entry)}.html`,
      content,
      data: new Map(data),
    });
    this.#url = detailsPath(site, entry, settings);
  }

  override get url(): string {
    return this.#url;
  }
}

function referenceOf(site: Site, entry: Entry, settings: Settings): string {
  const reference = new ReferenceWriter(site, settings).write(entry);
  return htmlTag(settings.text('reference_tagname'), reference, [['id', entry.key]]);
}

function makePage(site: Site, entry: Entry, settings: Settings, layoutName: string): DetailsPage | undefined {
  const layout = site.layouts.get(layoutName);
  if (layout === undefined) return undefined;
  const hash = entryHash(entry, settings);
  const data = new Map<unknown, unknown>([
    ...layout.data,
    ['entry', hash],
    ['reference', referenceOf(site, entry, settings)],
    ['key', entry.key],
    ['type', entry.type],
    ...Object.entries(fileLinks(site, entry, settings)),
    ...(hash.has('title') ? ([['title', hash.get('title')]] as const) : []),
  ]);
  return new DetailsPage(site, entry, { content: layout.content, data, settings });
}

/**
 * A page for each entry of the site's bibliography, if there is a layout for them. The gem renders each at once, before the
 * site has it, so that a page which lists others, as for a search, finds its text converted.
 */
export function addDetailsPages(site: Site, tools: PluginTools): void {
  const settings = Settings.ofSite(site);
  if (settings.get('use_raw_bibtex_entry') !== undefined) {
    site.log.warn('Jekyll-scholar:', 'Option `use_raw_bibtex_entry` is no longer supported');
  }
  const layout = detailsLayout(site, settings);
  if (layout === undefined) return;
  const paths = bibtexPaths(site, [settings.requiredText('bibliography')], settings);
  const bibliography = loadBibliography(site, paths, settings, {
    areRemoved: settings.is('remove_duplicates'),
    fields: [],
  });
  const entries = sortEntries(selectEntries(bibliography.entries, settings.text('query')), settings);
  for (const entry of entries) {
    const page = makePage(site, entry, settings, layout);
    if (page === undefined) continue;
    tools.renderEarly(page);
    site.pages.push(page);
  }
}
