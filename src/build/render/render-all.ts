import type { Item } from '../../site/item.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { decodeText } from '../../util/encoding.ts';
import { type BuildContext, isRecorded } from '../build-context.ts';
import type { SiteWithRenderer } from '../make-site.ts';
import { textsWithoutFile } from '../rebuild/kept-site.ts';
import type { LoadedSite } from '../site-loader.ts';
import { refuseRelativePermalinks } from '../site-options.ts';
import { EagerWriter } from './eager-writer.ts';
import { renderOrder } from './input-versions.ts';
import { type BuildState, Regeneration } from './regeneration.ts';
import { type Ahead, startAhead } from './render-ahead.ts';
import { shareTemplates } from './share-templates.ts';
import type { UrgentRender } from './urgent-render.ts';

/** A site all of whose items have been rendered or kept, none of them written. */
export interface RenderedSite {
  readonly loaded: LoadedSite;
  readonly regeneration: Regeneration;
  /** The source texts of pages without a file. Rendering replaces them, so they have to be kept for another render. */
  readonly pageTexts: Map<Item, string | null>;
  /** Has already written most pages, if it was possible to write them before all are rendered. */
  readonly eager: EagerWriter | undefined;
}

interface RenderAllOptions {
  readonly context: BuildContext;
  /** The state of the previous build; null to render everything. */
  readonly before: BuildState | null;
  readonly urgent: UrgentRender;
}

/** Renders what is stale of a site that has just been read, and keeps the rest. */
export async function renderAll(loaded: LoadedSite, options: RenderAllOptions): Promise<RenderedSite> {
  const { parts } = loaded;
  const { site } = parts;
  const { context, before } = options;
  refuseRelativePermalinks(site);
  await internalsOf(site).hooks.triggerAndWait('site', 'pre_render', site);
  shareTemplates(site);
  const { reads, names, clock, tree, buildsOnce, registry } = context;
  const [untrackedPlugin] = registry.untracked;
  const recording = { reads, names, clock, isRecorded: isRecorded(context), untrackedPlugin };
  const regeneration = Regeneration.ofLoadedSite(site, { ...recording, before });
  parts.regeneration = regeneration;
  // This must come before any page is rendered ahead of its turn, which replaces its text.
  const pageTexts = textsWithoutFile(site);
  const eager = buildsOnce && before === null ? EagerWriter.for(site, { tree, regeneration }) : undefined;
  const rendered = { loaded, regeneration, pageTexts, eager };
  try {
    eager?.beginCopies();
    await renderItems(rendered, options);
    parts.regeneration = null;
    await internalsOf(site).hooks.triggerAndWait('site', 'post_render', site);
  } catch (error) {
    await eager?.undo();
    throw error;
  }
  return rendered;
}

async function renderItems(
  { loaded: { parts }, regeneration, eager, pageTexts }: RenderedSite,
  { context, before, urgent }: RenderAllOptions,
): Promise<void> {
  const { site, renderer } = parts;
  const { tree } = context;
  const ahead = await beginAhead(parts, context, before);
  try {
    if (before !== null) await urgent.begin({ site, regeneration, render: (item) => renderer.render(item) });
    for (const item of renderOrder(site)) {
      if (urgent.isDone(item)) continue;
      await urgent.yieldToServer();
      ahead?.advance();
      // A page may have been added meanwhile.
      if (item.kind === 'page' && item.filePath === null) pageTexts.set(item, item.content);
      const reason = regeneration.staleBecause(item);
      if (reason !== undefined) regeneration.render(item, reason, () => renderer.render(item));
      else regeneration.keep(item, () => decodeText(tree.read(item.destination), site.encoding));
      urgent.check(item, regeneration);
      eager?.write(item);
    }
  } finally {
    ahead?.close();
  }
}

/** Other cores help with a build that renders everything. */
async function beginAhead(
  { site, renderer }: SiteWithRenderer,
  { registry, converters, usesWorkers }: BuildContext,
  before: BuildState | null,
): Promise<Ahead | null> {
  return usesWorkers && before === null ? startAhead({ site, renderer, registry, converters }) : null;
}
