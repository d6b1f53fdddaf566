import type { PluginTools } from '../plugin/plugin-tools.ts';
import type { Registry } from '../plugin/registry.ts';
import { makeDocument, readText } from '../reader/document-reader.ts';
import { cutExcerpt } from '../reader/excerpt-text.ts';
import { readAsPage, readPage } from '../reader/page-reader.ts';
import type { ReadSet, Reads } from '../regenerator/reads.ts';
import { LiquidViews } from '../renderer/drops/liquid-views.ts';
import { makeRenderTools } from '../renderer/render-tools.ts';
import { Renderer } from '../renderer/renderer.ts';
import type { TemplateCache } from '../renderer/template-cache.ts';
import type { Excerpt } from '../site/excerpt.ts';
import type { Item } from '../site/item.ts';
import { itemName } from '../site/item-name.ts';
import { ORDER } from '../site/read-notes.ts';
import type { KnownFiles, Services } from '../site/services.ts';
import { Site, type SiteOptions } from '../site/site.ts';
import type { Regeneration } from './render/regeneration.ts';

/** A site together with its renderer. */
export interface SiteWithRenderer {
  readonly site: Site;
  /** The renderer for the current build: each build needs a new one. */
  readonly renderer: Renderer;
  readonly tools: PluginTools;
  /** Decides which bodies are kept while the site is rendered; null at any other time. */
  regeneration: Regeneration | null;
  /** Replaces the renderer for another build of the same site, and forgets everything the previous one left. */
  renew(): void;
}

/** What a site and its renderer are made from, besides the options. */
interface SiteParts {
  readonly registry: Registry;
  readonly templates: TemplateCache;
  readonly reads: Reads;
  readonly known: KnownFiles | null;
}

/**
 * Makes a site and its renderer, which depend on each other: the site asks the converters for extensions and the renderer for
 * excerpts, and the renderer renders the site. In Jekyll they are one object.
 */
export function makeSite(options: Omit<SiteOptions, 'services' | 'hooks'>, parts: SiteParts): SiteWithRenderer {
  const { registry, templates, reads, known } = parts;
  const views = new LiquidViews();
  const services: Services = {
    outputExtension: (extension) => registry.converters.for(extension).outputExtension,
    reads,
    known,
    renderExcerpt: (excerpt) => {
      const { text, isUsAscii } = renderExcerpt(excerpt);
      services.lastUsAscii.text = isUsAscii ? text : null;
      return text;
    },
    lastUsAscii: { text: null },
    isBlockTag: (name) => registry.isBlockTag(name),
    toLiquid: (item) => views.view(item),
  };
  const site = new Site({ ...options, hooks: registry.hooks, services });
  const tools = makeRenderTools({
    site,
    registry,
    renderText: (text, variables) => renderer.renderText(text, variables),
    registersFor: (page) => renderer.registersFor(page),
    renderEarly: (item) => renderer.renderEarly(item),
    cutExcerpt,
    readPage: (directory, name) => readPage(site, { base: site.source, directory, name }),
    makeDocument: (collection, path) => makeDocument(site, collection, path),
    readDocument: readText,
    readAsPage,
  });
  const keepBody = (item: Item, make: () => string) =>
    item.isAsset ? make() : (made.regeneration?.body(item, make) ?? make());
  const makeRenderer = () => new Renderer(site, { registry, templates, tools, keepBody, reads });
  const makeExcerpts = () => onceEach(reads, (excerpt) => renderer.renderExcerpt(excerpt));
  let renderer = makeRenderer();
  let renderExcerpt = makeExcerpts();
  const made: SiteWithRenderer = {
    site,
    tools,
    regeneration: null,
    get renderer() {
      return renderer;
    },
    renew() {
      renderer = makeRenderer();
      renderExcerpt = makeExcerpts();
      views.forgetPages();
    },
  };
  return made;
}

type RenderExcerpt = Renderer['renderExcerpt'];

/** Renders each excerpt once. Every page that shows it counts as having read what the excerpt read. */
function onceEach(reads: Reads, render: RenderExcerpt): RenderExcerpt {
  const rendered = new WeakMap<Excerpt, { readonly result: ReturnType<RenderExcerpt>; readonly read: ReadSet }>();
  return (excerpt) => {
    let known = rendered.get(excerpt);
    if (known === undefined) {
      const source = `source:${itemName(excerpt.document)}`;
      known = reads.record(() => {
        reads.note(source);
        if (excerpt.settledOutput !== null) return { text: excerpt.settledOutput, isUsAscii: false };
        const { result, read } = reads.record(() => render(excerpt));
        // If it shows rendered texts, even its own document's, its output depends on when it is first asked for, and so on the order.
        if (read.some((id) => isText(reads.name(id)))) reads.note(ORDER);
        // What is settled is remembered without its encoding.
        if (!result.isUsAscii && read.every((id) => reads.name(id) === source)) excerpt.settledOutput = result.text;
        return result;
      });
      rendered.set(excerpt, known);
    } else reads.replay(known.read);
    return known.result;
  };
}

function isText(input: string): boolean {
  return /^(?:content|output|source|unrendered):/.test(input);
}
