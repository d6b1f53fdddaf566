import { type Document, UttersonError } from '../../plugin/plugin.ts';

/** The setting `paginate` as a number. */
export function readPerPage(value: unknown): number {
  const number = Number.parseInt(String(value), 10);
  if (number > 0) return number;
  throw new UttersonError(
    'InvalidConfiguration',
    `paginate: ${String(value)} is not a valid number of posts per page`,
    {
      hint: 'Write a whole number above 0, such as paginate: 5.',
    },
  );
}

/**
 * What a template sees as the paginator of a page, counted from 1.
 *
 * @param pathOf the path by which other pages link to a page
 */
export function pagerFor(
  { posts, perPage }: { readonly posts: readonly Document[]; readonly perPage: number },
  number: number,
  pathOf: (number: number) => string,
): ReadonlyMap<string, unknown> {
  const count = Math.ceil(posts.length / perPage);
  const previous = number === 1 ? null : number - 1;
  const next = number === count ? null : number + 1;
  return new Map<string, unknown>([
    ['page', number],
    ['per_page', perPage],
    ['posts', posts.slice((number - 1) * perPage, number * perPage)],
    ['total_posts', posts.length],
    ['total_pages', count],
    ['previous_page', previous],
    ['previous_page_path', previous === null ? null : pathOf(previous)],
    ['next_page', next],
    ['next_page_path', next === null ? null : pathOf(next)],
  ]);
}
