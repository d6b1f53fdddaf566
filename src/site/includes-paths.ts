import { isNil } from '../util/values/is-nil.ts';
import type { Site } from './site.ts';

/** The folders in which a site's includes are looked up, in this order. */
export function includesPaths(site: Site): readonly string[] {
  const own = site.inSource(String(site.config.get('includes_dir') ?? '_includes'));
  const themes = site.theme?.folder('_includes');
  return isNil(themes) ? [own] : [own, themes];
}
