import { definePlugin, type Item, isNil, type Site, UttersonError } from '../plugin/plugin.ts';
import { changeTexts } from './shared/html/change-texts.ts';
import type { HtmlNode, HtmlText } from './shared/html/node.ts';
import { parseHtml } from './shared/html/parse-html.ts';
import { writeHtml } from './shared/html/write-html.ts';
import { changeBody, isHtml } from './shared/output-body.ts';

/** An @ and a name that are not part of an e-mail address or a path. */
const MENTION = /(^|\W)@(?=(\w[\w-]*))\2(?!\/)(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)/gm;
/** Elements in which an @ means something else. */
const UNTOUCHED: ReadonlySet<string> = new Set(['pre', 'code', 'a', 'style', 'script']);
/** Words after an @ that are not names, as in "an @mention". */
const WORDS: ReadonlySet<string> = new Set(['mention', 'mentions', 'mentioned', 'mentioning']);

/** The URL that names are appended to, or `null` if mentions in the item are not linked. */
function findBase(item: Item): string | null {
  const own = item.value('jekyll-mentions');
  if (own === false) return null;
  const setting = item.data.has('jekyll-mentions') ? own : item.site.config.get('jekyll-mentions');
  if (isNil(setting)) return defaultBase(item.site);
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

/** Links mentions in HTML. HTML without any is not parsed and written, which would change its bytes. */
function linkHtml(html: string, base: string): string {
  MENTION.lastIndex = 0;
  if (!MENTION.test(html)) return html;
  return writeHtml(changeTexts(parseHtml(html), { untouched: UNTOUCHED, change: (text) => linkText(text, base) }));
}

function linkOutput(item: Item): void {
  const { output } = item;
  if (!output?.includes('@') || !item.isWritten || !isHtml(item)) return;
  const base = findBase(item);
  if (base !== null) item.output = changeBody(output, (html) => linkHtml(html, base));
}

/** jekyll-mentions: turns `@name` into a link to that person. */
export default definePlugin({
  name: 'jekyll-mentions',
  isSafe: true,
  definesBlank: true,
  hooks: [
    { owner: 'pages', event: 'post_render', changesOnlyOutput: true, run: linkOutput },
    { owner: 'documents', event: 'post_render', changesOnlyOutput: true, run: linkOutput },
  ],
});
