import { type Document, definePlugin, dig, firstTrue, type Site, toText } from '../../plugin/plugin.ts';
import { type Archive, ArchivePage } from './archive-page.ts';
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
  return [...posts].map(([subject, ofSubject]) => ({ kind, subject: toText(subject), posts: ofSubject }));
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
      const contents: [string, unknown][] = [['posts', archive.posts]];
      return new ArchivePage(site, archive, {
        layout,
        template,
        placeholders: [['type', kind]],
        contents,
        hasDefaults: true,
      });
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
