import { recordedVersion } from '../../regenerator/staleness.ts';
import type { Item } from '../../site/item.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { withSlashes } from '../../util/files/paths.ts';
import type { BuildContext } from '../build-context.ts';
import type { Change } from '../build-result.ts';
import type { BuildTrace } from '../build-trace.ts';
import { type BuiltSite, hasLeftover } from '../previous-build.ts';
import type { Regeneration } from '../render/regeneration.ts';
import type { Urgency } from '../render/urgent-pages.ts';
import { UrgentRender } from '../render/urgent-render.ts';
import type { FinishedBuild, RenderedBuild } from '../rendered-build.ts';
import { presentTime } from '../site-options.ts';
import { triggerWritten } from '../trigger-written.ts';
import type { TextChanges } from './text-changes.ts';

interface Given {
  readonly trace: BuildTrace;
  readonly urgency: Urgency | undefined;
}

/**
 * Renders a site that this process has built, after some files have changed.
 *
 * @returns undefined if the site must be read again
 */
export async function renderChanges(
  context: BuildContext,
  previous: BuiltSite,
  { changes, ...given }: Given & { readonly changes: readonly Change[] },
): Promise<RenderedBuild | undefined> {
  const { names, record } = context;
  const { state, site: kept } = previous;
  if (hasLeftover(state, names) || changes.some(({ path }) => kept.isWarnedOf(withSlashes(path)))) return undefined;
  const time = presentTime(context);
  if (record?.known?.hasChanged === true || internalsOf(kept.site).buildTime.changesSiteBy(time)) return undefined;
  const texts = kept.classify(changes, { recorded: (name) => recordedVersion(state.record, names, name) });
  if (texts === undefined) return undefined;
  internalsOf(kept.site).buildTime.now = time;
  return renderTexts(context, previous, { ...given, texts, warningsBefore: kept.warnings });
}

interface TextRebuildOptions extends Given, Pick<FinishedBuild, 'warningsBefore'> {
  readonly texts: TextChanges;
}

/**
 * Renders what changed texts make stale. If it fails or gives up, the destination is as it was, but the site is half changed.
 *
 * @returns undefined if the site must be read again
 */
export async function renderTexts(
  context: BuildContext,
  previous: BuiltSite,
  options: TextRebuildOptions,
): Promise<RenderedBuild | undefined> {
  const urgent = new UrgentRender(context.tree, options.urgency);
  try {
    const rendered = await render(context, previous, { ...options, urgent });
    if (rendered === undefined) urgent.undo();
    return rendered && { write: () => write(context, previous, { ...options, ...rendered, urgent }) };
  } catch (error) {
    urgent.undo();
    throw error;
  }
}

interface RenderedTexts {
  readonly regeneration: Regeneration;
  /** The items to write. */
  readonly items: ReadonlySet<Item>;
}

async function render(
  context: BuildContext,
  { state, site: kept }: BuiltSite,
  { texts, trace, urgent }: TextRebuildOptions & { readonly urgent: UrgentRender },
): Promise<RenderedTexts | undefined> {
  const { site } = kept;
  const regeneration = await trace.run('read', async () => {
    const { clock, converters, names, reads, templates } = context;
    templates.beginBuild();
    converters.markdown.beginBuild();
    const regenerated = kept.apply(texts, { reads, names, clock, before: state });
    await internalsOf(site).hooks.triggerAndWait('site', 'pre_render', site);
    return regenerated;
  });
  const items = await trace.run('render', () => kept.render(regeneration, state, urgent));
  if (items === undefined) return undefined;
  await internalsOf(site).hooks.triggerAndWait('site', 'post_render', site);
  return { regeneration, items };
}

async function write(
  context: BuildContext,
  previous: BuiltSite,
  parts: TextRebuildOptions & RenderedTexts & { readonly urgent: UrgentRender },
): Promise<FinishedBuild> {
  const { items, regeneration, texts, trace, urgent, warningsBefore } = parts;
  const { site } = previous.site;
  const files = [...texts.staticFiles].filter(({ isWritten }) => isWritten);
  const written = await trace.run('write', () => context.writer.writeOnly(site, new Set([...files, ...items])));
  await triggerWritten(context, site);
  return {
    site,
    rendered: regeneration.reasons,
    written: [...new Set([...urgent.written(site), ...written])],
    removed: [],
    left: { ...previous, state: regeneration.finish() },
    warningsBefore,
  };
}
