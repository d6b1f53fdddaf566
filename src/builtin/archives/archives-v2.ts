import {
  addToGroup,
  asHash,
  type Collection,
  type Document,
  deepMerge,
  definePlugin,
  dig,
  firstTrue,
  inspect,
  isTruthy,
  type ReadonlyHash,
  type Site,
  toText,
} from '../../plugin/plugin.ts';
import { type Archive, ArchivePage } from './archive-page.ts';
import { dateArchives } from './date-archives.ts';
import { singularOf } from './singular.ts';

const KEY = 'jekyll-archives';
const DATES: readonly unknown[] = ['year', 'month', 'day'];
const USUAL_PERMALINK = '/:collection/:type/:name/';

function usualSettings(): ReadonlyHash {
  const permalinks = new Map([
    ['year', '/:collection/:year/'],
    ['month', '/:collection/:year/:month/'],
    ['day', '/:collection/:year/:month/:day/'],
    ['tags', USUAL_PERMALINK],
  ]);
  return new Map<string, unknown>([
    ['layout', 'archive'],
    ['enabled', []],
    ['permalinks', permalinks],
  ]);
}

/** The settings of every collection, over the usual ones. */
function readSettings(site: Site): ReadonlyHash | undefined {
  const own = site.config.get(KEY) ?? new Map();
  if (!(own instanceof Map)) {
    site.log.warn('Archives:', `Expected a hash but got ${inspect(own)}`);
    site.log.warn('', 'Archives will not be generated for this site.');
    return undefined;
  }
  const labels = asHash(site.config.get('collections')).keys();
  return deepMerge(new Map([...labels].map((label) => [label, usualSettings()])), own);
}

/** The documents under each value of a key of front matter, newest first. */
function keyArchives(kind: string, documents: readonly Document[]): Archive[] {
  const groups = new Map<unknown, Document[]>();
  for (const document of documents) {
    const values = document.value(kind);
    for (const value of Array.isArray(values) ? values : []) addToGroup(groups, value, document);
  }
  return [...groups].map(([value, group]) => ({
    kind,
    subject: typeof value === 'string' ? value : undefined,
    posts: group.sort((a, b) => b.compareTo(a)),
  }));
}

/** The keys of front matter that hold a list in some document, in the order in which they occur. */
function listKeys(documents: readonly Document[]): string[] {
  const keys = new Set(documents.flatMap((document) => [...document.data.keys()].map(toText)));
  return [...keys].filter((key) => documents.some((document) => Array.isArray(document.value(key))));
}

function listArchives({ docs }: Collection, enabled: unknown): Archive[] {
  const isAll = enabled === true || enabled === 'all';
  const kinds: unknown = isAll ? [...DATES, ...listKeys(docs)] : enabled;
  if (!Array.isArray(kinds)) return [];
  const ofDates = [...dateArchives(docs)].filter(({ kind }) => kinds.includes(kind));
  return [
    ...ofDates,
    ...kinds.filter((kind) => !DATES.includes(kind)).flatMap((kind) => keyArchives(toText(kind), docs)),
  ];
}

function makePage(site: Site, archive: Archive, label: string, settings: unknown): ArchivePage {
  const { kind, posts } = archive;
  const template = toText(firstTrue(dig(settings, 'permalinks', kind), USUAL_PERMALINK));
  const mode = firstTrue(dig(settings, 'slug_mode'));
  return new ArchivePage(site, archive, {
    layout: firstTrue(dig(settings, 'layouts', kind), dig(settings, 'layout')),
    template,
    placeholders: [
      ['collection', label],
      ['type', singularOf(kind)],
    ],
    contents: [
      ['collection_name', label],
      ['documents', posts],
    ],
    slugMode: mode === undefined ? undefined : toText(mode),
    rubyClass: 'Jekyll::ArchivesV2::PageDrop',
  });
}

function addArchives(site: Site): void {
  const settings = readSettings(site);
  if (settings === undefined) return;
  site.setConfig(KEY, settings);
  const pages: ArchivePage[] = [];
  for (const [label, own] of settings) {
    const collection = site.collections.get(toText(label));
    if (collection === undefined || !isTruthy(dig(own, 'enabled'))) continue;
    const archives = listArchives(collection, dig(own, 'enabled'));
    pages.push(...archives.map((archive) => makePage(site, archive, toText(label), own)));
  }
  site.pages.push(...pages);
  site.setConfig('archives', pages);
}

/** jekyll-archives-v2: for each collection, a page for each year, month and day, and for each value of lists in front matter. */
export default definePlugin({
  name: 'jekyll-archives-v2',
  definesBlank: true,
  isSafe: true,
  followsFrontMatter: true,
  generators: [{ name: 'archives-v2', generate: addArchives }],
});
