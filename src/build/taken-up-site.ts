import type { Version } from '../regenerator/staleness.ts';
import { itemName } from '../site/item-name.ts';
import { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { SiteWithRenderer } from './build-site.ts';
import { renderOrder } from './input-versions.ts';
import { KeptSite, textsWithoutFile } from './kept-site.ts';
import type { KeptState } from './regeneration.ts';
import { shareTemplates } from './share-templates.ts';
import type { TextChanges } from './text-changes.ts';

/** A site that another process has built, and what has changed since. */
export interface TakenUpSite {
  readonly kept: KeptSite;
  readonly texts: TextChanges;
}

/** What is known of the build before. */
export interface BuildBefore {
  readonly state: KeptState;
  /** Paths of all files that have changed since. */
  readonly changed: readonly string[];
  readonly recorded: (input: string) => Version | undefined;
}

/**
 * Goes on from the build of another process as a watching one goes on from its own: where nothing but texts has changed since, only
 * what they can have reached is looked at.
 *
 * @param parts the site, as it was read by now
 * @returns undefined where more has changed
 */
export function takeUpSite(parts: SiteWithRenderer, before: BuildBefore): TakenUpSite | undefined {
  const { site } = parts;
  if (!hasSameItems(site, before.state)) return undefined;
  shareTemplates(site);
  const kept = new KeptSite(parts, textsWithoutFile(site));
  const changes = before.changed.map((path) => ({ kind: 'changed', path }) as const);
  const texts = kept.sort(changes, before.recorded, true);
  if (texts !== undefined) addMadePages(site, before.state);
  return texts === undefined ? undefined : { kept, texts };
}

/** A kept site has the pages that converters have made. */
function addMadePages(site: Site, { made }: KeptState): void {
  for (const item of renderOrder(site)) {
    for (const place of made.get(itemName(item)) ?? []) {
      site.pages.push(new Page(site, { ...place, data: item.data, isPlain: true }));
    }
  }
}

/** Whether a site has the items of the build before: a file that lost its front matter is none any more. */
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
