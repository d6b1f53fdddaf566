import { extensionOf } from '../util/files/paths.ts';
import { isNil } from '../util/values/is-nil.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import type { Item } from './item.ts';
import { internalsOf } from './site-internals.ts';

/** An item's permalink from its front matter. If its edition has a key for permalinks of its own, that one takes precedence. */
export function permalinkOf(item: Item): unknown {
  const { permalinkKey } = internalsOf(item.site).edition;
  const permalink = item.value('permalink');
  if (permalinkKey === null || isNil(permalink)) return permalink;
  const own = item.value(permalinkKey);
  return isTruthy(own) ? own : permalink;
}

/** The extension of an item's output: that of its permalink if it has one, otherwise the one the converters give. */
export function outputExtensionOf({ site, permalink, extension }: Item): string {
  if (typeof permalink === 'string' && !permalink.endsWith('/')) {
    const own = extensionOf(permalink);
    if (own !== '') return own;
  }
  return internalsOf(site).services.outputExtension(extension);
}
