import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import { describeConflict, findConflicts } from '../writer/conflicts.ts';
import { type BuildContext, isRecorded } from './build-context.ts';
import type { BuildTrace } from './build-trace.ts';
import { NO_BUILD, type PreviousBuild } from './previous-build.ts';
import { KeptSite } from './rebuild/kept-site.ts';
import type { BuildState } from './render/regeneration.ts';
import { expectWork } from './render/render-ahead.ts';
import { type RenderedSite, renderAll } from './render/render-all.ts';
import type { Urgency } from './render/urgent-pages.ts';
import { UrgentRender } from './render/urgent-render.ts';
import type { FinishedBuild, RenderedBuild } from './rendered-build.ts';
import type { LoadedSite } from './site-loader.ts';
import { triggerWritten } from './trigger-written.ts';

interface FullBuildOptions {
  readonly trace: BuildTrace;
  /** What the build before left, or null: then everything is rendered. */
  readonly before: BuildState | null;
  /** The site, if it has been read already. */
  readonly loaded?: LoadedSite | undefined;
  readonly urgency: Urgency | undefined;
}

/** A build that reads the whole site, and renders what is stale. If it fails, the destination is as it was. */
export async function renderFully(context: BuildContext, options: FullBuildOptions): Promise<RenderedBuild> {
  const urgent = new UrgentRender(context.tree, options.urgency);
  try {
    const rendered = await loadAndRender(context, options, urgent);
    return { write: () => cleanAndWrite(context, options.trace, { rendered, urgent }) };
  } catch (error) {
    urgent.undo();
    throw error;
  }
}

/** Reads and renders the site. If what the build before left turns out not to be trustworthy, it does so again without it. */
async function loadAndRender(
  context: BuildContext,
  { trace, before, loaded }: FullBuildOptions,
  urgent: UrgentRender,
): Promise<RenderedSite> {
  const { converters, loader, usesWorkers } = context;
  const beforeReading = (site: Site) => {
    if (usesWorkers && before === null) expectWork(site, converters);
  };
  const first = loaded ?? (await loader.load(trace, beforeReading));
  const rendered = await trace.run('render', () => renderAll(first, { context, before, urgent }));
  if (rendered.regeneration.isTrustworthy) return rendered;
  const anew = await loader.load(trace);
  return trace.run('render', () => renderAll(anew, { context, before: null, urgent }));
}

interface RenderedParts {
  readonly rendered: RenderedSite;
  readonly urgent: UrgentRender;
}

/** Removes what does not belong in the destination, and writes what has changed. */
async function cleanAndWrite(context: BuildContext, trace: BuildTrace, parts: RenderedParts): Promise<FinishedBuild> {
  const { rendered, urgent } = parts;
  const { site } = rendered.loaded.parts;
  const removed = await clean(context, trace, parts);
  const written = await trace.run('write', () => writeAll(context, site));
  return {
    site,
    rendered: rendered.regeneration.reasons,
    written: [...new Set([...urgent.written(site), ...written])],
    removed,
    left: leave(context, rendered),
    warningsBefore: [],
  };
}

async function clean(
  { writer }: BuildContext,
  trace: BuildTrace,
  { rendered: { eager, loaded }, urgent }: RenderedParts,
): Promise<readonly string[]> {
  try {
    await eager?.copied();
    return await trace.run('cleanup', () => writer.clean(loaded.parts.site, eager?.written));
  } catch (error) {
    urgent.undo();
    await eager?.undo();
    throw error;
  }
}

/** @returns the files that changed, relative to the destination */
async function writeAll(context: BuildContext, site: Site): Promise<readonly string[]> {
  const { writer } = context;
  for (const conflict of findConflicts(site)) site.log.warn(...describeConflict(conflict));
  const written = writer.write(site);
  await triggerWritten(context, site);
  const touched = internalsOf(site).touchedPaths;
  writer.forget(touched.keys());
  const changed = [...touched].flatMap(([path, isChanged]) => (isChanged ? path : []));
  return [...written, ...changed.map((path) => path.slice(site.destination.length + 1))];
}

/** What the next build can continue from. */
function leave(context: BuildContext, { loaded, regeneration, pageTexts }: RenderedSite): PreviousBuild {
  if (!isRecorded(context)) return NO_BUILD;
  const state = regeneration.finish();
  context.record?.known?.remember(loaded.parts.site);
  if (!context.registry.mayKeepSite) return { kind: 'outputs', state };
  return { kind: 'site', state, site: new KeptSite(loaded, pageTexts) };
}
