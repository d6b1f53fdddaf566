import { dig, firstTrue, type ReadonlyHash, toText } from '../../plugin/plugin.ts';

const NOBODY: ReadonlyHash = new Map();

/** Who the page, or else the site, says its author is. A name is looked up in `_data/authors`. */
export function findAuthor(page: unknown, site: unknown): ReadonlyHash {
  const authors = dig(page, 'authors');
  const sources = [dig(page, 'author'), Array.isArray(authors) ? authors[0] : undefined, dig(site, 'author')];
  const author = sources.find((source) => toText(source) !== '');
  if (author instanceof Map) return author;
  if (typeof author !== 'string') return NOBODY;
  const known = dig(site, 'data', 'authors', author);
  return new Map<unknown, unknown>([['name', author], ...(known instanceof Map ? known : NOBODY)]);
}

/** The author's name on Twitter, without an @ before it. */
export function twitterName(author: ReadonlyHash): string | undefined {
  const name = firstTrue(author.get('twitter'), author.get('name'));
  return typeof name === 'string' ? name.replace(/^@/m, '') : undefined;
}
