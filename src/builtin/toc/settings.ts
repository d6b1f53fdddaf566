import { dig, type Site, toText } from '../../plugin/plugin.ts';

/** The settings under `toc:` in the configuration. */
export interface TocSettings {
  readonly levels: ReadonlySet<string>;
  readonly listTag: 'ol' | 'ul';
  /** The classes of elements inside which headings are not listed. */
  readonly skippedSections: readonly string[];
  readonly listId: string;
  readonly listClass: string;
  readonly sublistClass: string;
  readonly itemClass: string;
  readonly itemPrefix: string;
}

export function readTocSettings(site: Site): TocSettings {
  const setting = (key: string, fallback: string | number) => dig(site.config, 'toc', key) ?? fallback;
  const least = Number(setting('min_level', 1));
  const most = Number(setting('max_level', 6));
  const sections = setting('no_toc_section_class', 'no_toc_section');
  return {
    levels: new Set([1, 2, 3, 4, 5, 6].filter((level) => level >= least && level <= most).map((level) => `h${level}`)),
    listTag: dig(site.config, 'toc', 'ordered_list') === true ? 'ol' : 'ul',
    skippedSections: (Array.isArray(sections) ? sections : [sections]).map(toText),
    listId: toText(setting('list_id', 'toc')),
    listClass: toText(setting('list_class', 'section-nav')),
    sublistClass: toText(setting('sublist_class', '')),
    itemClass: toText(setting('item_class', 'toc-entry')),
    itemPrefix: toText(setting('item_prefix', 'toc-')),
  };
}
