import {
  asHash,
  type Context,
  compareTexts,
  type Document,
  definePlugin,
  dig,
  extensionOf,
  isTruthy,
  Page,
  SITE,
  type Site,
  TOOLS,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';
import { readList } from './shared/read-list.ts';

const KINDS = ['page', 'feed'];
/** The number of sizes of the tags in a cloud. */
const SIZES = 5;

/** Letters with diacritics, each followed by the letters that replace it. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    'ÀA ÁA ÂA ÃA ÄAE ÅA ÆAE ÇC ÈE ÉE ÊE ËE ÌI ÍI ÎI ÏI ÐDH ÑN ÒO ÓO ÔO ÕO ÖOE ØO ÙU ÚU ÛU ÜUE ÝY ÞTH ßss',
    'àa áa âa ãa äae åa æae çc èe ée êe ëe ìi íi îi ïi ðdh ñn òo óo ôo õo öoe øo ùu úu ûu üue ýy þth ÿy',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

function slugOf(tag: unknown): string {
  return toText(tag)
    .replace(/[À-ÿ]/g, (letter) => LETTERS.get(letter) ?? letter)
    .toLowerCase()
    .replace(/[ \t\r\n\f\v]/g, '-');
}

function isPretty(site: Site): boolean {
  return dig(site.config, 'permalink') === 'pretty' || dig(site.config, 'tag_permalink_style') === 'pretty';
}

function folderOf(site: Site, kind: string): string {
  const folder = dig(site.config, `tag_${kind}_dir`);
  if (typeof folder === 'string') return folder;
  throw new UttersonError('InvalidConfiguration', `jekyll-tagging needs the folder tag_${kind}_dir.`, {
    hint: `Set it in _config.yml: \`tag_${kind}_dir: tag\`.`,
  });
}

function layoutExtension(site: Site, name: string, kind: string): string {
  const layout = site.layouts.get(name);
  if (layout !== undefined) return extensionOf(layout.name);
  throw new UttersonError('InvalidConfiguration', `tag_${kind}_layout: there is no layout '${name}'.`, {
    hint: `Create _layouts/${name}.html, or name another layout.`,
  });
}

function makePage(site: Site, kind: string, tag: string, posts: readonly Document[]): Page | undefined {
  const layout = dig(site.config, `tag_${kind}_layout`);
  if (!isTruthy(layout)) return undefined;
  const data = new Map<unknown, unknown>([
    ['layout', layout],
    ['posts', [...posts].sort((a, b) => b.compareTo(a))],
    ['tag', tag],
    ...asHash(dig(site.config, `tag_${kind}_data`)),
  ]);
  const content = data.get('content');
  data.delete('content');
  const slug = slugOf(tag);
  const folder = folderOf(site, kind);
  const extension = layoutExtension(site, toText(data.get('layout')), kind);
  const directory = isPretty(site) ? `/${folder.replace(/\/$/, '')}/${slug}` : `${folder.replace(/\/$/, '')}/`;
  const name = `${isPretty(site) ? 'index' : slug}${extension}`;
  return new Page(site, { directory, name, content: isTruthy(content) ? toText(content) : '', data });
}

/** As in the gem, a tag gets no page if its first letter is among `ignored_tags`; the cloud leaves out the tags themselves. */
function activeTags(site: Site): [tag: string, posts: readonly Document[]][] {
  const ignored = readList(site.config, 'ignored_tags');
  return [...site.tags].filter(([tag]) => typeof tag !== 'string' || !ignored.includes([...tag][0] ?? ''));
}

/** The tags with their sizes, from 1 for the rarest to 5 for the most frequent. */
function measureTags(site: Site): [tag: string, size: number][] {
  const counts = activeTags(site).map(([tag, posts]) => [toText(tag), posts.length] as const);
  const most = Math.max(0, ...counts.map(([, count]) => count));
  const sizeOf = (count: number) => (count >= most ? SIZES : Math.trunc((count - 1) / ((most - 1) / SIZES)) + 1);
  return counts.sort(([a], [b]) => compareTexts(a, b)).map(([tag, count]) => [tag, sizeOf(count)]);
}

function addTagPages(site: Site): void {
  for (const [tag, posts] of activeTags(site)) {
    for (const kind of KINDS) {
      const page = makePage(site, kind, toText(tag), posts);
      if (page !== undefined) site.pages.push(page);
    }
  }
  site.setConfig('tag_data', measureTags(site));
}

function tagUrl(tag: unknown, kind: string, context: Context): string {
  const site = context.register(SITE);
  const encoded = toText(context.register(TOOLS).filter('cgi_escape', slugOf(tag)));
  const path = `/${toText(dig(site.config, 'baseurl'))}/${folderOf(site, kind)}/${encoded}`.replace(/\/{2,}/g, '/');
  return path + (isPretty(site) ? '/' : '.html');
}

function tagLink(tag: unknown, url: string, attributes: ReadonlyMap<unknown, unknown>): string {
  const texts = [...attributes].map(([name, value]) => ` ${toText(name)}="${toText(value)}"`);
  return `<a href="${url}"${texts.join('')}>${toText(tag)}</a>`;
}

function tagCloud(_site: unknown, _args: readonly unknown[], context: Context): string {
  const data = dig(context.find('site'), 'tag_data');
  const ignored = readList(context.register(SITE).config, 'ignored_tags');
  const tags = (Array.isArray(data) ? data : []) as [string, number][];
  return tags
    .filter(([tag]) => !ignored.includes(tag))
    .map(([tag, size]) => tagLink(tag, tagUrl(tag, 'page', context), new Map([['class', `set-${size}`]])))
    .join(' ');
}

function requireTags(item: unknown): readonly unknown[] {
  const tags = dig(item, 'tags');
  if (Array.isArray(tags)) return tags;
  throw new UttersonError('TypeError', 'The filter tags was given something without a list of tags.', {
    hint: 'It works for posts: {{ page | tags }}.',
  });
}

function tagLinks(item: unknown, _args: readonly unknown[], context: Context): string {
  const tags = requireTags(item).map((tag) => (Array.isArray(tag) ? tag[0] : tag));
  return tags
    .filter((tag) => typeof tag === 'string')
    .map((tag) => tagLink(tag, tagUrl(tag, 'page', context), new Map([['rel', 'tag']])))
    .join(', ');
}

/** jekyll-tagging: pages for tags, and `tag_cloud`, `tag_link`, `tag_url`, `tags` and `keywords`. */
export default definePlugin({
  name: 'jekyll-tagging',
  isSafe: true,
  followsFrontMatter: true,
  generators: [{ name: 'tagging', generate: addTagPages }],
  filters: {
    tag_cloud: { apply: tagCloud },
    tag_url: { optional: 1, apply: (tag, [kind], context) => tagUrl(tag, toText(kind ?? 'page'), context) },
    tag_link: {
      optional: 2,
      apply: (tag, [url, attributes], context) =>
        tagLink(tag, url === undefined ? tagUrl(tag, 'page', context) : toText(url), asHash(attributes)),
    },
    tags: { apply: tagLinks },
    keywords: { apply: (item) => (isTruthy(dig(item, 'tags')) ? requireTags(item).map(toText).join(',') : '') },
  },
});
