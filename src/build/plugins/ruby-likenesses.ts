import { BUILTINS } from '../../builtin/builtins.ts';
import { GEM_OF_TAG } from './known-tags.ts';
import type { RubyPiece } from './read-ruby-plugin.ts';

/** Built-in plugins that do what generators of these names usually do. */
const GENERATORS: readonly (readonly [RegExp, string])[] = [
  [/sitemap/i, 'jekyll-sitemap'],
  [/(?:^|[a-z])(?:Rss|RSS|Atom|Feed)|^(?:rss|atom|feed)/, 'jekyll-feed'],
  [/data_?page/i, 'jekyll-datapage-generator'],
  [/paginat/i, 'jekyll-paginate-v2'],
  [/alias|redirect/i, 'jekyll-redirect-from'],
  [/last_?mod|modified/i, 'jekyll-last-modified-at'],
  [/environment|env_?var/i, 'jekyll-environment-variables'],
  [
    /archive|(?:category|categories|tags?)(?:pages?|index(?:es)?)?(?:generator)?$|generate(?:categories|tags)/i,
    'jekyll-archives',
  ],
];

const FILTERS: Readonly<Record<string, string>> = {
  bust_css_cache: 'jekyll-cache-bust',
  bust_file_cache: 'jekyll-cache-bust',
  encode_email: 'jekyll-email-protect',
  pluralize: 'liquid_pluralize',
  reading_time: 'liquid_reading_time',
  regex_replace: 'jekyll-regex-replace',
  replace_regex: 'jekyll-regex-replace',
  timeago: 'jekyll-timeago',
  toc: 'jekyll-toc',
};

/**
 * Built-in plugins that may do what pieces of Ruby files do, going by their names.
 *
 * @example
 * builtinsLike([{ kind: 'generator', name: 'SitemapGenerator', line: 1 }]) // ['jekyll-sitemap']
 */
export function builtinsLike(pieces: readonly RubyPiece[]): readonly string[] {
  const names = pieces.flatMap((piece) => builtinLike(piece) ?? []);
  return [...new Set(names)].filter((name) => Object.hasOwn(BUILTINS, name));
}

function builtinLike({ kind, name }: RubyPiece): string | undefined {
  if (kind === 'generator') return GENERATORS.find(([pattern]) => pattern.test(name))?.[1];
  const table = kind === 'tag' ? GEM_OF_TAG : kind === 'filter' ? FILTERS : {};
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
