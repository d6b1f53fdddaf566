import { UttersonError } from '../errors.ts';
import type { PluginCommand } from '../plugin/command.ts';
import { readSite } from '../reader/reader.ts';
import { rememberSources } from '../reader/source-text.ts';
import { recordedVersion } from '../regenerator/staleness.ts';
import { MeasuredTemplates } from '../renderer/measured-templates.ts';
import { TemplateCache } from '../renderer/template-cache.ts';
import { LEFTOVER } from '../site/read-notes.ts';
import type { Site } from '../site/site.ts';
import { withSlashes } from '../util/files/paths.ts';
import { MappedMap } from '../util/record/layered-map.ts';
import { milliseconds } from '../util/time/stopwatch.ts';
import { describeConflict, findConflicts } from '../writer/conflicts.ts';
import { Writer } from '../writer/writer.ts';
import type { BuildResult, BuiltPage, Change } from './build-result.ts';
import type { Builder } from './builder.ts';
import { countPages, listPages } from './list-pages.ts';
import { makeSite, type SiteWithRenderer } from './make-site.ts';
import { Phases } from './phases.ts';
import { KeptSite } from './rebuild/kept-site.ts';
import { resumeSite } from './rebuild/resumed-site.ts';
import type { TextChanges } from './rebuild/text-changes.ts';
import { recordBuild } from './record/record-build.ts';
import type { EagerWriter } from './render/eager-writer.ts';
import { inputsOfOutput } from './render/inputs-of-output.ts';
import type { KeptState, Regeneration } from './render/regeneration.ts';
import { expectWork } from './render/render-ahead.ts';
import { type RenderedSite, renderAll } from './render/render-all.ts';
import type { Urgency } from './render/urgent-pages.ts';
import { UrgentRender } from './render/urgent-render.ts';
import { runGenerators } from './run-generators.ts';
import type { SiteBuilderOptions } from './site-builder-options.ts';
import { presentTime, siteOptions } from './site-options.ts';
import { isSource } from './site-place.ts';
import { shortenPaths } from './template-costs.ts';

/** Builds one site repeatedly, and keeps what it can from build to build. */
export class SiteBuilder implements Builder {
  readonly source: string;
  readonly destination: string;
  readonly #options: SiteBuilderOptions;
  readonly #templates: TemplateCache;
  readonly #writer: Writer;
  #isFirst = true;
  #kept: KeptState | null = null;
  #keptSite: KeptSite | null = null;
  /** The warnings from reading, which are still valid after a rebuild that reads nothing. */
  #standingWarnings: readonly string[] = [];
  #built: Site | undefined;

  constructor(options: SiteBuilderOptions) {
    this.#options = options;
    this.source = options.source;
    this.destination = options.destination;
    this.#writer = new Writer(options.tree, options.isAlone);
    const { kept, registry } = options;
    if (kept !== null && kept.state !== null && registry.isTracked && kept.state.record.outputs.size > 0) {
      this.#kept = kept.state;
      this.#writer.resume(new MappedMap(kept.written, ([note]) => note), kept.isLeft);
    }
    const Templates = options.config.get('profile') === true ? MeasuredTemplates : TemplateCache;
    this.#templates = new Templates(registry.liquid, (warning, path) => {
      options.log.warn('Liquid Warning:', `${warning.message} in ${path}`);
    });
  }

  get commands(): readonly PluginCommand[] {
    return this.#options.registry.commands;
  }

  get untrackedPlugins(): readonly string[] {
    return this.#options.registry.untracked;
  }

  isWatched(path: string): boolean {
    return isSource(path, this.#options);
  }

  async build(changes?: readonly Change[], urgency?: Urgency): Promise<BuildResult> {
    const { sassCompiler, conversionWorkers } = this.#options.converters;
    sassCompiler.beginBuild();
    try {
      return await this.#build(changes, urgency);
    } finally {
      conversionWorkers.close();
      // In a watching process style sheets are likely to be edited, so Sass keeps running.
      if (changes === undefined) sassCompiler.close();
    }
  }

  async #build(changes: readonly Change[] | undefined, urgency: Urgency | undefined): Promise<BuildResult> {
    const start = milliseconds();
    const { cache, log } = this.#options;
    const firstMessage = log.messages.length;
    // What was looked at when the process started may have changed since.
    if (!this.#isFirst) cache?.tree.expect(null);
    const phases = new Phases();
    const followed = changes === undefined ? await this.#follow(phases) : undefined;
    const quick = changes === undefined ? followed?.result : await this.#rebuild(changes, urgency);
    if (quick !== undefined) return quick;
    const { site, ...outcome } = await this.#buildAll(phases, urgency, followed?.parts);
    const result: BuildResult = {
      ...outcome,
      pages: countPages(site),
      seconds: secondsSince(start),
      warnings: this.#warningsSince(firstMessage),
      phases: phases.times,
      templates: this.#templateCosts,
    };
    // Later builds of a watching process do not update the record. The next process notices which outputs do not match it.
    if (changes === undefined) this.#record(site, result, false);
    return result;
  }

  /** Reads and renders the whole site, cleans the destination and writes what changed. */
  async #buildAll(
    phases: Phases,
    urgency: Urgency | undefined,
    prepared: SiteWithRenderer | undefined,
  ): Promise<Pick<BuildResult, 'rendered' | 'written' | 'removed'> & { readonly site: Site }> {
    // If this build fails, the kept site must not be used again: it would miss this build's changes.
    this.#keptSite = null;
    const urgent = new UrgentRender(this.#options.tree, urgency);
    const { rendered, removed } = await this.#renderAndClean(phases, urgent, prepared);
    const { parts, regeneration } = rendered;
    const { site } = parts;
    const rest = await phases.run('write', () => this.#write(site));
    this.#built = site;
    if (this.#isRecorded) this.#keep(rendered);
    return { site, rendered: regeneration.reasons, written: [...new Set([...urgent.written(site), ...rest])], removed };
  }

  /** Renders the site and removes what does not belong in the destination. If rendering fails, the destination is as it was. */
  async #renderAndClean(
    phases: Phases,
    urgent: UrgentRender,
    prepared: SiteWithRenderer | undefined,
  ): Promise<{ readonly rendered: RenderedSite; readonly removed: readonly string[] }> {
    let eager: EagerWriter | undefined;
    try {
      const rendered = await this.#readAndRender(phases, urgent, prepared);
      eager = rendered.eager;
      // If cleaning or writing fails halfway, the destination no longer matches the record.
      this.#kept = null;
      await eager?.copied();
      const removed = await phases.run('cleanup', () => this.#writer.clean(rendered.parts.site, eager?.written));
      return { rendered, removed };
    } catch (error) {
      urgent.undo();
      await eager?.undo();
      throw error;
    }
  }

  /** Keeps what the next build can reuse. */
  #keep({ parts, regeneration, pageTexts }: RenderedSite): void {
    const { known, registry } = this.#options;
    this.#kept = regeneration.finish();
    known?.remember(parts.site);
    if (registry.mayKeepSite) this.#keptSite = new KeptSite(parts, pageTexts);
  }

  get #templateCosts(): BuildResult['templates'] {
    return shortenPaths(this.#templates.costs, this.source, this.#options.theme);
  }

  #warningsSince(firstMessage: number): readonly string[] {
    const messages = this.#options.log.messages.slice(firstMessage);
    return messages.filter(({ level }) => level === 'warn' || level === 'error').map(({ text }) => text.trim());
  }

  /**
   * Continues from the build of another process if only texts have changed since.
   *
   * @returns the result, or if that is not possible the site as far as it has been read
   */
  async #follow(phases: Phases): Promise<{ readonly result?: BuildResult; readonly parts?: SiteWithRenderer }> {
    const start = milliseconds();
    const { cache, kept, known, last, names } = this.#options;
    const before = this.#kept;
    if (!this.#isFirst || cache?.hasForeignCode !== false || kept?.isLeft !== true) return {};
    if (known === null || last === undefined) return {};
    const changed = last.changedFiles();
    if (changed === undefined || before === null || this.#hasLeftover(before)) return {};
    const parts = await this.#prepare(phases);
    const recorded = (name: string) => recordedVersion(before.record, names, name);
    const resumed = last.hasListed(cache.tree.observations)
      ? resumeSite(parts, { state: before, changed, recorded, hadWritten: (path) => kept.written.has(path) })
      : undefined;
    if (resumed === undefined) return { parts };
    const urgent = new UrgentRender(this.#options.tree, undefined);
    const quick = await this.#buildKept(resumed.kept, { ...resumed, before, urgent });
    if (quick === undefined) return {};
    this.#keptSite = resumed.kept;
    this.#built = parts.site;
    known.remember(parts.site, true);
    const result = { ...quick, seconds: secondsSince(start), phases: [...phases.times, ...quick.phases] };
    this.#record(parts.site, result, true);
    return { result };
  }

  /** Builds the kept site again. Returns undefined if the site must be read again. */
  async #rebuild(changes: readonly Change[], urgency: Urgency | undefined): Promise<BuildResult | undefined> {
    const kept = this.#keptSite;
    const before = this.#kept;
    if (kept === null || before === null || this.#hasLeftover(before)) return undefined;
    if (changes.some(({ path }) => this.#isWarnedOf(withSlashes(path)))) return undefined;
    const { known, names } = this.#options;
    const time = presentTime(this.#options);
    if (known?.hasChanged === true || kept.site.changesBy(time)) return undefined;
    const texts = kept.classify(changes, { recorded: (name) => recordedVersion(before.record, names, name) });
    if (texts === undefined) return undefined;
    kept.site.time = time;
    // If anything fails from here on, the site is left half changed and must not be used again.
    this.#keptSite = null;
    const urgent = new UrgentRender(this.#options.tree, urgency);
    try {
      const result = await this.#buildKept(kept, { texts, before, urgent });
      if (result === undefined) urgent.undo();
      else this.#keptSite = kept;
      return result;
    } catch (error) {
      urgent.undo();
      throw error;
    }
  }

  /** Whether reading a file led to a warning, which may no longer hold once the file has changed. */
  #isWarnedOf(path: string): boolean {
    return this.#standingWarnings.some((warning) => warning.includes(path));
  }

  async #buildKept(
    kept: KeptSite,
    { texts, before, urgent }: { texts: TextChanges; before: KeptState; urgent: UrgentRender },
  ): Promise<BuildResult | undefined> {
    const start = milliseconds();
    const { site } = kept;
    const firstMessage = this.#options.log.messages.length;
    const phases = new Phases();
    const regeneration = await phases.run('read', () => this.#takeTexts(kept, texts, before));
    const items = await phases.run('render', () => kept.render(regeneration, before, urgent));
    if (items === undefined) return undefined;
    await site.hooks.triggerAndWait('site', 'post_render', site);
    this.#kept = null;
    const files = [...texts.staticFiles].filter(({ isWritten }) => isWritten);
    const rest = await phases.run('write', () => this.#writer.writeOnly(site, new Set([...files, ...items])));
    await this.#afterWrite(site);
    this.#kept = regeneration.finish();
    return {
      pages: countPages(site),
      seconds: secondsSince(start),
      warnings: [...this.#standingWarnings, ...this.#warningsSince(firstMessage)],
      rendered: regeneration.reasons,
      written: [...new Set([...urgent.written(site), ...rest])],
      removed: [],
      phases: phases.times,
      templates: this.#templateCosts,
    };
  }

  async #takeTexts(kept: KeptSite, texts: TextChanges, before: KeptState): Promise<Regeneration> {
    const { converters, reads, names, clock } = this.#options;
    this.#templates.beginBuild();
    converters.markdown.beginBuild();
    const regeneration = kept.apply(texts, { reads, names, clock, before });
    await kept.site.hooks.triggerAndWait('site', 'pre_render', kept.site);
    return regeneration;
  }

  /** Whether to record this build: there may be another, everything that plugins read is recorded, and nobody has turned it off. */
  get #isRecorded(): boolean {
    const { buildsOnce, cache, isIncremental, registry } = this.#options;
    const mayFollow = !buildsOnce || cache !== null;
    return mayFollow && isIncremental && registry.isTracked;
  }

  /** Whether a page of the previous build showed something that the page before it left behind: then all are rendered, or none. */
  #hasLeftover({ record }: KeptState): boolean {
    return record.versions.has(this.#options.names.id(LEFTOVER));
  }

  #record(site: Site, result: BuildResult, isFollowing: boolean): void {
    if (this.#kept === null) return;
    const { written } = this.#writer;
    recordBuild(this.#options, { site, state: this.#kept, result, written, isFollowing });
  }

  why(path: string): readonly string[] | undefined {
    const { destination } = this;
    return this.#kept === null
      ? undefined
      : inputsOfOutput(this.#kept, { path, destination, names: this.#options.names });
  }

  async read(): Promise<Site> {
    const parts = await this.#reset();
    await this.#read(parts);
    await runGenerators(this.#options.registry.generators, parts);
    return parts.site;
  }

  pages(): readonly BuiltPage[] {
    return this.#built === undefined ? [] : listPages(this.#built);
  }

  /** Reads and renders the site. If what was kept turns out not to be trustworthy, it does so again with nothing kept. */
  async #readAndRender(
    phases: Phases,
    urgent: UrgentRender,
    prepared: SiteWithRenderer | undefined,
  ): Promise<RenderedSite> {
    const options = { builder: this.#options, urgent, isRecorded: this.#isRecorded };
    const parts = prepared ?? (await this.#prepare(phases));
    const rendered = await phases.run('render', () => renderAll(parts, { ...options, before: this.#kept }));
    if (rendered.regeneration.isTrustworthy) return rendered;
    const anew = await this.#prepare(phases);
    return phases.run('render', () => renderAll(anew, { ...options, before: null }));
  }

  /** Does everything that comes before rendering: reads the site and runs the generators. */
  async #prepare(phases: Phases): Promise<SiteWithRenderer> {
    const firstMessage = this.#options.log.messages.length;
    const parts = await phases.run('reset', () => this.#reset());
    const { converters, usesWorkers } = this.#options;
    if (usesWorkers && this.#kept === null) expectWork(parts.site, converters);
    await phases.run('read', () => this.#read(parts));
    await phases.run('generate', () => runGenerators(this.#options.registry.generators, parts));
    for (const post of parts.site.posts.docs) post.settleDate();
    this.#standingWarnings = this.#warningsSince(firstMessage);
    return parts;
  }

  async #reset(): Promise<SiteWithRenderer> {
    const { registry, converters, known } = this.#options;
    known?.begin();
    this.#templates.beginBuild();
    converters.markdown.beginBuild();
    const parts = makeSite(siteOptions(this.#options), {
      registry,
      templates: this.#templates,
      reads: this.#options.reads,
      known,
    });
    registry.tools = parts.tools;
    if (!this.#isFirst) rememberSources(this.#options.tree);
    if (this.#isFirst) await registry.hooks.triggerAndWait('site', 'after_init', parts.site);
    this.#isFirst = false;
    await registry.hooks.triggerAndWait('site', 'after_reset', parts.site);
    return parts;
  }

  async #read({ site }: SiteWithRenderer): Promise<void> {
    if (Number(site.config.get('limit_posts') ?? 0) < 0) {
      throw new UttersonError('ArgumentError', 'limit_posts must be a non-negative number');
    }
    readSite(site);
    await site.hooks.triggerAndWait('site', 'post_read', site);
  }

  async #write(site: Site): Promise<readonly string[]> {
    for (const conflict of findConflicts(site)) site.log.warn(...describeConflict(conflict));
    const written = this.#writer.write(site);
    await this.#afterWrite(site);
    const touched = site.touchedByPlugins;
    this.#writer.forget(touched.keys());
    const changed = [...touched].flatMap(([path, isChanged]) => (isChanged ? path : []));
    return [...written, ...changed.map((path) => path.slice(site.destination.length + 1))];
  }

  async #afterWrite(site: Site): Promise<void> {
    const { converters, isLast } = this.#options;
    if (isLast) converters.sumUpDeprecations();
    await site.hooks.triggerAndWait('site', 'post_write', site);
  }
}

const secondsSince = (start: number): number => (milliseconds() - start) / 1000;
