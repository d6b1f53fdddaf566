/**
 * A Ruby Hash that takes up a key it does not have when `[]` asks for it, as Jekyll's `site.tags` and `site.categories`
 * do. A lookup in a template asks `key?` first and finds nothing there; only filters that use `[]` do this.
 */
export class DefaultHash<Key, Value> extends Map<Key, Value> {
  constructor(
    entries: Iterable<readonly [Key, Value]>,
    readonly fallback: () => Value,
  ) {
    super(entries);
  }

  /** Ruby's `[]`. */
  at(key: Key): Value {
    const known = this.get(key);
    if (known !== undefined) return known;
    const added = this.fallback();
    this.set(key, added);
    return added;
  }
}
