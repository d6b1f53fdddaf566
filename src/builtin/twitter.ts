import { createHash } from 'node:crypto';
import {
  type Context,
  definePlugin,
  escapeHtml,
  inspect,
  SITE,
  type Site,
  type TagParser,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';
import { readText } from './shared/read-text.ts';

const CACHE = '.tweet-cache';
const ADDRESS = /^["']?https?:\/\//im;
const QUOTES = /["']/g;
const SPACES = /[ \t\r\n\f\v]+/;
const SCRIPT = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';

/** What Twitter's script reads from an element, by the names of its API. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    align: 'align',
    lang: 'lang',
    limit: 'tweet-limit',
    maxheight: 'height',
    maxwidth: 'width',
    theme: 'theme',
  }),
);

interface Request {
  readonly url: string;
  readonly parameters: ReadonlyMap<string, string>;
}

function readRequest([first = '', ...others]: readonly string[], markup: string): Request {
  // What the first versions of the gem wanted.
  const [url = '', ...given] = first === 'oembed' ? others : [first, ...others];
  if (url === '' && given.length === 0) {
    throw new UttersonError(
      'ArgumentError',
      `Invalid arguments '${markup.trim()}' passed to 'jekyll-twitter-plugin'.`,
      {
        hint: 'Write the address of a tweet: {% twitter https://twitter.com/jekyllrb/status/1 %}',
      },
    );
  }
  const pairs = given.map((word) => word.split('=').map((part) => part.trim()));
  const named = pairs.flatMap(([key = '', value]) =>
    key === '' || value === undefined ? [] : [[key, value] as const],
  );
  return { url, parameters: new Map(named) };
}

/** The answer of Twitter that the gem has kept from an earlier build, if the site has it. */
function readAnswer(site: Site, { url, parameters }: Request): string | undefined {
  const key = `TwitterJekyll::ApiRequest-${url}-${inspect(parameters)}`;
  const path = site.inSource(`${CACHE}/${createHash('md5').update(key).digest('hex')}.cache`);
  site.noteRead(`file:${path}`);
  if (site.tree.status(path)?.kind !== 'file') return undefined;
  try {
    const { html } = JSON.parse(readText(site, path));
    return typeof html === 'string' ? html : undefined;
  } catch (cause) {
    throw new UttersonError('InvalidJSON', `${path} is not JSON.`, { hint: 'Remove the file.', cause });
  }
}

/** What Twitter's script turns into the tweet, or the timeline, in the browser. */
function embed({ url, parameters }: Request): string {
  const attributes = [...parameters].flatMap(([name, value]) => {
    const attribute = ATTRIBUTES.get(name);
    return attribute === undefined ? [] : ` data-${attribute}="${escapeHtml(value)}"`;
  });
  if (parameters.get('hide_thread') === 'true') attributes.push(' data-conversation="none"');
  if (parameters.get('hide_media') === 'true') attributes.push(' data-cards="hidden"');
  const [data, address] = [attributes.join(''), escapeHtml(url)];
  const link = `<a href="${address}">${address}</a>`;
  const element = url.includes('/status/')
    ? `<blockquote class="twitter-tweet"${data}>${link}</blockquote>`
    : `<a class="twitter-timeline"${data} href="${address}">${address}</a>`;
  return parameters.get('omit_script') === 'true' ? element : `${element}\n${SCRIPT}`;
}

const parseTwitter =
  (isCached: boolean): TagParser =>
  ({ markup }) => {
    const words = markup
      .replace(QUOTES, '')
      .split(SPACES)
      .filter((word, index) => index === 0 || word !== '');
    const isGiven = ADDRESS.test(markup) || markup.startsWith('oembed');
    const given = isGiven ? readRequest(words, markup) : undefined;
    return {
      render(context: Context): string {
        const site = context.register(SITE);
        const [name = '', ...others] = words;
        const request = given ?? readRequest([toText(context.evaluate(name)), ...others], markup);
        const answer = isCached ? readAnswer(site, request) : undefined;
        if (answer === undefined) {
          site.log.warn('Twitter:', `${request.url} is not downloaded; the browser fetches it with Twitter's script.`);
        }
        return `<div class='jekyll-twitter-plugin'>${answer ?? embed(request)}</div>`;
      },
    };
  };

/**
 * jekyll-twitter-plugin: `{% twitter https://twitter.com/jekyllrb/status/1 %}`. Builds download nothing: a tweet has the text
 * that the gem keeps in `.tweet-cache`, or is left to the browser.
 */
export default definePlugin({
  name: 'jekyll-twitter-plugin',
  tags: { twitter: { parse: parseTwitter(true) }, twitternocache: { parse: parseTwitter(false) } },
});
