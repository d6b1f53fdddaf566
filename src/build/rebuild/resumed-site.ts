import { itemName } from '../../site/item-name.ts';
import { Page } from '../../site/page.ts';
import type { Site } from '../../site/site.ts';
import type { SiteWithRenderer } from '../make-site.ts';
import { renderOrder } from '../render/input-versions.ts';
import type { KeptState } from '../render/regeneration.ts';
import { shareTemplates } from '../render/share-templates.ts';
import { KeptSite, textsWithoutFile } from './kept-site.ts';
import type { Before, TextChanges } from './text-changes.ts';

/** A site that another process built, and the texts that have changed since. */
interface ResumedSite {
  readonly kept: KeptSite;
  readonly texts: TextChanges;
}

/** What is known about the build of the other process. */
interface BuildBefore extends Required<Before> {
  readonly state: KeptState;
  /** Absolute paths of all files that have changed since. */
  readonly changed: readonly string[];
}

/**
 * Continues from the build of another process as a watching process continues from its own: if only texts have changed
 * since, only what they can affect is checked.
 *
 * @param parts the site as it has just been read
 * @returns undefined if more has changed
 */
export function resumeSite(parts: SiteWithRenderer, before: BuildBefore): ResumedSite | undefined {
  const { site } = parts;
  if (!hasSameItems(site, before.state)) return undefined;
  shareTemplates(site);
  const kept = new KeptSite(parts, textsWithoutFile(site));
  const changes = before.changed.map((path) => ({ kind: 'changed', path }) as const);
  const texts = kept.classify(changes, before);
  if (texts !== undefined) addMadePages(site, before.state);
  return texts === undefined ? undefined : { kept, texts };
}

/** Adds the pages that converters made in that build, which a kept site is expected to have. */
function addMadePages(site: Site, { made }: KeptState): void {
  if (made.size === 0) return;
  for (const item of renderOrder(site)) {
    for (const place of made.get(itemName(item)) ?? []) {
      site.pages.push(new Page(site, { ...place, data: item.data, isPlain: true }));
    }
  }
}

/** Whether a site has the same items as that build. A file that lost its front matter, for example, is no longer one. */
function hasSameItems(site: Site, { record, made }: KeptState): boolean {
  const { outputs } = record;
  let found = 0;
  for (const item of renderOrder(site)) {
    if (outputs.has(itemName(item))) found++;
    else if (item.isWritten) return false;
  }
  const pagesMade = [...made.values()].reduce((sum, { length }) => sum + length, 0);
  return found + pagesMade === outputs.size;
}
