import { definePlugin, extensionOf, type Item, type PluginTools } from '../../plugin/plugin.ts';
import { PerSite } from '../shared/per-site.ts';
import { createDiagrams, MERMAID, PLANTUML } from './diagrams.ts';
import { createElements } from './element.ts';
import { createEmoji } from './emoji.ts';
import { Exclusions } from './exclusions.ts';
import { changeMarkdownScripts } from './markdown-scripts.ts';
import { createMathjax } from './mathjax.ts';
import { createMedia } from './media.ts';
import { PageHtml } from './page-html.ts';
import { POLYFILL } from './polyfill.ts';
import type { Processor, Turn } from './processor.ts';
import { SpaceshipSettings } from './settings.ts';
import { TABLES } from './table-html.ts';

const MARKDOWN: ReadonlySet<string> = new Set(['.md', '.markdown']);
const HTML: ReadonlySet<string> = new Set(['.html', '.xhtml', '.htm']);
/** In Jekyll these hooks are registered after those of all other plugins. */
const AFTER_OTHERS = 19;

interface ProcessorKind {
  readonly create: (settings: SpaceshipSettings) => Processor;
  /** Those with a higher rank have their turn first. */
  readonly rank: number;
}

/** By their names in the settings, in the order in which those of one rank take their turns unless the settings list them. */
const KINDS: ReadonlyMap<string, ProcessorKind> = new Map([
  ['table', { rank: 20, create: () => TABLES }],
  ['mathjax', { rank: 20, create: createMathjax }],
  ['plantuml', { rank: 20, create: (settings) => createDiagrams(PLANTUML, settings) }],
  ['mermaid', { rank: 20, create: (settings) => createDiagrams(MERMAID, settings) }],
  ['polyfill', { rank: 30, create: () => POLYFILL }],
  ['media', { rank: 20, create: createMedia }],
  ['emoji', { rank: 20, create: createEmoji }],
  ['element', { rank: 0, create: createElements }],
]);

/** The processors of a site, in the order of their turns. A name that is not known is left out, as in the gem. */
const allProcessors = new PerSite((site): readonly Processor[] => {
  const settings = new SpaceshipSettings(site.config);
  const names = settings.processors ?? [...KINDS.keys()];
  const kinds = names.flatMap((name) => KINDS.get(name) ?? []).sort((a, b) => b.rank - a.rank);
  return kinds.map(({ create }) => create(settings));
});

/** The lists of attributes that the text of an item has defined. */
const attributeListsOf = new WeakMap<Item, Map<string, string>>();

function beginTurn(item: Item, tools: PluginTools): Turn {
  const attributeLists = attributeListsOf.get(item) ?? new Map<string, string>();
  attributeListsOf.set(item, attributeLists);
  return { item, tools, page: new PageHtml(), attributeLists, isHandled: false };
}

/** What a document's excerpt is cut from is its text as it is now: HTML, after its page has been made. */
function endTurn({ item, tools, isHandled }: Turn): void {
  if (isHandled && item.kind === 'document') tools.renewExcerpt(item);
}

function changeMarkdown(item: Item, tools: PluginTools): void {
  if (item.content === null || !MARKDOWN.has(extensionOf(item.relativePath))) return;
  const turn = beginTurn(item, tools);
  for (const processor of allProcessors.of(item.site)) item.content = changeText(item.content, processor, turn);
  endTurn(turn);
}

function changeText(text: string, { changeMarkdown, mark }: Processor, turn: Turn): string {
  if (changeMarkdown === undefined) return text;
  if (mark === undefined) return changeMarkdown(text, turn);
  const exclusions = new Exclusions(text, mark);
  return exclusions.restore(changeMarkdown(exclusions.text, turn));
}

function changeHtml(item: Item, tools: PluginTools): void {
  if (item.output === null || !HTML.has(item.outputExtension)) return;
  const turn = beginTurn(item, tools);
  const processors = allProcessors.of(item.site);
  let html = item.output;
  for (const processor of processors) html = turn.page.unescape(processor.changeHtml?.(html, turn) ?? html);
  // Without processors the gem has no hooks.
  if (processors.length > 0) html = turn.page.unescape(changeMarkdownScripts(html, processors, turn));
  item.output = html;
  endTurn(turn);
}

/** jekyll-spaceship: tables, formulas, diagrams, media, emoji, and changes to elements. */
export default definePlugin({
  name: 'jekyll-spaceship',
  isSafe: true,
  // The excerpt of a document follows from its page, which is known only once it has been made.
  readsAreRecorded: false,
  hooks: [
    { owner: 'pages', event: 'pre_render', priority: AFTER_OTHERS, run: changeMarkdown },
    { owner: 'documents', event: 'pre_render', priority: AFTER_OTHERS, run: changeMarkdown },
    { owner: 'pages', event: 'post_render', priority: AFTER_OTHERS, run: changeHtml },
    { owner: 'documents', event: 'post_render', priority: AFTER_OTHERS, run: changeHtml },
  ],
});
