import {
  type Context,
  type Conversion,
  Drop,
  definePlugin,
  extensionOf,
  type Item,
  isNil,
  isTruthy,
  type PluginTools,
  SITE,
  type Site,
  strftime,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { Asciidoctor } from './asciidoctor.ts';
import { integrate, noteFrontMatter } from './integrate.ts';
import type { ReadText } from './read-text.ts';
import { isAsciidoc, mayLackFrontMatter } from './settings.ts';

const asciidoctors = new WeakMap<Site, Asciidoctor>();
/** What the sites that are read gave this plugin, for what runs without tools. */
const toolsOf = new WeakMap<Site, PluginTools>();

/** The AsciiDoc item that is being rendered, and its text. */
interface Turn {
  readonly item: Item;
  readonly source: string;
}

/** What each site renders just now, if that is AsciiDoc. */
const turns = new WeakMap<Site, Turn>();

/** Loaded only for a site that has a text in AsciiDoc. */
function asciidoctorOf(site: Site): Asciidoctor {
  const tools = toolsOf.get(site);
  if (tools === undefined) {
    throw new UttersonError('InvalidPlugin', 'AsciiDoc cannot be converted before the site is read.', {
      hint: 'Another plugin converts a text too early: it may do so in a generator or in a hook of a page.',
    });
  }
  const known = asciidoctors.get(site) ?? new Asciidoctor(site, tools);
  asciidoctors.set(site, known);
  return known;
}

/** `page.document`: the text that was read last for a page, for filters. A template sees nothing in it. */
class TextDrop extends Drop {
  #load: (() => ReadText) | undefined;

  /** Undefined before the page is converted. */
  get text(): ReadText | undefined {
    return this.#load?.();
  }

  get hasText(): boolean {
    return this.#load !== undefined;
  }

  follow(load: () => ReadText): void {
    this.#load = load;
  }

  get(): undefined {
    return undefined;
  }
}

/** It is among the data from the beginning, because templates see a page as it was when its turn began. */
function textOf({ data }: Item): TextDrop {
  const known = data.get('document');
  const text = known instanceof TextDrop ? known : new TextDrop();
  data.set('document', text);
  return text;
}

function acceptFiles(site: Site): void {
  const accepts = mayLackFrontMatter(site);
  const others = site.mayLackFrontMatter;
  site.mayLackFrontMatter = (path) => accepts(extensionOf(path)) || others(path);
}

function integrateAll(site: Site, tools: PluginTools): void {
  toolsOf.set(site, tools);
  const isPublished = (item: Item): boolean => {
    if (!isAsciidoc(item.extension)) return true;
    const isKept = integrate(item, asciidoctorOf(site));
    textOf(item);
    return isKept;
  };
  site.pages = site.pages.filter(isPublished);
  for (const collection of site.collections.values()) collection.docs = collection.docs.filter(isPublished);
  asciidoctors.get(site)?.setTime(strftime(site.time, '%Y-%m-%d %H:%M:%S %Z'));
}

function loadFor(item: Item, source: string): ReadText {
  return asciidoctorOf(item.site).load(source, item, {
    isStandalone: item.value('standalone'),
    doctype: item.value('doctype'),
  });
}

function convert(source: string, { site, item }: Conversion): string {
  if (source === '') return '';
  const asciidoctor = asciidoctorOf(site);
  if (item === null) return asciidoctor.convert(asciidoctor.load(source, null), null);
  const owner = item.kind === 'excerpt' ? item.document : item;
  noteFrontMatter(owner);
  if (item.kind === 'excerpt') {
    const doctype = [owner.value('excerpt_doctype'), owner.value('doctype')].find(isTruthy);
    return asciidoctor.convert(asciidoctor.load(source, owner, { doctype }), owner);
  }
  const text = loadFor(item, source);
  textOf(item).follow(() => text);
  // Of a page that is kept, `recall` has only the text before its templates ran.
  if (item.rendersWithLiquid) site.noteRead('untracked');
  return asciidoctor.convert(text, item);
}

/** The filter `asciidocify`: a text as AsciiDoc, with the attributes of the page around it. */
function asciidocify(input: unknown, doctype: unknown, context: Context): string {
  const source = isTruthy(doctype) ? `:doctype: ${toText(doctype)}\n${toText(input)}` : toText(input);
  if (source === '') return '';
  const site = context.register(SITE);
  const item = turns.get(site)?.item ?? null;
  const text = item === null ? asciidoctorOf(site).load(source, null) : loadFor(item, source);
  if (item !== null) textOf(item).follow(() => text);
  return asciidoctorOf(site).convert(text, item);
}

/** The filter `tocify_asciidoc`: the table of contents of `page.document`. */
function tocify(input: unknown, levels: unknown): string | null {
  const text = input instanceof TextDrop ? input.text : undefined;
  if (text === undefined) return null;
  return text.outline(isNil(levels) || levels === '' ? undefined : toText(levels));
}

function begin(item: Item): void {
  if (isAsciidoc(item.extension)) turns.set(item.site, { item, source: item.content ?? '' });
}

/** Where the text is kept from an earlier build it has not been read, but the layout may ask for it. */
function recall(item: Item): void {
  const turn = turns.get(item.site);
  if (turn?.item !== item || textOf(item).hasText || turn.source === '') return;
  let text: ReadText | undefined;
  textOf(item).follow(() => {
    text ??= loadFor(item, turn.source);
    return text;
  });
}

function end(item: Item): void {
  turns.delete(item.site);
}

/** jekyll-asciidoc: pages and documents in AsciiDoc, by the Asciidoctor of the npm package @asciidoctor/core. */
export default definePlugin({
  name: 'jekyll-asciidoc',
  hooks: [
    { owner: 'site', event: 'after_reset', run: acceptFiles },
    { owner: 'pages', event: 'pre_render', run: begin },
    { owner: 'documents', event: 'pre_render', run: begin },
    { owner: 'pages', event: 'post_convert', run: recall },
    { owner: 'documents', event: 'post_convert', run: recall },
    { owner: 'pages', event: 'post_render', run: end },
    { owner: 'documents', event: 'post_render', run: end },
  ],
  generators: [{ name: 'asciidoc', generate: integrateAll }],
  converters: [
    {
      name: 'asciidoc',
      matches: isAsciidoc,
      outputExtension: () => '.html',
      convert,
    },
  ],
  filters: {
    asciidocify: { optional: 1, apply: (input, [doctype], context) => asciidocify(input, doctype, context) },
    tocify_asciidoc: { optional: 1, apply: (input, [levels]) => tocify(input, levels) },
  },
});
