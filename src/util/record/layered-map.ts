import { KeyIndex, type KeyList } from './key-index.ts';

/** The rest of ReadonlyMap, for classes that implement `size`, `get`, `has` and `keys`. */
abstract class AbstractMap<Key, Value> implements ReadonlyMap<Key, Value> {
  abstract readonly size: number;
  abstract get(key: Key): Value | undefined;
  abstract has(key: Key): boolean;
  abstract keys(): IterableIterator<Key>;

  *entries(): IterableIterator<[Key, Value]> {
    for (const key of this.keys()) yield [key, this.get(key) as Value];
  }

  *values(): IterableIterator<Value> {
    for (const key of this.keys()) yield this.get(key) as Value;
  }

  [Symbol.iterator](): IterableIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(action: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) action(value, key, this);
  }
}

/**
 * A map whose values are created on demand, each once: of the records of 10,000 pages, a build that renders one of them
 * needs few. Its keys are indexed only after many were looked up out of order.
 *
 * @example
 * new LazyMap(['a', 'b'], (index) => index * 2).get('b') // 2
 */
export class LazyMap<Key, Value> extends AbstractMap<Key, Value> {
  readonly #keys: KeyList<Key>;
  readonly #make: (index: number) => Value;
  readonly #index: KeyIndex<Key>;
  /** The index after the key that was found last. */
  #next = 0;
  /** The values created so far, by index. */
  readonly #made: Value[] = [];

  /** @param keys without duplicates */
  constructor(keys: KeyList<Key>, make: (index: number) => Value) {
    super();
    this.#keys = keys;
    this.#make = make;
    this.#index = new KeyIndex(keys);
  }

  get size(): number {
    return this.#keys.length;
  }

  get(key: Key): Value | undefined {
    const index = this.#indexOf(key);
    if (index === undefined) return undefined;
    const known = this.#made[index];
    if (known !== undefined) return known;
    const made = this.#make(index);
    this.#made[index] = made;
    return made;
  }

  has(key: Key): boolean {
    return this.#indexOf(key) !== undefined;
  }

  keys(): IterableIterator<Key> {
    return this.#keys.values();
  }

  #indexOf(key: Key): number | undefined {
    const next = this.#next;
    if (this.#keys[next] === key) return this.#next++;
    if (next > 0 && this.#keys[next - 1] === key) return next - 1;
    const index = this.#index.find(key);
    if (index !== undefined) this.#next = index + 1;
    return index;
  }
}

/** A map with the keys of another one, whose values are derived on demand, each once. */
export class MappedMap<Key, From, Value> extends AbstractMap<Key, Value> {
  readonly #from: ReadonlyMap<Key, From>;
  readonly #make: (from: From, key: Key) => Value;
  readonly #made = new Map<Key, Value>();

  constructor(from: ReadonlyMap<Key, From>, make: (from: From, key: Key) => Value) {
    super();
    this.#from = from;
    this.#make = make;
  }

  get size(): number {
    return this.#from.size;
  }

  get(key: Key): Value | undefined {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const from = this.#from.get(key);
    if (from === undefined) return undefined;
    const made = this.#make(from, key);
    this.#made.set(key, made);
    return made;
  }

  has(key: Key): boolean {
    return this.#from.has(key);
  }

  keys(): IterableIterator<Key> {
    return this.#from.keys();
  }
}

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
