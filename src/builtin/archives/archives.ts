import {
  type Document,
  definePlugin,
  dig,
  firstTrue,
  inspect,
  type PluginTools,
  type Site,
  toText,
} from '../../plugin/plugin.ts';
import { isLockedSince } from '../shared/locked-version.ts';
import { type Archive, ArchivePage, type ArchiveStyle } from './archive-page.ts';
import { dateArchives } from './date-archives.ts';

const PERMALINKS: Readonly<Record<string, string>> = {
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
  tag: '/tag/:name/',
  category: '/category/:name/',
};

/** The names of the kinds in `enabled:`. */
const NAMES: Readonly<Record<string, string>> = {
  year: 'year',
  month: 'month',
  day: 'day',
  tag: 'tags',
  category: 'categories',
};

function isEnabled(site: Site, kind: string): boolean {
  const enabled = dig(site.config, 'jekyll-archives', 'enabled');
  if (enabled === true || enabled === 'all') return true;
  return Array.isArray(enabled) && enabled.includes(NAMES[kind]);
}

function subjectArchives(kind: 'tag' | 'category', posts: ReadonlyMap<string, readonly Document[]>): Archive[] {
  const subjects: readonly [unknown, readonly Document[]][] = [...posts];
  return subjects.map(([name, ofSubject]) => ({
    kind,
    subject: typeof name === 'string' ? name : undefined,
    posts: ofSubject,
  }));
}

function styleOf({ kind, posts }: Archive, config: unknown, isNewer: boolean): ArchiveStyle {
  const mode = isNewer ? firstTrue(dig(config, 'slug_mode')) : undefined;
  return {
    layout: firstTrue(dig(config, 'layouts', kind), dig(config, 'layout'), 'archive'),
    template: toText(firstTrue(dig(config, 'permalinks', kind), PERMALINKS[kind])),
    placeholders: [['type', kind]],
    contents: [['posts', posts]],
    slugMode: mode === undefined ? undefined : toText(mode),
    rubyClass: isNewer ? 'Jekyll::Archives::PageDrop' : undefined,
  };
}

function addArchives(site: Site, tools: PluginTools): void {
  const config = site.config.get('jekyll-archives') ?? null;
  if (site.config.has('jekyll-archives') && !(config instanceof Map)) {
    site.log.warn('Archives:', `Expected a hash but got ${inspect(config)}`);
    site.log.warn('', 'Archives will not be generated for this site.');
    return;
  }
  const isNewer = isLockedSince(tools, 'jekyll-archives', '2.3.0');
  const archives = [
    ...subjectArchives('tag', site.tags),
    ...subjectArchives('category', site.categories),
    ...dateArchives(site.posts.docs),
  ];
  const pages = archives
    .filter(({ kind }) => isEnabled(site, kind))
    .map((archive) => new ArchivePage(site, archive, styleOf(archive, config, isNewer)));
  site.pages.push(...pages);
  site.setConfig('archives', pages);
}

/** jekyll-archives: a page for each tag, category, year, month and day. */
export default definePlugin({
  name: 'jekyll-archives',
  isSafe: true,
  followsFrontMatter: true,
  generators: [{ name: 'archives', generate: addArchives }],
});
