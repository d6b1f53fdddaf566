import {
  type Document,
  definePlugin,
  directoryName,
  expandPath,
  isNil,
  isTruthy,
  type Page,
  type PluginTools,
  type Site,
} from '../plugin/plugin.ts';
import { pagerFor, readPerPage } from './shared/pager.ts';

/** jekyll-paginate 1.1: spreads the posts over several pages, all made from one `index.html`. */
export default definePlugin({
  name: 'jekyll-paginate',
  isSafe: true,
  followsFrontMatter: true,
  generators: [{ name: 'jekyll-paginate', priority: 'lowest', generate: paginate }],
});

function paginate(site: Site, tools: PluginTools): void {
  const perPage = site.config.get('paginate');
  if (isNil(perPage) || site.pages.length === 0) return;
  const template = findTemplate(site);
  if (template === undefined) {
    site.log.warn(
      'Pagination:',
      "Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. Skipping pagination.",
    );
    return;
  }
  const posts = newestFirst(site).filter((post) => !isTruthy(post.value('hidden')));
  const paging: Paging = { site, posts, perPage: readPerPage(perPage), firstUrl: template.url };
  const pageCount = Math.ceil(posts.length / paging.perPage);
  for (let number = 1; number <= pageCount; number++) {
    const page = number === 1 ? template : tools.readPage(directoryName(`${template.url}x`), template.name);
    page.pager = pagerFor(paging, number, (other) => pagePath(paging, other));
    if (number === 1) continue;
    page.moveTo(pagePath(paging, number));
    site.pages.push(page);
  }
}

interface Paging {
  readonly site: Site;
  readonly posts: readonly Document[];
  readonly perPage: number;
  readonly firstUrl: string;
}

function newestFirst(site: Site): Document[] {
  return [...site.posts.docs].sort((a, b) => b.compareTo(a));
}

/** Of the `index.html` files in folders above `paginate_path`, the one with the longest path. */
function findTemplate(site: Site): Page | undefined {
  const folders = foldersAbove(`/${configuredPath(site).replace(/^\//, '')}`);
  const candidates = site.pages.filter((page) => page.name === 'index.html' && folders.has(folderOf(page)));
  return candidates.sort((a, b) => b.path.length - a.path.length)[0];
}

function folderOf(page: Page): string {
  return directoryName(expandPath(`/${page.path}`));
}

function foldersAbove(path: string): Set<string> {
  const folders = new Set<string>();
  for (let folder = directoryName(expandPath(path)); ; folder = directoryName(folder)) {
    folders.add(folder);
    if (folder === '/') return folders;
  }
}

function configuredPath(site: Site): string {
  return String(site.config.get('paginate_path'));
}

function pagePath(paging: Paging, number: number): string {
  if (number <= 1) return paging.firstUrl;
  const path = configuredPath(paging.site).replace(':num', String(number));
  return path.startsWith('/') ? path : `/${path}`;
}
