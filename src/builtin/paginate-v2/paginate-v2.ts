import {
  deepMerge,
  definePlugin,
  dig,
  firstTrue,
  type Page,
  type ReadonlyHash,
  type Site,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { addAutoPages } from './auto-pages.ts';
import { chooseDocuments } from './choose-documents.ts';
import { ListPage, listPageData } from './list-page.ts';
import { fillNumbers, type Paging, pagePath, pagerFor } from './paging.ts';
import { paginationSettings } from './settings.ts';

function joinUrl(...parts: readonly string[]): string {
  return parts.join('/').replace(/\/{2,}/g, '/');
}

function startPaging(template: Page, settings: ReadonlyHash): Paging {
  const documents = chooseDocuments(template.site, settings);
  const perPage = Number(settings.get('per_page'));
  const limit = Number(settings.get('limit') ?? 0);
  const needed = Math.max(1, Math.ceil(documents.length / perPage));
  const start = toText(firstTrue(template.value('permalink'), template.directory));
  const firstUrl = start.endsWith('/') ? start : `${start}/`;
  const extension = toText(settings.get('extension'));
  return {
    documents,
    perPage,
    pageCount: limit > 0 ? Math.min(limit, needed) : needed,
    firstUrl,
    numberedUrl: joinUrl(firstUrl, toText(settings.get('permalink'))),
    indexName: toText(settings.get('indexpage')).split('.')[0] ?? '',
    extension: extension.startsWith('.') ? extension : `.${extension}`,
  };
}

function pageUrl(path: string, { indexName, extension }: Paging): string {
  if (path.endsWith('/')) return path + indexName + extension;
  return path.endsWith(extension) ? path : path + extension;
}

function makePage(template: Page, settings: ReadonlyHash, paging: Paging, number: number): Page {
  const path = pagePath(paging, number);
  const data = listPageData(template, number, paging.pageCount);
  const title = firstTrue(template.value('title'), template.site.config.get('title')) ?? null;
  const numbered = toText(settings.get('title')).replace(':title', () => toText(title));
  data.set('title', number === 1 ? title : fillNumbers(numbered, number, paging.pageCount));
  if (firstTrue(template.value('permalink')) !== undefined) data.set('permalink', path);
  const isAutoPage = template.data.has('autopage');
  const page = new ListPage(template, {
    name: paging.indexName + paging.extension,
    url: pageUrl(path, paging),
    data,
    content: isAutoPage ? '' : template.content,
  });
  page.pager = pagerFor(paging, number);
  return page;
}

/** Adds links to the pages around each page. If there are enough pages the trail always has the same length. */
function addTrails(pages: readonly Page[], settings: ReadonlyHash): void {
  const before = Math.max(0, Number(dig(settings, 'trail', 'before') ?? 0));
  const after = Math.max(0, Number(dig(settings, 'trail', 'after') ?? 0));
  if (pages.length < 2 || before + after === 0) return;
  const length = before + after + 1;
  pages.forEach((page, index) => {
    const end = Math.min(Math.max(index - before, 0) + length, pages.length);
    const start = Math.min(Math.max(index - before, 0), Math.max(end - length, 0));
    const trail = pages.slice(start, end).map((other, offset) => trailEntry(other, start + offset + 1));
    if (page.pager instanceof Map) page.pager.set('page_trail', trail);
  });
}

function trailEntry(page: Page, number: number): Map<unknown, unknown> {
  return new Map<unknown, unknown>([
    ['num', number],
    ['path', dig(page.pager, 'page_path')],
    ['title', page.data.get('title')],
  ]);
}

/** Replaces a page with the pages of its list. */
function paginate(site: Site, template: Page, settings: ReadonlyHash): void {
  const paging = startPaging(template, settings);
  const pages = Array.from({ length: paging.pageCount }, (_, index) => makePage(template, settings, paging, index + 1));
  site.pages = [...site.pages.filter((page) => page !== template), ...pages];
  addTrails(pages, settings);
}

function generate(site: Site): void {
  addAutoPages(site);
  const defaults = paginationSettings(site);
  if ((site.config.get('paginate') ?? null) !== null) {
    throw new UttersonError(
      'InvalidConfiguration',
      'Legacy jekyll-paginate configuration compatibility mode has expired. Please upgrade to jekyll-paginate-v2 configuration.',
      { hint: 'Move `paginate` and `paginate_path` to `pagination: { enabled: true, per_page: …, permalink: … }`.' },
    );
  }
  if (firstTrue(defaults.get('enabled')) === undefined) {
    site.log.info('Pagination:', 'Disabled in site.config.');
    return;
  }
  const templates = site.pages.filter((page) => firstTrue(dig(page.value('pagination'), 'enabled')) !== undefined);
  if (templates.length === 0) {
    site.log.warn(
      'Pagination:',
      "Is enabled, but I couldn't find any pagination page. Skipping pagination. Pages must have 'pagination: enabled: true' in their front-matter for pagination to work.",
    );
  }
  for (const template of templates) {
    const own = template.value('pagination');
    if (own instanceof Map) paginate(site, template, deepMerge(defaults, own));
  }
  site.log.info('Pagination:', `Complete, processed ${templates.length} pagination page(s)`);
}

/** jekyll-paginate-v2: spreads lists of any collection over several pages, and adds pages for tags, categories and collections. */
export default definePlugin({
  name: 'jekyll-paginate-v2',
  isSafe: true,
  generators: [{ name: 'paginate-v2', priority: 'lowest', generate }],
});
