import { MethodLiteral } from '../../liquid/values.ts';
import type { Site } from '../../site/site.ts';
import { internalsOf, readsOf } from '../../site/site-internals.ts';
import { addToGroup } from '../../util/add-to-group.ts';
import { toText } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';
import { itemProperty, toArray } from './item-property.ts';

/** Items by the values of a property, as `where` compares them. */
interface PropertyIndex {
  readonly byText: ReadonlyMap<string, readonly unknown[]>;
  /** The items without the property. */
  readonly without: readonly unknown[];
  /** What was read to make the index: whoever uses it counts as having read that too. */
  readonly read: Int32Array;
  /** The number of items when it was made. */
  readonly length: number;
}

/** Properties whose values change while a site is rendered. */
const CHANGING: ReadonlySet<string> = new Set(['content', 'output', 'excerpt', 'next', 'previous']);
const FEW_ITEMS = 16;
const NONE: readonly unknown[] = [];

/**
 * Speeds up `where` on lists that many pages query, such as `site.posts`: the second query for a property makes an index,
 * and later ones cost next to nothing. Without it a `where` in a layout costs pages times posts.
 */
export class PropertyIndexes {
  readonly #byList = new WeakMap<readonly unknown[], Map<string, PropertyIndex | 'asked'>>();

  /** The items whose property equals the target, or undefined if there is no index for them. */
  find(items: readonly unknown[], property: string, target: unknown, site: Site): readonly unknown[] | undefined {
    if (target instanceof MethodLiteral || !isIndexable(items, property, site)) return undefined;
    const index = this.#indexOf(items, property, site);
    if (index === undefined) return undefined;
    readsOf(site).replay(index.read);
    if (isNil(target)) return index.without;
    return index.byText.get(toText(target)) ?? NONE;
  }

  #indexOf(items: readonly unknown[], property: string, site: Site): PropertyIndex | undefined {
    const indexes = this.#byList.get(items) ?? new Map<string, PropertyIndex | 'asked'>();
    this.#byList.set(items, indexes);
    const known = indexes.get(property);
    if (known === undefined) {
      indexes.set(property, 'asked');
      return undefined;
    }
    if (known !== 'asked' && known.length === items.length) return known;
    const made = makeIndex(items, property, site);
    indexes.set(property, made);
    return made;
  }
}

/** Short lists are not worth it, and hooks may change the front matter between two queries. */
function isIndexable(items: readonly unknown[], property: string, site: Site): boolean {
  if (items.length < FEW_ITEMS || internalsOf(site).hooks.mayChangeItems) return false;
  return !CHANGING.has(property.split('.', 1)[0] ?? '');
}

function makeIndex(items: readonly unknown[], property: string, site: Site): PropertyIndex {
  const byText = new Map<string, unknown[]>();
  const without: unknown[] = [];
  const { read } = readsOf(site).record(() => {
    for (const item of items) {
      const value = itemProperty(item, property);
      if (isNil(value)) without.push(item);
      for (const text of new Set(toArray(value).map((part) => toText(part)))) addToGroup(byText, text, item);
    }
  });
  return { byText, without, read, length: items.length };
}
