import { definePlugin, extensionOf, type Item, type PluginTools, type Site, strip } from '../../plugin/plugin.ts';
import { PerSite } from '../shared/per-site.ts';
import { parseAttributes } from './attributes.ts';
import { readSettings, type Settings, UNKNOWN_TYPE } from './settings.ts';

/** A header ends in its title or its attributes; the title in quotes is the longest one. */
const HEADER = /^[ \t\r\f\v]*>[ \t\r\f\v]+([a-z]+)[ \t\r\f\v]+"(.*)"$/is;
const HEADER_WITH_ATTRIBUTES = /^[ \t\r\f\v]*>[ \t\r\f\v]+([a-z]+)[ \t\r\f\v]+"(.*)"[ \t\r\f\v]+(\[.*\])$/is;
const SPACES = ' \t\r\n\f\v';
const QUOTE_MARK = /^[ \t\r\f\v]*>[ \t\r\f\v]?/;

interface Block {
  readonly type: string;
  readonly title: string;
  readonly attributes: string | undefined;
  readonly lines: string[];
}

const allSettings = new PerSite(readSettings);

/** The header of a block: `> note "Title" [attributes]`. As in the gem, a space follows its title, if only the line's end. */
function readHeader(line: string): Block | undefined {
  let end = line.length;
  while (end > 0 && SPACES.includes(line.charAt(end - 1))) end--;
  const text = line.slice(0, end);
  const match = text.endsWith(']') ? HEADER_WITH_ATTRIBUTES.exec(text) : HEADER.exec(text);
  if (match === null || (text.endsWith('"') && text === line)) return undefined;
  const [, type = '', title = '', attributes] = match;
  return { type: type.toLowerCase(), title: strip(title), attributes, lines: [] };
}

/** The definitions of links with a title, which each block may use: `[name]: /url "title"`. */
function isReference(source: string): boolean {
  const line = strip(source);
  const end = line.indexOf(']:');
  if (!line.startsWith('[') || !line.endsWith('"') || end === -1) return false;
  const quote = line.indexOf('"', end + 2);
  return quote !== -1 && quote < line.length - 1;
}

/** The lines of a text with their ends. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The text with its boxes in HTML. */
class BoxWriter {
  readonly #content: string;
  readonly #settings: Settings;
  readonly #tools: PluginTools;
  /** As in the gem, a box at the end of the text has none, unless there is another box above it. */
  #references: readonly string[] | undefined;

  constructor(content: string, settings: Settings, tools: PluginTools) {
    this.#content = content;
    this.#settings = settings;
    this.#tools = tools;
  }

  write(): string {
    const output: string[] = [];
    let block: Block | undefined;
    let isCode = false;
    for (const line of linesOf(this.#content)) {
      const text = strip(line);
      if (text.startsWith('~~~') || text.startsWith('```')) isCode = !isCode;
      const isQuote = !isCode && text.startsWith('>');
      if (isQuote && block !== undefined) {
        block.lines.push(line.replace(/\n$/, '').replace(QUOTE_MARK, ''));
        continue;
      }
      const next = isQuote ? readHeader(line) : undefined;
      if (!isCode && !isQuote && block !== undefined) {
        this.#references ??= linesOf(this.#content).filter(isReference);
        output.push(this.#renderBox(block));
        block = undefined;
      }
      if (next === undefined) output.push(line);
      else block = next;
    }
    if (block !== undefined) output.push(this.#renderBox(block));
    return output.join('');
  }

  #renderBox({ type, title, attributes, lines }: Block): string {
    const { usual, types } = this.#settings;
    const known = types.get(type);
    const markdown = [...lines, '\n', ...(this.#references ?? [])].join('\n');
    const shownTitle = known === undefined ? '' : title === '' ? known.defaultTitle : title;
    const meta = known === undefined ? new Map([['pn-icon', 'pn-error']]) : new Map([...usual.meta, ...known.meta]);
    const template = known === undefined ? UNKNOWN_TYPE : (known.template ?? usual.template);
    const variables = new Map<string, unknown>([
      ['header', shownTitle !== null],
      ['title', shownTitle],
      ['content', `${this.#tools.convert('.md', markdown)}\n\n`],
      ['type', type],
      ['meta', meta],
      ['attrs', attributes === undefined ? new Map() : parseAttributes(attributes)],
    ]);
    return this.#tools
      .parseLiquid(template, { errorMode: 'strict' })
      .render(variables, { strictVariables: true, printErrors: true });
  }
}

function withBoxes(item: Item, tools: PluginTools): string | null {
  const settings = allSettings.of(item.site);
  if (item.content === null || !settings.extensions.includes(extensionOf(item.relativePath).slice(1))) return null;
  return new BoxWriter(item.content, settings, tools).write();
}

function addBoxes(item: Item, tools: PluginTools): void {
  const content = withBoxes(item, tools);
  if (content !== null) item.content = content;
}

/**
 * Cuts the excerpts of posts that have a separator of their own from their text with boxes. The gem does it when the turn of
 * a post has come; here it is done before, because the turn of a post that has not changed does not come.
 */
function renewExcerpts(site: Site, tools: PluginTools): void {
  allSettings.forget(site);
  for (const post of site.posts.docs) {
    const separator = post.value('excerpt_separator');
    if (typeof separator !== 'string' || separator === '') continue;
    const { content } = post;
    const boxed = withBoxes(post, tools);
    if (boxed === null) continue;
    post.content = boxed;
    tools.renewExcerpt(post);
    post.content = content;
  }
}

/** premonition: quotes that begin with `> note "Title"` become boxes. */
export default definePlugin({
  name: 'premonition',
  isSafe: true,
  generators: [{ name: 'premonition', priority: 'high', generate: renewExcerpts }],
  hooks: [
    { owner: 'documents', event: 'pre_render', run: addBoxes },
    { owner: 'pages', event: 'pre_render', run: addBoxes },
  ],
});
