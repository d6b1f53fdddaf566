import { definePlugin, dig, type Item, type PluginTools, type Site, strip, toText } from '../plugin/plugin.ts';
import { isMarkdown } from './shared/markdown-files.ts';
import { writtenDocuments } from './shared/written-documents.ts';

/** A heading of levels 1 to 3, or an underlined one, at the very beginning of the text. */
const TITLE = /[ \t\r\n\f\v]*(?:#{1,3}[ \t\r\n\f\v]+([^\n]*)|([^\n]*?)\r?\n[-=]+[ \t\r\n\f\v]*(?![^\n]))/y;
const FOOTNOTE = /\[\^[^\]]*\]/g;
const STEPS = ['markdownify', 'strip_html', 'normalize_whitespace'];

interface Heading {
  readonly text: string;
  /** The offset of the text after it. */
  readonly end: number;
}

function findHeading(content: string): Heading | null {
  TITLE.lastIndex = 0;
  const match = TITLE.exec(content);
  return match === null ? null : { text: match[1] ?? match[2] ?? '', end: match[0].length };
}

function stripsTitle(item: Item): boolean {
  const own = item.data.get('strip_title');
  return (item.data.has('strip_title') ? own : dig(item.site.config, 'titles_from_headings', 'strip_title')) === true;
}

function takeTitle(item: Item, tools: PluginTools): void {
  const heading = findHeading(item.content ?? '');
  if (heading === null) item.data.set('title', item.value('title') ?? null);
  else {
    const plain = toText(STEPS.reduce<unknown>((text, step) => tools.filter(step, text), heading.text));
    item.data.set('title', plain.replace(FOOTNOTE, ''));
  }
  if (stripsTitle(item)) stripTitle(item, heading?.end ?? 0, tools);
}

/** As in the gem, white space at both ends is stripped even without a heading, which changes a list that begins indented. */
function stripTitle(item: Item, end: number, tools: PluginTools): void {
  item.content = strip((item.content ?? '').slice(end));
  const isPost = item.kind === 'document' && item.collection.label === 'posts';
  if (isPost && item.excerptSeparator !== '') tools.renewExcerpt(item);
}

/** A document's title is always replaced, because the one it has may have been made from its file name. */
function takeTitles(site: Site, tools: PluginTools): void {
  const config = dig(site.config, 'titles_from_headings');
  if (dig(config, 'enabled') === false) return;
  const documents = dig(config, 'collections') === true ? writtenDocuments(site) : [];
  for (const item of [...site.pages, ...documents]) {
    const isTitled = item.kind === 'page' && (item.value('title') ?? null) !== null;
    if (isMarkdown(site, item.extension) && !isTitled) takeTitle(item, tools);
  }
}

/** jekyll-titles-from-headings: pages and documents without a title take their first heading as title. */
export default definePlugin({
  name: 'jekyll-titles-from-headings',
  isSafe: true,
  generators: [{ name: 'titles-from-headings', priority: 'lowest', generate: takeTitles }],
});
