import { definePlugin, dig, escapeXml, firstTrue, SITE, type Site, TOOLS, toText } from '../../plugin/plugin.ts';
import { generateFeeds, makesFeeds } from './generator.ts';

function xmlAttribute(name: string, value: unknown): string {
  return `${name}="${escapeXml(toText(value))}"`;
}

/** The path of the posts' feed that `feed_meta` links to. That in `collections: posts` only counts if feeds are generated. */
function feedAddress(site: Site): unknown {
  const ofCollection = makesFeeds(site) ? dig(site.config, 'feed', 'collections', 'posts', 'path') : undefined;
  return firstTrue(dig(site.config, 'feed', 'path'), ofCollection, 'feed.xml');
}

/** jekyll-feed: an Atom feed of the posts, of categories, tags and collections, and `{% feed_meta %}`. */
export default definePlugin({
  name: 'jekyll-feed',
  isSafe: true,
  followsFrontMatter: true,
  generators: [{ name: 'feed', priority: 'lowest', generate: generateFeeds }],
  tags: {
    feed_meta: {
      parse: () => ({
        render(context) {
          const site = context.register(SITE);
          // jekyll-github-metadata may have set it, from what git says.
          site.noteRead('config:title');
          const title = firstTrue(dig(site.config, 'title'), dig(site.config, 'name'));
          const attributes = [
            xmlAttribute('type', 'application/atom+xml'),
            xmlAttribute('rel', 'alternate'),
            xmlAttribute('href', context.register(TOOLS).filter('absolute_url', feedAddress(site))),
          ];
          if (title !== undefined) attributes.push(xmlAttribute('title', title));
          return `<link ${attributes.join(' ')} />`;
        },
      }),
    },
  },
});
