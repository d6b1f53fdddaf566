/**
 * A Ruby Hash that answers `[]` for a key it does not have, as Jekyll's `site.tags` and `site.categories` do. A lookup
 * in a template asks `key?` first and finds nothing there; only filters that use `[]` see the answer.
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
    return this.get(key) ?? this.fallback();
  }
}
