/** An array of keys, or a typed array of numbers. */
export interface KeyList<Key> {
  readonly length: number;
  readonly [index: number]: Key;
  indexOf(key: Key): number;
  values(): IterableIterator<Key>;
}

/**
 * Finds the indexes of keys in a list. The list is searched for the first keys, and indexed only when many have been asked for: indexing tens of thousands
 * of keys takes longer than everything else that a build which renders one page does with them.
 *
 * @example
 * new KeyIndex(['a', 'b']).find('b') // 1
 */
export class KeyIndex<Key> {
  readonly #keys: KeyList<Key>;
  #searchesLeft: number;
  #index: ReadonlyMap<Key, number> | undefined;

  /**
   * @param keys of equal ones the first is found
   * @param mostSearches how many keys are searched for one by one; from then on, an index of all keys pays off
   */
  constructor(keys: KeyList<Key>, mostSearches = 16) {
    this.#keys = keys;
    this.#searchesLeft = mostSearches;
  }

  find(key: Key): number | undefined {
    if (this.#index === undefined && this.#searchesLeft-- > 0) {
      const found = this.#keys.indexOf(key);
      return found === -1 ? undefined : found;
    }
    this.#index ??= indexAll(this.#keys);
    return this.#index.get(key);
  }
}

function indexAll<Key>(keys: KeyList<Key>): ReadonlyMap<Key, number> {
  const index = new Map<Key, number>();
  for (let at = keys.length - 1; at >= 0; at--) index.set(keys[at] as Key, at);
  return index;
}
