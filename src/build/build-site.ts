import type { Registry } from '../plugin/registry.ts';
import { cutExcerpt } from '../reader/excerpt-text.ts';
import { readPage } from '../reader/page-reader.ts';
import { LiquidViews } from '../renderer/drops/liquid-views.ts';
import { RenderTools } from '../renderer/render-tools.ts';
import { Renderer } from '../renderer/renderer.ts';
import type { TemplateCache } from '../renderer/template-cache.ts';
import type { Services } from '../site/services.ts';
import { Site, type SiteOptions } from '../site/site.ts';

/** A site with what renders it. */
export interface SiteWithRenderer {
  readonly site: Site;
  readonly renderer: Renderer;
  readonly tools: RenderTools;
}

/**
 * Ties the knot that Jekyll ties with one object: a site asks the converters for extensions and the renderer for
 * excerpts, and the renderer renders the site.
 */
export function makeSite(
  options: Omit<SiteOptions, 'services' | 'hooks'>,
  parts: { registry: Registry; templates: TemplateCache },
): SiteWithRenderer {
  const { registry, templates } = parts;
  const views = new LiquidViews();
  const services: Services = {
    outputExtension: (extension) => registry.converters.for(extension).outputExtension,
    renderExcerpt: (excerpt) => renderer.renderExcerpt(excerpt),
    isBlockTag: (name) => registry.isBlockTag(name),
    toLiquid: (item) => views.view(item),
  };
  const site = new Site({ ...options, hooks: registry.hooks, services });
  const tools = new RenderTools({
    site,
    registry,
    renderText: (text, variables) => renderer.renderText(text, variables),
    cutExcerpt,
    readPage: (directory, name) => readPage(site, { base: site.source, directory, name }),
  });
  const renderer = new Renderer(site, { registry, templates, tools });
  return { site, renderer, tools };
}
