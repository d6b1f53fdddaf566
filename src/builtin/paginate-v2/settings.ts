import { deepMerge, dig, type ReadonlyHash, type Site } from '../../plugin/plugin.ts';

type Settings = readonly (readonly [key: string, value: unknown])[];

const hash = (...settings: Settings): ReadonlyHash => new Map<unknown, unknown>(settings);

const PAGINATION = hash(
  ['enabled', false],
  ['collection', 'posts'],
  ['offset', 0],
  ['per_page', 10],
  ['permalink', '/page:num/'],
  ['title', ':title - page :num'],
  ['page_num', 1],
  ['sort_reverse', false],
  ['sort_field', 'date'],
  ['limit', 0],
  ['trail', hash(['before', 0], ['after', 0])],
  ['indexpage', null],
  ['extension', 'html'],
);

const SLUGIFY = hash(['mode', 'none'], ['cased', false]);

/** The default settings of one kind of auto pages. */
function autoPages(layout: string, title: string, permalink: string): ReadonlyHash {
  return hash(
    ['layouts', [layout]],
    ['title', title],
    ['permalink', permalink],
    ['enabled', true],
    ['slugify', SLUGIFY],
  );
}

const AUTO_PAGES = hash(
  ['enabled', false],
  ['tags', autoPages('autopage_tags.html', 'Posts tagged with :tag', '/tag/:tag')],
  ['categories', autoPages('autopage_category.html', 'Posts in category :cat', '/category/:cat')],
  ['collections', autoPages('autopage_collection.html', 'Posts in collection :coll', '/collection/:coll')],
);

function configured(site: Site, key: string, defaults: ReadonlyHash): ReadonlyHash {
  const own = dig(site.config, key);
  return own instanceof Map ? deepMerge(defaults, own) : defaults;
}

/** `pagination:` in the configuration, merged over the defaults. */
export function paginationSettings(site: Site): ReadonlyHash {
  return configured(site, 'pagination', PAGINATION);
}

/** `autopages:` in the configuration, merged over the defaults. */
export function autoPageSettings(site: Site): ReadonlyHash {
  return configured(site, 'autopages', AUTO_PAGES);
}
