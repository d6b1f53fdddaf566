import { type Document, definePlugin, type Page, type Site, UttersonError } from '../plugin/plugin.ts';
import { changeTexts } from './html/change-texts.ts';
import type { HtmlNode, HtmlText } from './html/node.ts';
import { parseHtml } from './html/parse-html.ts';
import { writeHtml } from './html/write-html.ts';
import { changeBody } from './output-body.ts';

/** A name after an @ that does not belong to an address or a path. */
const MENTION = /(^|\W)@(?=(\w[\w-]*))\2(?!\/)(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)/gm;
/** Elements in which an @ means something else. */
const UNTOUCHED: ReadonlySet<string> = new Set(['pre', 'code', 'a', 'style', 'script']);
/** Names that are talked about rather than mentioned. */
const WORDS: ReadonlySet<string> = new Set(['mention', 'mentions', 'mentioned', 'mentioning']);

/** The address that names are put behind; null where the item has none linked. */
function findBase(item: Page | Document): string | null {
  const own = item.value('jekyll-mentions');
  if (own === false) return null;
  const setting = item.data.has('jekyll-mentions') ? own : item.site.config.get('jekyll-mentions');
  if (setting === null || setting === undefined) return defaultBase(item.site);
  if (typeof setting === 'string') return setting;
  if (setting instanceof Map) return String(setting.get('base_url') ?? defaultBase(item.site));
  throw new UttersonError('InvalidConfiguration', 'Your jekyll-mentions config has to either be a string or a hash.', {
    hint: 'Write `jekyll-mentions: { base_url: https://example.com }`.',
  });
}

function defaultBase(site: Site): string {
  const { SSL: ssl = '', GITHUB_HOSTNAME: host = '' } = site.variables;
  if (ssl === '' || host === '') return 'https://github.com';
  return `${ssl === 'true' ? 'https' : 'http'}://${host.replace(/\/$/, '')}`;
}

function linkMentions(text: string, base: string): string {
  const folder = /[/~]$/.test(base) ? base : `${base}/`;
  return text.replace(MENTION, (match: string, before: string, name: string) => {
    if (WORDS.has(name.toLowerCase())) return match;
    return `${before}<a href='${folder}${name}' class='user-mention'>@${name}</a>`;
  });
}

function linkText(text: HtmlText, base: string): readonly HtmlNode[] {
  const html = writeHtml([text]);
  const linked = linkMentions(html, base);
  return linked === html ? [text] : parseHtml(linked);
}

/** Parses and writes HTML only where it mentions anybody: else not a byte of it changes. */
function linkHtml(html: string, base: string): string {
  MENTION.lastIndex = 0;
  if (!MENTION.test(html)) return html;
  return writeHtml(changeTexts(parseHtml(html), { untouched: UNTOUCHED, change: (text) => linkText(text, base) }));
}

function linkOutput(item: Page | Document): void {
  const { output } = item;
  if (!output?.includes('@') || !item.isWritten || !isHtml(item)) return;
  const base = findBase(item);
  if (base !== null) item.output = changeBody(output, (html) => linkHtml(html, base));
}

function isHtml(item: Page | Document): boolean {
  return item.outputExtension === '.html' || String(item.permalink ?? '').endsWith('/');
}

/** jekyll-mentions: `@name` becomes a link to that person. */
export default definePlugin({
  name: 'jekyll-mentions',
  isSafe: true,
  definesBlank: true,
  hooks: [
    { owner: 'pages', event: 'post_render', run: linkOutput },
    { owner: 'documents', event: 'post_render', run: linkOutput },
  ],
});
