import type { PluginCommand } from '../plugin/command.ts';
import { MeasuredTemplates } from '../renderer/measured-templates.ts';
import { TemplateCache } from '../renderer/template-cache.ts';
import type { Site } from '../site/site.ts';
import { MappedMap } from '../util/record/lazy-map.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { Writer } from '../writer/writer.ts';
import type { BuildContext, SiteBuilderOptions } from './build-context.ts';
import type { BuildResult, BuiltPage, Change } from './build-result.ts';
import { BuildTrace } from './build-trace.ts';
import type { Builder } from './builder.ts';
import { renderFully } from './full-build.ts';
import { countPages, listPages } from './list-pages.ts';
import { NO_BUILD, type PreviousBuild, withoutSite } from './previous-build.ts';
import { renderResumed } from './rebuild/resumed-site.ts';
import { renderChanges } from './rebuild/text-rebuild.ts';
import { recordBuild } from './record/record-build.ts';
import { inputsOfOutput, outputsOfInputs } from './render/inputs-of-output.ts';
import type { Urgency } from './render/urgent-pages.ts';
import type { FinishedBuild, RenderedBuild } from './rendered-build.ts';
import { SiteLoader } from './site-loader.ts';
import { isSource } from './site-setup.ts';
import { shortenPaths } from './template-costs.ts';

/**
 * Builds one site repeatedly. Each build takes what the one before left (`PreviousBuild`) and leaves something for the next:
 * `renderFully` reads the site, `renderChanges` continues with the site of this process, `renderResumed` with that of another.
 */
export class SiteBuilder implements Builder {
  readonly source: string;
  readonly destination: string;
  readonly #context: BuildContext;
  #previous: PreviousBuild;
  /** The site of the last successful build. */
  #built: Site | undefined;

  constructor(options: SiteBuilderOptions) {
    this.source = options.source;
    this.destination = options.destination;
    const Templates = isTruthy(options.config.get('profile')) ? MeasuredTemplates : TemplateCache;
    const templates = new Templates(options.registry.liquid, (warning, path) => {
      options.log.warn('Liquid Warning:', `${warning.message} in ${path}`);
    });
    const writer = new Writer(options.tree, options.isAlone);
    this.#context = { ...options, templates, writer, loader: new SiteLoader(options, templates) };
    this.#previous = restore(options, writer);
  }

  get commands(): readonly PluginCommand[] {
    return this.#context.registry.commands;
  }

  get untrackedPlugins(): readonly string[] {
    return this.#context.registry.untracked;
  }

  isWatched(path: string): boolean {
    return isSource(path, this.#context);
  }

  why(path: string): readonly string[] | undefined {
    const { destination } = this;
    const { state } = this.#previous;
    return state === null ? undefined : inputsOfOutput(state, { path, destination, names: this.#context.names });
  }

  madeFrom(inputs: readonly string[]): readonly string[] {
    const { state } = this.#previous;
    return state === null ? [] : outputsOfInputs(state, inputs, this.#context.names);
  }

  pages(): readonly BuiltPage[] {
    return this.#built === undefined ? [] : listPages(this.#built);
  }

  async read(): Promise<Site> {
    // What a kept site has in common with this one, such as what is known about documents, begins anew.
    this.#takePrevious();
    try {
      return await this.#context.loader.inspect();
    } finally {
      this.#lookAgain();
    }
  }

  async build(changes?: readonly Change[], urgency?: Urgency): Promise<BuildResult> {
    const { sassCompiler, conversionWorkers } = this.#context.converters;
    const trace = new BuildTrace(this.#context.log);
    sassCompiler.beginBuild();
    try {
      return await (changes === undefined
        ? this.#buildAndRecord(trace, urgency)
        : this.#buildChanges(trace, changes, urgency));
    } finally {
      conversionWorkers.close();
      // In a watching process style sheets are likely to be edited, so Sass keeps running.
      if (changes === undefined) sassCompiler.close();
      this.#lookAgain();
    }
  }

  /** Builds whatever has changed, and records it for the next process. */
  async #buildAndRecord(trace: BuildTrace, urgency: Urgency | undefined): Promise<BuildResult> {
    const previous = this.#takePrevious();
    const resumed =
      previous.kind === 'recorded' ? await renderResumed(this.#context, previous.state, trace) : NOT_RESUMED;
    const build =
      resumed.kind === 'rendered'
        ? resumed.build
        : await renderFully(this.#context, { trace, urgency, before: previous.state, loaded: resumed.loaded });
    const finished = await this.#write(build);
    const result = this.#resultOf(finished, trace);
    recordBuild(this.#context, finished, result);
    return result;
  }

  /** Builds after some changes. The record stays as it is: the next process notices which outputs do not match it. */
  async #buildChanges(trace: BuildTrace, changes: readonly Change[], urgency?: Urgency): Promise<BuildResult> {
    const previous = this.#takePrevious();
    const rebuilt =
      previous.kind === 'site' ? await renderChanges(this.#context, previous, { trace, changes, urgency }) : undefined;
    const build = rebuilt ?? (await renderFully(this.#context, { trace, urgency, before: previous.state }));
    return this.#resultOf(await this.#write(build), trace);
  }

  /** What to continue from. If the build fails while rendering, the outputs are as they were, but not the site. */
  #takePrevious(): PreviousBuild {
    const previous = this.#previous;
    this.#previous = withoutSite(previous);
    return previous;
  }

  async #write(build: RenderedBuild): Promise<FinishedBuild> {
    // If writing fails halfway, the destination no longer matches what is known of it.
    this.#previous = NO_BUILD;
    const finished = await build.write();
    this.#previous = finished.left;
    this.#built = finished.site;
    return finished;
  }

  #resultOf({ site, rendered, written, removed, warningsBefore }: FinishedBuild, trace: BuildTrace): BuildResult {
    const { templates, theme } = this.#context;
    return {
      pages: countPages(site),
      seconds: trace.seconds,
      warnings: [...warningsBefore, ...trace.warnings],
      rendered,
      written,
      removed,
      phases: trace.phases,
      templates: shortenPaths(templates.costs, this.source, theme),
    };
  }

  /** What was looked at when the process started may have changed by the next build. */
  #lookAgain(): void {
    this.#context.record?.cache.tree.assumeUnchanged(null);
  }
}

const NOT_RESUMED = { kind: 'given up', loaded: undefined } as const;

/** What the record of another process has to continue from. */
function restore({ record, registry }: SiteBuilderOptions, writer: Writer): PreviousBuild {
  const state = record?.restored.state ?? null;
  if (record === null || state === null || !registry.isTracked || state.record.outputs.size === 0) return NO_BUILD;
  writer.resume(new MappedMap(record.restored.written, ([note]) => note), record.restored.isLeft);
  return { kind: 'recorded', state };
}
