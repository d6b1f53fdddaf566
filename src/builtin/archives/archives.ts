import { type Document, definePlugin, dig, firstTrue, type Site, strftime, Time, toText } from '../../plugin/plugin.ts';
import { type Archive, type ArchiveKind, ArchivePage } from './archive-page.ts';

const PERMALINKS: Readonly<Record<ArchiveKind, string>> = {
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
  tag: '/tag/:name/',
  category: '/category/:name/',
};

/** The names of the kinds in `enabled:`. */
const NAMES: Readonly<Record<ArchiveKind, string>> = {
  year: 'year',
  month: 'month',
  day: 'day',
  tag: 'tags',
  category: 'categories',
};

function isEnabled(site: Site, kind: ArchiveKind): boolean {
  const enabled = dig(site.config, 'jekyll-archives', 'enabled');
  if (enabled === true || enabled === 'all') return true;
  return Array.isArray(enabled) && enabled.includes(NAMES[kind]);
}

function subjectArchives(kind: 'tag' | 'category', posts: ReadonlyMap<string, readonly Document[]>): Archive[] {
  return [...posts].map(([subject, ofSubject]) => ({ kind, subject: toText(subject), posts: ofSubject }));
}

/** Groups posts by a part of their date; the groups are in the order of the posts, and sorted newest first. */
function groupByDate(posts: readonly Document[], format: string): Map<string, Document[]> {
  const groups = new Map<string, Document[]>();
  for (const post of posts) {
    const { date } = post;
    const key = date instanceof Time ? strftime(date, format) : '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [post]);
    else group.push(post);
  }
  for (const group of groups.values()) group.sort((a, b) => b.compareTo(a));
  return groups;
}

function* dateArchives(posts: readonly Document[]): Generator<Archive> {
  for (const [year, ofYear] of groupByDate(posts, '%Y')) {
    yield { kind: 'year', subject: [year], posts: ofYear };
    for (const [month, ofMonth] of groupByDate(ofYear, '%m')) {
      yield { kind: 'month', subject: [year, month], posts: ofMonth };
      for (const [day, ofDay] of groupByDate(ofMonth, '%d')) {
        yield { kind: 'day', subject: [year, month, day], posts: ofDay };
      }
    }
  }
}

function addArchives(site: Site): void {
  const config = dig(site.config, 'jekyll-archives');
  const archives = [
    ...subjectArchives('tag', site.tags),
    ...subjectArchives('category', site.categories),
    ...dateArchives(site.posts.docs),
  ];
  const pages = archives
    .filter(({ kind }) => isEnabled(site, kind))
    .map((archive) => {
      const { kind } = archive;
      const layout = firstTrue(dig(config, 'layouts', kind), dig(config, 'layout'), 'archive');
      const template = toText(firstTrue(dig(config, 'permalinks', kind), PERMALINKS[kind]));
      return new ArchivePage(site, archive, { layout, template });
    });
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
