import { definePlugin, type Item, isTruthy, type Site } from '../../plugin/plugin.ts';

/** A line with nothing but the address of a tweet. */
const TWEET = /(?<=^|\n)https?:\/\/twitter\.com\/(?:#!\/)?\w+\/status(?:es)?\/\d+(?=\n|$)/gi;
const SCRIPT = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>\n';

const embed = (address: string): string =>
  `<blockquote class="twitter-tweet">\n This tweet could not be embedded. <a href="${address}">View it on Twitter instead.</a>\n</blockquote>\n${SCRIPT}`;

function embedTweets(site: Site): void {
  if (!isTruthy(site.config.get('embed_tweets'))) return;
  const items: readonly Item[] = [...(site.collections.get('notes')?.docs ?? []), ...site.pages];
  for (const item of items) item.content = item.content?.replace(TWEET, embed) ?? null;
}

/** `embed_tweets.rb` of the digital garden template: shows the tweet that a line is the address of. */
export default definePlugin({
  name: 'embed_tweets.rb',
  readsAreRecorded: true,
  generators: [{ name: 'TweetEmbedGenerator', generate: embedTweets }],
});
