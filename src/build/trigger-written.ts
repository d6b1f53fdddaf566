import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import type { BuildContext } from './build-context.ts';

/** Ends the writing of a site: sums up what style sheets were warned of, and tells plugins. */
export async function triggerWritten({ converters, isLast }: BuildContext, site: Site): Promise<void> {
  if (isLast) converters.sumUpDeprecations();
  await internalsOf(site).hooks.triggerAndWait('site', 'post_write', site);
}
