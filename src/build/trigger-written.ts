import type { Site } from '../site/site.ts';
import type { BuildContext } from './build-context.ts';

/** Ends the writing of a site: sums up what style sheets were warned of, and tells plugins. */
export async function triggerWritten({ converters, isLast }: BuildContext, site: Site): Promise<void> {
  if (isLast) converters.sumUpDeprecations();
  await site.hooks.triggerAndWait('site', 'post_write', site);
}
