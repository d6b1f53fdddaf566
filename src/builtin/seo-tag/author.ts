import { dig, firstTrue, type ReadonlyHash, toText } from '../../plugin/plugin.ts';

const NOBODY: ReadonlyHash = new Map();

/** The author of the page, or else of the site. A name is looked up in `_data/authors`. */
export function findAuthor(page: unknown, site: unknown): ReadonlyHash {
  const authors = dig(page, 'authors');
  const sources = [dig(page, 'author'), Array.isArray(authors) ? authors[0] : undefined, dig(site, 'author')];
  const author = sources.find((source) => toText(source) !== '');
  if (author instanceof Map) return author;
  if (typeof author !== 'string') return NOBODY;
  const known = dig(site, 'data', 'authors', author);
  return new Map<unknown, unknown>([['name', author], ...(known instanceof Map ? known : NOBODY)]);
}

/** The author's name on Twitter, without the leading @. */
export function twitterName(author: ReadonlyHash): string | undefined {
  const name = firstTrue(author.get('twitter'), author.get('name'));
  return typeof name === 'string' ? name.replace(/^@/m, '') : undefined;
}
