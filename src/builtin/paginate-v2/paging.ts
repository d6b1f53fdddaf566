import type { Document } from '../../plugin/plugin.ts';

/** What the pages of a list have in common. */
export interface Paging {
  readonly documents: readonly Document[];
  readonly perPage: number;
  readonly pageCount: number;
  /** The URL of the first page. */
  readonly firstUrl: string;
  /** The URLs of the other pages, with the placeholders `:num` and `:max`. */
  readonly numberedUrl: string;
  /** `indexpage` without its extension; empty if it is not set. */
  readonly indexName: string;
  /** Including the dot. */
  readonly extension: string;
}

export function fillNumbers(template: string, number: number, pageCount: number): string {
  return template.replace(':num', String(number)).replace(':max', String(pageCount));
}

/** Appends the name of a file to a URL that does not have one yet. */
function withFile(url: string, name: string, extension: string): string {
  if (url.endsWith('/')) return url + name + extension;
  return url.includes('.') ? url : url + name;
}

/** The path of a page's own file. */
export function pagePath(paging: Paging, number: number): string {
  const url = number === 1 ? paging.firstUrl : paging.numberedUrl;
  const name = paging.indexName === '' ? 'index' : paging.indexName;
  return fillNumbers(withFile(url, name, paging.extension), number, paging.pageCount);
}

/** The path by which other pages link to a page: its folder, unless `indexpage` names the file. */
function linkPath(paging: Paging, number: number): string {
  const url = number === 1 ? paging.firstUrl : paging.numberedUrl;
  const named = paging.indexName === '' ? url : withFile(url, paging.indexName, paging.extension);
  return fillNumbers(named, number, paging.pageCount);
}

/** As in the gem, the link to the last page has its number even if it is also the first. */
function lastPath(paging: Paging): string {
  const { numberedUrl, indexName, extension, pageCount } = paging;
  return fillNumbers(
    indexName === '' ? numberedUrl : withFile(numberedUrl, indexName, extension),
    pageCount,
    pageCount,
  );
}

/** What a template sees as `paginator`. */
export function pagerFor(paging: Paging, number: number): Map<unknown, unknown> {
  const { documents, perPage, pageCount } = paging;
  const previous = number === 1 ? null : number - 1;
  const next = number === pageCount ? null : number + 1;
  return new Map<unknown, unknown>([
    ['per_page', perPage],
    ['posts', documents.slice((number - 1) * perPage, number * perPage)],
    ['total_posts', documents.length],
    ['total_pages', pageCount],
    ['page', number],
    ['page_path', pagePath(paging, number)],
    ['previous_page', previous],
    ['previous_page_path', previous === null ? null : linkPath(paging, previous)],
    ['next_page', next],
    ['next_page_path', next === null ? null : linkPath(paging, next)],
    ['first_page', 1],
    ['first_page_path', linkPath(paging, 1)],
    ['last_page', pageCount],
    ['last_page_path', lastPath(paging)],
    ['page_trail', null],
  ]);
}
