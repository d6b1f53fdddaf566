import { AbstractMap } from './abstract-map.ts';

/** A map whose entries can be added and replaced, but not removed. */
export interface GrowingMap<Key, Value> extends ReadonlyMap<Key, Value> {
  set(key: Key, value: Value): unknown;
}

/**
 * Changes on top of a map that stays untouched, so that the changes are known without comparing everything.
 *
 * @example
 * const layered = LayeredMap.over(new Map([['a', 1], ['b', 2]]));
 * layered.set('b', 3);
 * [...layered] // [['a', 1], ['b', 3]]
 * [...layered.changes] // [['b', 3]]
 */
export class LayeredMap<Key, Value> extends AbstractMap<Key, Value> implements GrowingMap<Key, Value> {
  readonly below: ReadonlyMap<Key, Value>;
  readonly #changes: Map<Key, Value>;

  private constructor(below: ReadonlyMap<Key, Value>, changes: Map<Key, Value>) {
    super();
    this.below = below;
    this.#changes = changes;
  }

  /**
   * A map that starts out equal to another one, which stays untouched. Layers do not pile up: those of the other are
   * copied.
   */
  static over<Key, Value>(map: ReadonlyMap<Key, Value>): LayeredMap<Key, Value> {
    if (!(map instanceof LayeredMap)) return new LayeredMap(map, new Map());
    return new LayeredMap<Key, Value>(map.below, new Map(map.#changes));
  }

  get changes(): ReadonlyMap<Key, Value> {
    return this.#changes;
  }

  get size(): number {
    return this.below.size + this.#added().length;
  }

  get(key: Key): Value | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.below.get(key);
  }

  has(key: Key): boolean {
    return this.#changes.has(key) || this.below.has(key);
  }

  set(key: Key, value: Value): void {
    this.#changes.set(key, value);
  }

  keys(): IterableIterator<Key> {
    const added = this.#added();
    // Mostly there are none, and a generator takes several times as long as the map's own iterator.
    return added.length === 0 ? this.below.keys() : chain(this.below.keys(), added);
  }

  #added(): Key[] {
    return [...this.#changes.keys()].filter((key) => !this.below.has(key));
  }
}

function* chain<Key>(first: Iterable<Key>, second: Iterable<Key>): IterableIterator<Key> {
  yield* first;
  yield* second;
}

/** The changes of a LayeredMap; of any other map, all entries. */
export function changesIn<Key, Value>(map: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  return map instanceof LayeredMap ? map.changes : map;
}

/** A map that can grow and starts with the entries of another one, which stays untouched; empty without another. */
export function growingMap<Key, Value>(start: ReadonlyMap<Key, Value> | undefined): GrowingMap<Key, Value> {
  return start === undefined ? new Map() : LayeredMap.over(start);
}
