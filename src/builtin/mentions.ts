import { type Document, definePlugin, type Page, type Site, UttersonError } from '../plugin/plugin.ts';
import type { HtmlNode } from './html/node.ts';
import { parseHtml } from './html/parse-html.ts';
import { writeHtml } from './html/write-html.ts';

/** A name after an @ that does not belong to an address or a path. */
const MENTION = /(^|\W)@(?=(\w[\w-]*))\2(?!\/)(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)/gm;
const BODY_START = /<body[\s\S]*?>[ \t\r\n\f\v]*/;
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

function linkIn(nodes: readonly HtmlNode[], base: string): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.kind === 'element' && !UNTOUCHED.has(node.name)) {
      return [{ ...node, children: linkIn(node.children, base) }];
    }
    if (node.kind !== 'text' || !node.text.includes('@')) return [node];
    const text = writeHtml([node]);
    const linked = linkMentions(text, base);
    return linked === text ? [node] : parseHtml(linked);
  });
}

/** Parses and writes the text only where it mentions anybody: else not a byte of it changes. */
function linkText(html: string, base: string): string {
  MENTION.lastIndex = 0;
  return MENTION.test(html) ? writeHtml(linkIn(parseHtml(html), base)) : html;
}

function linkOutput(item: Page | Document): void {
  const { output } = item;
  if (!output?.includes('@') || !item.isWritten || !isHtml(item)) return;
  const base = findBase(item);
  if (base === null) return;
  const body = BODY_START.exec(output);
  if (!output.includes('<body') || body === null) {
    item.output = linkText(output, base);
    return;
  }
  const start = body.index + body[0].length;
  const close = output.indexOf('</body>', start);
  const end = close === -1 ? output.length : close;
  item.output = output.slice(0, start) + linkText(output.slice(start, end), base) + output.slice(end);
}

function isHtml(item: Page | Document): boolean {
  return item.outputExtension === '.html' || String(item.permalink ?? '').endsWith('/');
}

/** jekyll-mentions: `@name` becomes a link to that person. */
export default definePlugin({
  name: 'jekyll-mentions',
  isSafe: true,
  hooks: [
    { owner: 'pages', event: 'post_render', run: linkOutput },
    { owner: 'documents', event: 'post_render', run: linkOutput },
  ],
});
