/**
 * A Ruby Hash with a default block that stores what it returns, as Jekyll's `site.tags` and `site.categories` are: `[]`
 * with a missing key adds the key. Lookups in templates ask `key?` first, so only filters that use `[]` can add keys.
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
