import { UttersonError } from '../errors.ts';
import { readSite } from '../reader/reader.ts';
import { rememberSources } from '../reader/source-text.ts';
import type { TemplateCache } from '../renderer/template-cache.ts';
import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import type { SiteBuilderOptions } from './build-context.ts';
import type { BuildTrace } from './build-trace.ts';
import { makeSite, type SiteWithRenderer } from './make-site.ts';
import { runGenerators } from './run-generators.ts';
import { siteOptions } from './site-options.ts';

/** A site that has been read, with the pages of its generators, and none of it rendered. */
export interface LoadedSite {
  readonly parts: SiteWithRenderer;
  /** What reading it warned of. */
  readonly warnings: readonly string[];
}

/** Does everything that comes before rendering: makes a site, reads it and runs the generators. */
export class SiteLoader {
  readonly #options: SiteBuilderOptions;
  readonly #templates: TemplateCache;
  #isFirst = true;

  constructor(options: SiteBuilderOptions, templates: TemplateCache) {
    this.#options = options;
    this.#templates = templates;
  }

  /** @param beforeReading called with the site while it is empty */
  async load(trace: BuildTrace, beforeReading: (site: Site) => void = () => {}): Promise<LoadedSite> {
    const warningsBefore = trace.warnings.length;
    const parts = await trace.run('reset', () => this.#begin());
    beforeReading(parts.site);
    await trace.run('read', () => read(parts.site));
    await trace.run('generate', () => this.#generate(parts));
    for (const post of parts.site.posts.docs) post.settleDate();
    return { parts, warnings: trace.warnings.slice(warningsBefore) };
  }

  /** The same for commands that only inspect the site. */
  async inspect(): Promise<Site> {
    const parts = await this.#begin();
    await read(parts.site);
    await this.#generate(parts);
    return parts.site;
  }

  async #begin(): Promise<SiteWithRenderer> {
    const { registry, converters, record, reads, tree } = this.#options;
    const known = record?.known ?? null;
    const templates = this.#templates;
    known?.begin();
    templates.beginBuild();
    converters.markdown.beginBuild();
    const parts = makeSite(siteOptions(this.#options), { registry, templates, reads, known });
    registry.tools = parts.tools;
    if (this.#isFirst) await registry.hooks.triggerAndWait('site', 'after_init', parts.site);
    else rememberSources(tree);
    this.#isFirst = false;
    await registry.hooks.triggerAndWait('site', 'after_reset', parts.site);
    return parts;
  }

  #generate(parts: SiteWithRenderer): Promise<void> {
    return runGenerators(this.#options.registry.generators, parts);
  }
}

async function read(site: Site): Promise<void> {
  if (Number(site.config.get('limit_posts') ?? 0) < 0) {
    throw new UttersonError('ArgumentError', 'limit_posts must be a non-negative number', {
      hint: 'It is how many posts are shown, the newest first; 0 shows all.',
    });
  }
  readSite(site);
  await internalsOf(site).hooks.triggerAndWait('site', 'post_read', site);
}
