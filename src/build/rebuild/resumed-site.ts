import type { InputNames } from '../../regenerator/reads.ts';
import { recordedVersion } from '../../regenerator/staleness.ts';
import { itemName } from '../../site/item-name.ts';
import { Page } from '../../site/page.ts';
import type { Site } from '../../site/site.ts';
import type { BuildContext, DiskRecord } from '../build-context.ts';
import type { BuildTrace } from '../build-trace.ts';
import { hasLeftover } from '../previous-build.ts';
import { renderOrder } from '../render/input-versions.ts';
import type { BuildState } from '../render/regeneration.ts';
import { shareTemplates } from '../render/share-templates.ts';
import type { RenderedBuild } from '../rendered-build.ts';
import type { LoadedSite } from '../site-loader.ts';
import { KeptSite, textsWithoutFile } from './kept-site.ts';
import type { TextChanges } from './text-changes.ts';
import { renderTexts } from './text-rebuild.ts';

/** What became of the attempt to continue from the build of another process. */
type Resumption =
  | { readonly kind: 'rendered'; readonly build: RenderedBuild }
  /** The site must be rendered as usual. It may have been read already. */
  | { readonly kind: 'given up'; readonly loaded?: LoadedSite };

/** A record that can be followed: the destination is as the last build left it, and what that build looked at is noted. */
type FollowableRecord = { readonly [Key in keyof DiskRecord]: NonNullable<DiskRecord[Key]> };

/**
 * Continues from the build of another process as a watching process continues from its own: if only texts have changed
 * since, only what they can affect is checked.
 */
export async function renderResumed(context: BuildContext, state: BuildState, trace: BuildTrace): Promise<Resumption> {
  const { loader, names } = context;
  const record = followable(context.record);
  const changed = record?.last.changedFiles();
  if (record === null || changed === undefined || hasLeftover(state, names)) return { kind: 'given up' };
  const loaded = await loader.load(trace);
  const resumed = resumeSite(loaded, state, { record, changed, names });
  if (resumed === undefined) return { kind: 'given up', loaded };
  const { site, texts } = resumed;
  const built = { kind: 'site', state, site } as const;
  const build = await renderTexts(context, built, { trace, texts, urgency: undefined, warningsBefore: [] });
  return build === undefined ? { kind: 'given up' } : { kind: 'rendered', build: following(build, record) };
}

function followable(record: DiskRecord | null): FollowableRecord | null {
  if (record === null || record.cache.hasForeignCode || !record.restored.isLeft) return null;
  const { known, last } = record;
  return known === null || last === undefined ? null : { ...record, known, last };
}

interface BuildBefore {
  readonly record: FollowableRecord;
  /** Absolute paths of all files that have changed since. */
  readonly changed: readonly string[];
  readonly names: InputNames;
}

/** @returns the site as that build left it, and the texts that have changed since; undefined if more has changed */
function resumeSite(
  loaded: LoadedSite,
  state: BuildState,
  { record, changed, names }: BuildBefore,
): { readonly site: KeptSite; readonly texts: TextChanges } | undefined {
  const { site } = loaded.parts;
  if (!record.last.hasListed(record.cache.tree.observations) || !hasSameItems(site, state)) return undefined;
  shareTemplates(site);
  const kept = new KeptSite(loaded, textsWithoutFile(site));
  const changes = changed.map((path) => ({ kind: 'changed', path }) as const);
  const texts = kept.classify(changes, {
    recorded: (name) => recordedVersion(state.record, names, name),
    hadWritten: (path) => record.restored.written.has(path),
  });
  if (texts !== undefined) addMadePages(site, state);
  return texts && { site: kept, texts };
}

/** The same build, for which the notes of the other process are brought up to date instead of being made anew. */
function following(build: RenderedBuild, { known, last }: FollowableRecord): RenderedBuild {
  return {
    async write() {
      const finished = await build.write();
      known.remember(finished.site, true);
      return { ...finished, follows: last };
    },
  };
}

/** Adds the pages that converters made in that build, which a kept site is expected to have. */
function addMadePages(site: Site, { made }: BuildState): void {
  if (made.size === 0) return;
  for (const item of renderOrder(site)) {
    for (const place of made.get(itemName(item)) ?? []) {
      site.pages.push(new Page(site, { ...place, data: item.data, isPlain: true }));
    }
  }
}

/** Whether a site has the same items as that build. A file that lost its front matter, for example, is no longer one. */
function hasSameItems(site: Site, { record, made }: BuildState): boolean {
  const { outputs } = record;
  let found = 0;
  for (const item of renderOrder(site)) {
    if (outputs.has(itemName(item))) found++;
    else if (item.isWritten) return false;
  }
  const pagesMade = [...made.values()].reduce((sum, { length }) => sum + length, 0);
  return found + pagesMade === outputs.size;
}
