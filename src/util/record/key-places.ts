/** An array of keys, or a typed array of numbers. */
export interface KeyList<Key> {
  readonly length: number;
  readonly [index: number]: Key;
  indexOf(key: Key): number;
  entries(): IterableIterator<[number, Key]>;
  values(): IterableIterator<Key>;
}

/**
 * Finds the places of keys in a list. The list is searched for the first keys, and indexed only when many have been asked for: indexing tens of thousands
 * of keys takes longer than everything else that a build which renders one page does with them.
 *
 * @example
 * new KeyPlaces(['a', 'b'], 16).find('b') // 1
 */
export class KeyPlaces<Key> {
  readonly #keys: KeyList<Key>;
  #searchesLeft: number;
  #index: ReadonlyMap<Key, number> | undefined;

  /**
   * @param keys without duplicates
   * @param mostSearches how many keys are searched for one by one
   */
  constructor(keys: KeyList<Key>, mostSearches: number) {
    this.#keys = keys;
    this.#searchesLeft = mostSearches;
  }

  find(key: Key): number | undefined {
    if (this.#index === undefined && this.#searchesLeft-- > 0) {
      const place = this.#keys.indexOf(key);
      return place === -1 ? undefined : place;
    }
    this.#index ??= indexOf(this.#keys);
    return this.#index.get(key);
  }
}

function indexOf<Key>(keys: KeyList<Key>): ReadonlyMap<Key, number> {
  const index = new Map<Key, number>();
  for (const [place, key] of keys.entries()) index.set(key, place);
  return index;
}
