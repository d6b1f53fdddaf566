import type { ReadonlyHash } from '../site/hash.ts';
import type { Layout } from '../site/layout.ts';
import { deepMerge } from '../util/values/deep-merge.ts';

const NONE: ReadonlyHash = new Map();

/** The value of `layout` in templates: a layout's data, overridden by that of the layouts inside it. Each combination is merged once. */
export class LayoutData {
  readonly #merged = new WeakMap<Layout, WeakMap<ReadonlyHash, ReadonlyHash>>();

  of(layout: Layout, inner: ReadonlyHash | null): ReadonlyHash {
    const over = inner ?? NONE;
    let byInner = this.#merged.get(layout);
    if (byInner === undefined) {
      byInner = new WeakMap();
      this.#merged.set(layout, byInner);
    }
    let merged = byInner.get(over);
    if (merged === undefined) {
      merged = deepMerge(layout.data, over);
      byInner.set(over, merged);
    }
    return merged;
  }
}
