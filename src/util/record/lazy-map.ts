import { AbstractMap } from './abstract-map.ts';
import { KeyIndex, type KeyList } from './key-index.ts';

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
