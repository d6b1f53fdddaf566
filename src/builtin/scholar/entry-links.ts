import { fillTemplate, joinPaths, type Site, sanitizeUrl, slugify, toText } from '../../plugin/plugin.ts';
import type { Entry } from './bibtex/entry.ts';
import { readRepository } from './repository.ts';
import type { Settings } from './settings.ts';

/** The name of the files that belong to an entry, without an extension. */
export function fileStem(entry: Entry): string {
  return entry.key.replace(/[:\s]+/g, '_');
}

function baseUrl(site: Site): string {
  return toText(site.config.get('baseurl') ?? site.config.get('base_url') ?? '');
}

/** The address of the page of an entry, relative to the site. */
export function detailsPath(site: Site, entry: Entry, settings: Settings): string {
  const key = fileStem(entry);
  const placeholders = new Map<string, string>();
  for (const [field, value] of entry.fields) {
    placeholders.set(field, field === 'doi' || value.text === '' ? value.text : slugify(value.text, 'pretty'));
  }
  const permalink = toText(site.config.get('permalink'));
  const doi = entry.fields.get('doi')?.text ?? '';
  placeholders.set('key', key);
  placeholders.set('details_dir', settings.text('details_dir'));
  placeholders.set('extension', permalink === 'pretty' || permalink.endsWith('/') ? '/' : '.html');
  placeholders.set('doi', doi === '' ? key : doi);
  return sanitizeUrl(fillTemplate(settings.text('details_permalink'), placeholders));
}

/** The address of the page of an entry, with the `baseurl`. */
export function detailsUrl(site: Site, entry: Entry, settings: Settings): string {
  return joinPaths(baseUrl(site), detailsPath(site, entry, settings));
}

/** The name of the layout that each entry gets a page with; undefined if the site has none. */
export function detailsLayout(site: Site, settings: Settings): string | undefined {
  const name = (settings.text('details_layout').split('/').at(-1) ?? '').replace(/\.html$/, '');
  site.noteRead(`layout:${name}`);
  return site.layouts.has(name) ? name : undefined;
}

/** The addresses of the files that belong to an entry, by their kinds; `link` is the one of its PDF or PostScript. */
export function fileLinks(
  site: Site,
  entry: Entry,
  settings: Settings,
): { link: string | null; links: Map<unknown, unknown> } {
  const files = readRepository(site, settings).get(fileStem(entry));
  const links = new Map<unknown, unknown>();
  for (const [kind, path] of files ?? []) links.set(kind, joinPaths(baseUrl(site), path));
  const link = links.get('pdf') ?? links.get('ps');
  return { link: typeof link === 'string' ? link : null, links };
}
